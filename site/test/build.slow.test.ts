import { execFile } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { XMLParser } from 'fast-xml-parser'
import ICAL from 'ical.js'
import { parse } from 'node-html-parser'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type * as entry from '../src/resident/entry.ts'
import { fixtureNow, writeFixture, type FixtureFiles } from './fixture/index.ts'

const site = join(import.meta.dirname, '..')
let dir = ''
let fixture: FixtureFiles
let pages: string[] = []

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'site-build-'))
  fixture = await writeFixture(join(dir, 'fixture'))
  const { code, output } = await build({ release: 'release', snapshotFile: fixture.snapshotFile })
  expect(output).toContain('Complete!')
  expect(code).toBe(0)
  pages = globSync('**/*.html', { cwd: join(dir, 'release', 'public') })
}, 120_000)

afterAll(() => rm(dir, { recursive: true, force: true }))

const read = (file: string) => readFileSync(join(dir, 'release', 'public', file), 'utf8')

function build({ release, snapshotFile }: { release: string; snapshotFile: string }) {
  const astro = join(site, '..', 'node_modules', '.bin', 'astro')
  return new Promise<{ code: number; output: string }>((resolve) => {
    execFile(
      process.execPath,
      [astro, 'build', '--outDir', join(dir, release, 'public')],
      {
        cwd: site,
        maxBuffer: 64e6,
        env: {
          ...process.env,
          NODE_ENV: 'production',
          ASTRO_TELEMETRY_DISABLED: '1',
          SITE_URL: 'https://portal.example',
          SNAPSHOT_FILE: snapshotFile,
          MEDIA_DIR: fixture.mediaDir,
          PORTAL_NOW: fixtureNow.toISOString(),
        },
      },
      (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code ?? 1) : 0, output: stdout + stderr }),
    )
  })
}

const openBundle = async (): Promise<typeof entry> => {
  Object.assign(process.env, { SNAPSHOT_FILE: fixture.snapshotFile, SITE_URL: 'https://portal.example' })
  const app = join(dir, 'release', 'app')
  const file = (await readdir(app)).find((name) => name.startsWith('prerender-entry'))
  // The bundle of entry.ts, seen from the file system.
  return (await import(/* @vite-ignore */ join(app, file ?? ''))) as typeof entry
}

it('renders from its kept bundle, in another process, what it built byte for byte', async () => {
  const bundle = await openBundle()
  const site = bundle.createSite()
  const different: string[] = []
  const batch = await bundle.readContent({ snapshotFile: fixture.snapshotFile, cmsUrl: '' })
  const { commit, files } = await site.openAll(batch, fixtureNow, async ({ file, body }) => {
    const built = await readFile(join(dir, 'release', 'public', file)).catch(() => null)
    if (!built?.equals(Buffer.from(body))) different.push(file)
  })
  commit()
  expect(different).toEqual([])
  expect(files.length).toBeGreaterThan(pages.length)
  const snapshot = bundle.currentSnapshot().collections.news.byId.get('n5')
  if (!snapshot) throw new Error('n5 is in the fixture')
  const draft = { ...snapshot, id: 'draft', slug: 'chernovik', title: 'Черновик' }
  const preview = await bundle.render('/novosti/chernovik/', [
    { collection: 'news', id: 'draft', doc: draft },
  ])
  expect(preview).toContain('<title>Черновик — Люберцы</title>')
  expect(await bundle.render('/novosti/chernovik/')).toBeNull()
}, 60_000)

it('renders of the houses only those that a change concerns', async () => {
  const bundle = await openBundle()
  const site = bundle.createSite()
  const batch = await bundle.readContent({ snapshotFile: fixture.snapshotFile, cmsUrl: '' })
  const whole = await site.openAll(batch, fixtureNow, () => {})
  whole.commit()
  const housesAfter = async (
    collection: 'news' | 'houses' | 'hearings' | 'deputies',
    id: string,
    change: object,
  ) => {
    const doc = whole.snapshot.collections[collection].byId.get(id)
    if (!doc) throw new Error(`${collection}/${id} is in the fixture`)
    // The same kind of document with another value of one of its fields.
    const changes = [{ collection, id, doc: { ...doc, ...change } }] as Parameters<
      typeof site.publish
    >[0]['changes']
    const { files } = await site.publish({ changes, revision: 2 }, fixtureNow, () => {})
    return files.filter((file) => file.startsWith('dom/')).toSorted()
  }
  const pagesOf = (number: number) =>
    ['index.html', 'kalendar.ics', 'lenta.xml'].map((name) => `dom/primernaya-ulica-${number}/${name}`)

  expect(await housesAfter('news', 'n5', { title: 'Другой заголовок' })).toEqual([])
  expect(await housesAfter('deputies', 'p1', { lead: 'Отвечает за другое.' })).toEqual([])
  // The first house is where the deputy of all nine receives: what is known of it is not on their pages.
  expect(await housesAfter('houses', 'd1', { repair: { year: 2030, works: 'Фасад' } })).toEqual(
    expect.arrayContaining(pagesOf(1)),
  )
  expect(await housesAfter('houses', 'd1', { repair: { year: 2030, works: 'Фасад' } })).not.toContain(
    'dom/primernaya-ulica-2/index.html',
  )
  expect(await housesAfter('hearings', 'h2', { title: 'Ремонт фасада' })).toEqual(pagesOf(8))
  expect(await housesAfter('hearings', 'h1', { title: 'Другой проект' })).toEqual([1, 2, 3].flatMap(pagesOf))
}, 60_000)

