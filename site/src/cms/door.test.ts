import { beforeEach, expect, it } from 'vitest'
import { batchOf, documentOf, openWith, testContent, testNow } from '../../test/content.ts'
import {
  apply,
  askAgain,
  currentSnapshot,
  track,
  use,
  viewOf,
  withOverlay,
  withView,
  witness,
  type Reads,
  type View,
} from './door.ts'
import {
  calendarOfMonth,
  getDeputiesByDistrict,
  getNews,
  getNewsByTopic,
  getNewsPage,
  latestNews,
  related,
  sections,
  settings,
  stateOfEvent,
  today,
  upcomingEvents,
} from './index.ts'
import type { LayeredMap } from './layeredMap.ts'
import type { News } from './types.ts'

beforeEach(async () => {
  await openWith()
})

/** The content with some documents changed, as the CMS would send it: only those lines. */
async function changes(collection: string, id: string, change: Record<string, unknown> | null) {
  const content = testContent()
  if (change) Object.assign(documentOf(content, collection, id), change)
  const { changes: all } = await batchOf(content)
  const own = all.filter((item) => 'id' in item && item.collection === collection && item.id === id)
  return change ? own : own.map((item) => ({ ...item, doc: null }) as (typeof own)[number])
}

async function readsOf(read: () => unknown): Promise<Reads> {
  const view = viewOf(currentSnapshot(), testNow)
  const { reads } = await withView(view, () => track(() => Promise.resolve(read())))
  return reads
}

/** The keys whose answer differs in the given view. */
function changedKeys(reads: Reads, view: View): string[] {
  return [...reads].filter(([, reading]) => askAgain(reading, view).rev !== reading.rev).map(([key]) => key)
}

it('keeps the snapshot as it was when changes are applied to it', async () => {
  const before = currentSnapshot()
  const titles = before.collections.news.sorted.map(({ title }) => title)
  const after = apply({ changes: await changes('news', 'n5', { title: 'Другой заголовок' }), revision: 2 })
  expect(before.collections.news.sorted.map(({ title }) => title)).toEqual(titles)
  expect(before.collections.news.byId.get('n5')?.title).toContain('Новость номер 5')
  expect(after.collections.news.byId.get('n5')?.title).toBe('Другой заголовок')
  expect(currentSnapshot()).toBe(before)
  use(after)
  expect(getNews('novost-5').title).toBe('Другой заголовок')
})

it('keeps every index right through more changes than one layer holds', () => {
  let snapshot = currentSnapshot()
  const old = snapshot.collections.news.byId.get('n5')
  if (!old) throw new Error('n5 is in the fixture')
  for (let step = 1; step <= 1200; step++) {
    const doc: News = { ...old, id: `x${step % 700}`, slug: `x-${step}`, title: String(step) }
    const change = { collection: 'news' as const, id: doc.id, doc: step % 5 === 0 ? null : doc }
    snapshot = apply({ changes: [change], revision: step }, snapshot)
  }
  const { byId, sorted, groups } = snapshot.collections.news
  expect(byId.keys().sort()).toEqual(sorted.map(({ id }) => id).sort())
  expect(groups.slug?.keys().sort()).toEqual(sorted.map(({ slug }) => slug).sort())
  expect(new Set(sorted).size).toBe(sorted.length)
})

it('keeps every index right after edits, moves, removals and additions, as if it were built anew', async () => {
  const content = testContent()
  const steps: [string, string, Record<string, unknown> | null][] = [
    ['news', 'n5', { topic: 'elections', publishedAt: '2026-12-01T00:00:00.000Z', slug: 'novyj-adres' }],
    ['news', 'n9', null],
    ['events', 'e3', { startsAt: '2027-03-01T10:00:00.000Z', endsAt: null, deputies: ['p2'] }],
    ['deputies', 'p1', { district: 'o7', lastName: 'Яркая' }],
  ]
  let snapshot = currentSnapshot()
  for (const [collection, id, change] of steps) {
    if (change) Object.assign(documentOf(content, collection, id), change)
    else content.documents[collection] = content.documents[collection]?.filter((doc) => doc.id !== id) ?? []
    snapshot = apply({ changes: await changes(collection, id, change), revision: 2 }, snapshot)
  }
  const anew = await openWith(content)
  for (const name of ['news', 'events', 'deputies'] as const) {
    const ids = (docs: readonly { id: string }[]) => docs.map(({ id }) => id)
    expect(ids(snapshot.collections[name].sorted)).toEqual(ids(anew.collections[name].sorted))
    const groups = ({ collections }: typeof snapshot) =>
      Object.entries<LayeredMap<readonly { id: string }[]>>(collections[name].groups).map(
        ([group, values]) => [
          group,
          values
            .keys()
            .sort()
            .map((key) => [key, ids(values.get(key) ?? [])]),
        ],
      )
    expect(groups(snapshot)).toEqual(groups(anew))
  }
})

