import fc from 'fast-check'
import type { TestCms } from './testCms.ts'

/**
 * One thing that happens to the portal. Numbers pick among what is there at that moment, so a sequence means something
 * whatever has happened before.
 */
export type Edit =
  | {
      kind: 'edit' | 'rename' | 'move' | 'remove' | 'create'
      collection: Collection
      pick: number
      salt: number
    }
  | { kind: 'settings'; salt: number }
  | { kind: 'footer'; salt: number }
  | { kind: 'clock'; hours: number }

const collections = [
  'news',
  'events',
  'deputies',
  'districts',
  'hearings',
  'sessions',
  'pages',
  'addressees',
  'questions',
  'houses',
  'places',
  'stops',
  'receptions',
  'documents',
  'elections',
  'turnout',
  'redirects',
  'media',
] as const
type Collection = (typeof collections)[number]
type Doc = Record<string, unknown> & { id: string }

const number = fc.nat(1_000_000)

/** What touches every page is rare: it would heal what an index has missed before. */
export const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 60,
    arbitrary: fc.record({
      kind: fc.constantFrom('edit', 'edit', 'edit', 'rename', 'move', 'remove', 'create', 'create'),
      collection: fc.constantFrom('news', 'news', 'news', 'events', 'events', ...collections),
      pick: number,
      salt: number,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('settings'), salt: number }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('footer'), salt: number }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('clock'), hours: fc.integer({ min: 1, max: 40 }) }) },
)

/** Does it in the CMS. A clock step is the caller's. */
export const perform = (cms: TestCms, edit: Edit): void => {
  if (edit.kind === 'clock') return
  if (edit.kind === 'settings')
    return void cms.saveGlobal('settings', { tagline: `Город на Пехорке, ${edit.salt}`, siteName: 'Люберцы' })
  if (edit.kind === 'footer') {
    const page = cms.docs('pages').at(edit.salt % Math.max(1, cms.docs('pages').length))
    if (page) cms.save('pages', page.id, { ...page, showInFooter: !page['showInFooter'] })
    return
  }
  const docs = cms.docs(edit.collection)
  const doc = docs[edit.pick % Math.max(1, docs.length)]
  if (!doc) return
  // A library without the pictures that pages show is no state the CMS allows (Media/keepUsedFiles.ts).
  if (edit.collection === 'media')
    return void cms.save('media', doc.id, { ...doc, alt: `Снимок ${edit.salt}` })
  const changed = changes[edit.kind](doc, edit, cms)
  if (edit.kind === 'create') cms.save(edit.collection, changed!.id, changed)
  else cms.save(edit.collection, doc.id, changed)
  if (edit.kind === 'rename' && typeof doc['slug'] === 'string')
    cms.save('redirects', `r-${edit.salt}`, {
      id: `r-${edit.salt}`,
      from: `/novosti/${doc['slug']}-${edit.salt}/`,
      to: '/novosti/',
      ...stamps,
    })
}

type Change = (doc: Doc, edit: { salt: number; pick: number }, cms: TestCms) => Doc | null

const stamps = { createdAt: '2026-01-10T08:00:00.000Z', updatedAt: '2026-01-10T08:00:00.000Z' }

const topics = [
  'improvement',
  'transport',
  'capitalRepair',
  'housing',
  'council',
  'schools',
  'culture',
  'elections',
]

const changes: Record<'edit' | 'rename' | 'move' | 'remove' | 'create', Change> = {
  edit: (doc, { salt }) => ({ ...doc, ...titled(doc, `Правка ${salt}`), updatedAt: time(salt) }),
  rename: (doc, { salt }) =>
    'slug' in doc ? { ...doc, slug: `adres-${salt}` } : { ...doc, updatedAt: time(salt) },
  move: (doc, { salt }, cms) => ({ ...doc, ...moved(doc, salt, cms), updatedAt: time(salt) }),
  remove: () => null,
  create: (doc, { salt }) => ({
    ...structuredClone(doc),
    ...titled(doc, `Новая запись ${salt}`),
    ...('slug' in doc ? { slug: `novaya-${salt}` } : {}),
    ...('termDays' in doc && 'number' in doc ? { number: `2026-${100 + salt}` } : {}),
    ...('from' in doc ? { from: `/staroe/${salt}/` } : {}),
    ...('publishedAt' in doc ? { publishedAt: time(salt) } : {}),
    id: `new-${salt}`,
  }),
}