it('ends every page with its document: nothing stands behind it', () => {
  for (const file of pages) expect(read(file).trimEnd().endsWith('</html>'), file).toBe(true)
})

it('gives every page one h1 and headings without gaps', () => {
  for (const file of pages.filter((name) => !name.startsWith('komponenty'))) {
    const levels = parse(read(file))
      .querySelectorAll('h1,h2,h3,h4,h5,h6')
      .map(({ tagName }) => Number(tagName.slice(1)))
    expect(
      levels.filter((level) => level === 1),
      file,
    ).toHaveLength(1)
    levels.forEach((level, index) =>
      expect(level - (levels[index - 1] ?? 0), `${file}: h${level}`).toBeLessThanOrEqual(1),
    )
  }
})

it('brings every media file a page refers to', () => {
  const names = new Set(
    pages.flatMap((file) => [...read(file).matchAll(/\/media\/([\w.-]+)/g)].map(([, name]) => name)),
  )
  expect(names.size).toBeGreaterThan(10)
  for (const name of names)
    expect(existsSync(join(dir, 'release', 'public', 'media', name ?? '')), name).toBe(true)
})

it('writes data for machines that no text can break out of', () => {
  for (const file of pages) {
    const scripts = parse(read(file)).querySelectorAll('script[type="application/ld+json"]')
    for (const script of scripts) expect(JSON.parse(script.textContent)).toHaveProperty('@type')
  }
  expect(read('novosti/ochen-dlinnyj-zagolovok/index.html')).not.toContain('</script><img')
})