it('notes what a page read, by key', async () => {
  const reads = await readsOf(() => [
    getNews('novost-5'),
    related('events', 'e-skoro'),
    settings(),
    today(),
    latestNews(5),
  ])
  expect([...reads.keys()]).toEqual([
    'slug:news/novost-5',
    'doc:events/e-skoro',
    'global:settings',
    'clock:day',
    'list:latestNews/5',
  ])
})

it('a changed title changes the keys that told it and no others', async () => {
  const reads = await readsOf(() => [
    getNews('novost-5'),
    getNews('novost-6'),
    getNewsPage(1),
    getNewsPage('newest'),
    getNewsByTopic('council', 'newest'),
    getNewsByTopic('transport', 'newest'),
    latestNews(5),
    calendarOfMonth('2026-11'),
    getDeputiesByDistrict(),
    sections(),
    settings(),
  ])
  const snapshot = apply({ changes: await changes('news', 'n5', { title: 'Другой заголовок' }), revision: 2 })
  expect(changedKeys(reads, viewOf(snapshot, testNow))).toEqual([
    'slug:news/novost-5',
    'list:newsPage/1',
    'list:newsByTopic/council/newest',
  ])
})

it('a new article changes the newest page of a list and not the older ones', async () => {
  const reads = await readsOf(() => [getNewsPage(1), getNewsPage('newest'), latestNews(5)])
  const old = currentSnapshot().collections.news.byId.get('n5')
  if (!old) throw new Error('n5 is in the fixture')
  const doc: News = { ...old, id: 'n-new', slug: 'novaya', publishedAt: '2026-11-23T08:00:00.000Z' }
  const snapshot = apply({ changes: [{ collection: 'news', id: 'n-new', doc }], revision: 2 })
  expect(changedKeys(reads, viewOf(snapshot, testNow))).toEqual(['list:newsPage/newest', 'list:latestNews/5'])
})

it('time changes only what depends on it', async () => {
  const event = currentSnapshot().collections.events.byId.get('e-sejchas')
  if (!event) throw new Error('e-sejchas is in the fixture')
  const reads = await readsOf(() => [
    today(),
    stateOfEvent(event),
    upcomingEvents(3),
    latestNews(3),
    settings(),
  ])
  const snapshot = currentSnapshot()
  const inThreeHours = new Date(testNow.getTime() + 3 * 3_600_000)
  expect(changedKeys(reads, viewOf(snapshot, new Date(testNow.getTime() + 60_000)))).toEqual([])
  expect(changedKeys(reads, viewOf(snapshot, inThreeHours))).toEqual([
    'clock:event/e-sejchas/',
    'list:upcomingEvents/3',
  ])
})

it('keeps the reads of renders that run at the same time apart', async () => {
  const render = (slug: string) =>
    track(async () => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 5))
      return getNews(slug).title
    })
  const slugs = Array.from({ length: 40 }, (_, index) => `novost-${index + 1}`)
  const results = await Promise.all(slugs.map(render))
  expect(results.map(({ reads }) => [...reads.keys()])).toEqual(slugs.map((slug) => [`slug:news/${slug}`]))
})

it('shows a draft only to the render it is laid over', async () => {
  const overlay = await changes('news', 'n5', { title: 'Черновик' })
  const seen = withOverlay(overlay, () => [
    getNews('novost-5').title,
    getNewsPage(1).items.some(({ title }) => title === 'Черновик'),
  ])
  expect(seen).toEqual(['Черновик', true])
  expect(getNews('novost-5').title).toContain('Новость номер 5')
})

it('resolves a relation to nothing when residents may not see its document', async () => {
  expect(related('events', 'net-takogo')).toBeNull()
  expect(related('events', null)).toBeNull()
  use(apply({ changes: await changes('events', 'e-skoro', null), revision: 2 }))
  expect(related('events', 'e-skoro')).toBeNull()
})

it('refuses to render a page of a document that is not there', () => {
  expect(() => getNews('net-takoj')).toThrow('Нет опубликованного документа news с адресом «net-takoj»')
})

it('names the document a failing page touched last', async () => {
  const culprit = await witness(async () => {
    for (const news of await Promise.resolve(getNewsPage('newest').items)) {
      if (news.body?.root.children.length === 0) throw new Error('never here')
      if (news.slug === 'bez-vsego') throw new Error('broken')
    }
  })
  expect(culprit).toMatchObject({
    collection: 'news',
    id: 'n-pustaya',
    title: 'Новость без картинки, анонса и текста',
  })
})