const titled = (doc: Doc, title: string) => ({
  ...('title' in doc ? { title } : {}),
  ...('subject' in doc ? { subject: title } : {}),
  ...('lastName' in doc ? { lastName: title } : {}),
})

/** Another date, topic, month, deputy or district: the document leaves some lists and joins others. */
const moved = (doc: Doc, salt: number, cms: TestCms): Record<string, unknown> => {
  const other = (collection: Collection) =>
    cms.docs(collection).at(salt % Math.max(1, cms.docs(collection).length))?.id
  if ('subject' in doc)
    return {
      registeredAt: time(salt),
      addressee: other('addressees'),
      topic: ['law', 'yards', 'housing'][salt % 3],
      ...(salt % 4 === 0 ? { state: 'declined', subject: null, text: null, author: null } : {}),
    }
  if ('topic' in doc)
    return {
      topic: topics[salt % topics.length],
      publishedAt: time(salt),
      event: salt % 3 === 0 ? other('events') : null,
      related: salt % 5 === 0 ? [other('news')].filter(Boolean) : [],
    }
  if ('adoptedAt' in doc)
    return {
      adoptedAt: time(salt),
      kind: salt % 2 === 0 ? 'decision' : 'order',
      state: salt % 3 === 0 ? 'repealed' : 'inForce',
      repealedBy: salt % 3 === 0 ? other('documents') : null,
      event: salt % 5 === 0 ? other('events') : null,
    }
  if ('votingFrom' in doc) return { votingFrom: time(salt), votingTo: time(salt) }
  if ('percent' in doc) return { year: 2000 + (salt % 30), election: other('elections') }
  if ('startsAt' in doc)
    return {
      startsAt: time(salt),
      endsAt: null,
      deputies: [other('deputies')].filter(Boolean),
      district: other('districts'),
      ...('roll' in doc
        ? { status: 'held', roll: [{ deputy: other('deputies'), present: salt % 2 === 0, votes: [] }] }
        : {}),
    }
  if ('lastName' in doc)
    return {
      district: salt % 4 === 0 ? null : other('districts'),
      term: salt % 3 === 0 ? { to: time(salt) } : {},
    }
  if ('kind' in doc && 'noticeAt' in doc)
    return {
      noticeAt: time(salt),
      districts: [other('districts')].filter(Boolean),
      houses: salt % 2 === 0 ? [other('houses')].filter(Boolean) : [],
      area: salt % 3 === 0 ? '55.64, 37.9\n55.64, 37.95\n55.653, 37.95\n55.653, 37.9' : null,
    }
  if ('streetSlug' in doc)
    return {
      district: other('districts'),
      street: salt % 2 === 0 ? 'Учебная улица' : 'Ясная улица',
      streetSlug: salt % 2 === 0 ? 'uchebnaya-ulica' : 'yasnaya-ulica',
    }
  if ('rules' in doc)
    return {
      deputy: other('deputies'),
      person: `chelovek-${salt % 5}`,
      rules: [{ weekday: String(1 + (salt % 7)), weeks: 'every', from: '10:00', to: '12:00' }],
    }
  return {}
}

/** Some moment within half a year around the fixture's. */
const time = (salt: number): string =>
  new Date(Date.UTC(2026, 8, 1) + (salt % 180) * 86_400_000 + (salt % 24) * 3_600_000).toISOString()