it('offers the pages of one document to the search, and no list', () => {
  const searched = pages.filter((file) => /<main [^>]*data-pagefind-body/.test(read(file)))
  const sections =
    'novosti|kalendar|deputaty|zasedaniya|slushaniya|voprosy|golosovaniya|pozhelaniya|putevoditel|dokumenty|vybory|kak-eto-rabotaet'
  const lists = 'zadat|novoe|statistika|podlinnost|mesto|nedelya|spisok|ostanovki|yavka'
  const ofDocument = new RegExp(`^(?!kalendar/\\d)(${sections})/(?!(?:${lists})/)[\\w-]+/index.html$`)
  const ofPage = new RegExp(
    `^(?!${sections}|initsiativnaya|komponenty|poisk|otvet|dom|priyomy|podpiska|net-svyazi|moy-dom|otkrytye-dannye|komu|razdely)[\\w-]+/index.html$`,
  )
  // Of the fixture one question and every sixth wish were declined: there is nothing in them to find.
  const isDeclined = (file: string) =>
    file.startsWith('voprosy/2026-50/') ||
    Number(/^pozhelaniya\/p-2026-(\d+)\//.exec(file)?.[1] ?? 1) % 6 === 0
  const documents = pages.filter((file) => (ofDocument.test(file) || ofPage.test(file)) && !isDeclined(file))
  // Of a series the dates are found of which there is something to tell.
  const told = searched.filter((file) => /^kalendar\/[\w-]+\/\d{4}-\d{2}-\d{2}\//.test(file))
  expect(told).toHaveLength(1)
  expect(searched.toSorted()).toEqual([...documents, ...told].toSorted())
  expect(searched.length).toBeGreaterThan(50)
  const fragments = globSync('pagefind/fragment/*', { cwd: join(dir, 'release', 'public') })
  expect(fragments).toHaveLength(searched.length)
})

it('feeds readers valid RSS with full dates, full addresses and pictures', () => {
  const text = read('novosti/rss.xml')
  const { rss } = new XMLParser({ ignoreAttributes: false }).parse(text, true) as {
    rss: { channel: { item: FeedItem[] } }
  }
  const items = rss.channel.item
  expect(items).toHaveLength(50)
  // The newspaper prints from it: whole articles, and no link that means nothing there.
  expect(text.match(/<content:encoded>/g)?.length).toBeGreaterThan(40)
  expect(text).not.toMatch(/(?:href|src)=(?:"|&quot;)\/(?!\/)/)
  for (const item of items) {
    expect(item.link).toMatch(/^https:\/\/portal\.example\/novosti\/[\w-]+\/$/)
    expect(item.pubDate).toMatch(/^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/)
  }
  expect(items.find(({ link }) => link.includes('most-cherez'))?.enclosure).toMatchObject({
    '@_url': 'https://portal.example/media/m-most-1200x630.jpg',
    '@_type': 'image/jpeg',
  })
})

interface FeedItem {
  link: string
  pubDate: string
  enclosure?: Record<string, string>
}

it('writes calendars that another program reads', () => {
  for (const file of globSync('{kalendar/*,dom/primernaya*/*,priyomy/*/*}.ics', {
    cwd: join(dir, 'release', 'public'),
  })) {
    const calendar = new ICAL.Component(ICAL.parse(read(file)) as unknown[])
    expect(calendar.getAllSubcomponents('vevent').length, file).toBeGreaterThan(0)
  }
})

it('shows a house the notices that name it or go round it, and no others', () => {
  const notices = (number: number) =>
    parse(read(`dom/primernaya-ulica-${number}/index.html`))
      .querySelectorAll('#seychas .what')
      .map(({ textContent }) => textContent.replaceAll('\u00a0', ' '))
  // The boundary of the fixture holds the houses 1 to 3; the meeting is of house 8.
  expect(notices(2)).toEqual(['Проект планировки квартала у станции Томилино'])
  expect(notices(6)).toEqual([])
  expect(notices(8)).toEqual(['Ремонт крыши: Примерная улица, дом 8'])
})

it('keeps a moved reception under its first name in calendars, and a cancelled one in sight', () => {
  const calendar = new ICAL.Component(ICAL.parse(read('priyomy/deputat-1/kalendar.ics')) as unknown[])
  const entries = calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each))
  const cancelled = entries.filter(
    ({ component }) => component.getFirstPropertyValue('status') === 'CANCELLED',
  )
  expect(cancelled.map(({ uid }) => uid)).toEqual(['reception-pr1-2026-11-24-17:00@lyubertsy-portal'])
  const moved = entries.find(({ uid }) => uid === 'reception-pr1-2026-12-01-17:00@lyubertsy-portal')
  expect(moved?.startDate.toString()).toBe('2026-12-02T18:00:00')
  expect(new Set(entries.map(({ uid }) => uid)).size).toBe(entries.length)
})

it('splits the houses into small files that lead to their pages', () => {
  const streets = JSON.parse(read('dom/adresa/ulitsy.json')) as [string, string, number][]
  expect(streets.map(([name, , houses]) => [name, houses])).toEqual([
    ['Вымышленный бульвар', 1],
    ['Примерная улица', 9],
    ['Томилино, улица 8 Марта', 1],
  ])
  const shard = JSON.parse(read('dom/adresa/pr.json')) as Record<string, [string, string][]>
  for (const [street, houses] of Object.entries(shard))
    for (const [, end] of houses) expect(pages).toContain(`dom/${street}-${end}/index.html`)
})

it('maps every page for search engines with its date, and leaves out the gallery and the error page', () => {
  const map = read('sitemap-0.xml')
  const locations = [...map.matchAll(/<loc>https:\/\/portal\.example([^<]+)<\/loc>/g)].map(([, path]) => path)
  const expected = pages
    .filter((file) => !/^(komponenty|poisk|otvet|net-svyazi|moy-dom)\b/.test(file) && file !== '404.html')
    .map((file) => `/${file.replace(/index\.html$/, '')}`)
  expect(locations.toSorted()).toEqual(expected.toSorted())
  expect(map).toContain(
    '<loc>https://portal.example/novosti/most-cherez-pehorku/</loc><lastmod>2026-11-22T06:00:00.000Z',
  )
})

it('sends old addresses on, and tells robots where the map is', () => {
  expect(JSON.parse(read('redirects.json'))).toEqual({ '/novosti/staryj-adres/': '/novosti/novost-1/' })
  expect(read('robots.txt')).toContain('Sitemap: https://portal.example/sitemap-index.xml')
})

it.each([
  [
    'a text the site cannot show',
    (doc: Doc) => Object.assign(doc.body?.root ?? {}, { children: [{ type: 'block' }] }),
    'документ news/n5 «Новость номер 5: что изменилось во дворах и на улицах»: в тексте есть элемент «block»',
  ],
  [
    'a date that is none',
    (doc: Doc) => Object.assign(doc, { publishedAt: 'вчера' }),
    'документ news/n5 «Новость номер 5: что изменилось во дворах и на улицах»: ',
  ],
])(
  'stops at %s and names the document',
  async (name, damage, message) => {
    const lines = (await readFile(fixture.snapshotFile, 'utf8')).trimEnd().split('\n')
    const damaged = lines.map((text) => {
      const line = JSON.parse(text) as { id?: string; doc: Doc }
      if (line.id === 'n5') damage(line.doc)
      return JSON.stringify(line)
    })
    const snapshotFile = join(dir, 'damaged.ndjson')
    await writeFile(snapshotFile, `${damaged.join('\n')}\n`)
    const { code, output } = await build({ release: 'damaged', snapshotFile })
    expect(code, name).not.toBe(0)
    expect(output).toContain(message)
  },
  60_000,
)

interface Doc {
  body?: { root: object }
}
