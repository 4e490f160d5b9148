import type { CollectionSlug, FlattenedField } from 'payload'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { collections, globals } from '../index.ts'
import { houseAddress } from '../Houses/houseAddress.ts'
import { photo } from '../test/files.ts'
import { openPortal, type Portal, type Reply, type Visitor } from '../test/openPortal.ts'
import { collectionRows, fieldRows, globalRows, type Operation } from './matrix.ts'

const letters: Record<Visitor, string> = {
  admin: 'A',
  editor: 'E',
  volunteer: 'V',
  respondent: 'R',
  anonymous: 'N',
}
const visitors: Visitor[] = ['admin', 'editor', 'volunteer', 'respondent', 'anonymous']

let portal: Portal
beforeAll(async () => {
  portal = await openPortal(inject('databaseUrl'))
})
afterAll(() => portal.close())

const withDrafts = new Set(collections.flatMap(({ slug, versions }) => (versions ? [slug] : [])))
const draftOperations: Operation[] = [
  'createPublished',
  'readDraft',
  'readVersions',
  'updateDraft',
  'publish',
  'unpublish',
  'deleteDraft',
]
const plainOperations: Operation[] = ['create', 'read', 'update', 'delete']

/** The live configuration also has Payload's own collections; each needs its row as well. */
const own = collections.map(({ slug }) => slug)
const payloads = Object.keys(collectionRows).filter((slug) => !own.includes(slug))

describe('the matrix', () => {
  it('has a row for every collection and global of the configuration, and no other', () => {
    expect(Object.keys(collectionRows).sort()).toEqual(
      portal.payload.config.collections.map(({ slug }) => slug).sort(),
    )
    expect(Object.keys(globalRows).sort()).toEqual(
      portal.payload.config.globals.map(({ slug }) => slug).sort(),
    )
  })

  it('has a row for every field with a rule of its own, and no other', () => {
    const ruled = portal.payload.config.collections.flatMap((collection) =>
      own.includes(collection.slug)
        ? ruledFields(collection.slug, collection.flattenedFields).map(({ path }) => path)
        : [],
    )
    const ruledGlobals = globals.flatMap(({ slug }) => {
      const global = portal.payload.config.globals.find((each) => each.slug === slug)
      return ruledFields(slug, global?.flattenedFields ?? []).map(({ path }) => path)
    })
    expect(Object.keys(fieldRows).sort()).toEqual([...ruled, ...ruledGlobals].sort())
  })
})

const cases = [...own, ...payloads].flatMap((slug) =>
  [...plainOperations, ...(withDrafts.has(slug) ? draftOperations : [])].map((operation) => ({
    slug,
    operation,
  })),
)

describe('over REST', () => {
  it.each(cases)('$slug: $operation is for those the matrix names', async ({ slug, operation }) => {
    const expected = collectionRows[slug]?.[operation] ?? ''
    const allowed: string[] = []
    for (const visitor of visitors) if (await can(visitor, slug, operation)) allowed.push(letters[visitor])
    expect(allowed.join('')).toBe(expected)
  })

  it.each(
    globals.flatMap(({ slug }) =>
      (['read', 'readVersions', 'update'] as const).map((operation) => ({ slug, operation })),
    ),
  )('global $slug: $operation is for those the matrix names', async ({ slug, operation }) => {
    const requests = {
      read: (visitor: Visitor) => portal.request(visitor, 'GET', `/globals/${slug}`),
      readVersions: (visitor: Visitor) => portal.request(visitor, 'GET', `/globals/${slug}/versions`),
      update: (visitor: Visitor) => portal.request(visitor, 'POST', `/globals/${slug}`, {}),
    }
    const allowed: string[] = []
    for (const visitor of visitors)
      if (isDone(await requests[operation](visitor))) allowed.push(letters[visitor])
    expect(allowed.join('')).toBe(globalRows[slug]?.[operation] ?? '')
  })
})

describe('field by field, over REST', () => {
  it.each(Object.keys(fieldRows))('%s is read and changed by those the matrix names', async (path) => {
    const [slug = '', name = '', inner] = path.split('.')
    const outer = portal.payload.config.collections
      .find((collection) => collection.slug === slug)
      ?.flattenedFields.find((each) => each.name === name)
    const field =
      inner !== undefined && outer?.type === 'group'
        ? outer.flattenedFields.find((each) => each.name === inner)
        : outer
    if (!field) throw new Error(`No field ${path}`)
    const readers: string[] = []
    const writers: string[] = []
    for (const visitor of visitors) {
      const id = await make(slug, 'published')
      const before = await valueOf(slug, id, name)
      const seen = await portal.request(visitor, 'GET', `/${slug}/${id}?depth=0`)
      if (seen.status === 200 && name in seen.body) readers.push(letters[visitor])
      const status = withDrafts.has(slug) ? { _status: 'published' } : {}
      const value = await sample(field)
      const sent = inner === undefined ? value : { [inner]: value }
      await portal.request(visitor, 'PATCH', `/${slug}/${id}`, { [name]: sent, ...status })
      if (JSON.stringify(await valueOf(slug, id, name)) !== JSON.stringify(before))
        writers.push(letters[visitor])
      await remove(slug, id)
    }
    expect({ read: readers.join(''), update: writers.join('') }).toEqual(fieldRows[path])
  })
})

type Ruled = { path: string; field: FlattenedField }

const ruledFields = (prefix: string, fields: FlattenedField[]): Ruled[] =>
  fields.flatMap((field) => {
    const path = `${prefix}.${field.name}`
    const inner = 'flattenedFields' in field ? ruledFields(path, field.flattenedFields) : []
    // Payload puts rules of its own on what it adds itself (sessions, hash, locks).
    const isOurs = 'access' in field && field.access && Object.keys(field.access).length > 0
    return isOurs && !payloadsOwn.has(field.name) ? [{ path, field }, ...inner] : inner
  })

const payloadsOwn = new Set([
  'resetPasswordToken',
  'resetPasswordExpiration',
  'resetPasswordRequestedAt',
  'sessions',
  'salt',
  'hash',
  'email',
  'password',
  'loginAttempts',
  'lockUntil',
])

const isDone = ({ status, body }: Reply): boolean =>
  status < 300 && (body?.errors === undefined || body.errors.length === 0)

const can = async (visitor: Visitor, slug: string, operation: Operation): Promise<boolean> => {
  const send = (method: string, path: string, body?: object) =>
    portal.request(visitor, method, `/${slug}${path}`, body)
  if (operation === 'create' || operation === 'createPublished') {
    const status = operation === 'createPublished' ? { _status: 'published' } : {}
    const query = withDrafts.has(slug) && operation === 'create' ? '?draft=true' : ''
    const reply =
      slug === 'media'
        ? await portal.upload(visitor, 'POST', '/media', {
            bytes: await photo(40, 30),
            name: 'x.jpg',
            type: 'image/jpeg',
            data: { alt: 'x' },
          })
        : await send('POST', query, { ...(await data(slug)), ...status })
    if (reply.body?.doc?.id) await remove(slug, reply.body.doc.id)
    return isDone(reply)
  }
  const isDraft =
    operation === 'readDraft' ||
    operation === 'updateDraft' ||
    operation === 'publish' ||
    operation === 'deleteDraft'
  const id = await make(slug, isDraft ? 'draft' : 'published')
  const requests: Record<Exclude<Operation, 'create' | 'createPublished'>, () => Promise<boolean>> = {
    read: async () => (await send('GET', `/${id}`)).body?.id === id,
    readDraft: async () => isDone(await send('GET', `/${id}?draft=true`)),
    readVersions: async () => {
      const { status, body } = await send('GET', `/versions?where[parent][equals]=${id}`)
      return status === 200 && body.docs.length > 0
    },
    update: async () =>
      isDone(await send('PATCH', `/${id}`, withDrafts.has(slug) ? { _status: 'published' } : { title: 'x' })),
    updateDraft: async () => isDone(await send('PATCH', `/${id}?draft=true`, { lead: 'x' })),
    publish: async () => isDone(await send('PATCH', `/${id}`, { _status: 'published' })),
    unpublish: async () => isDone(await send('PATCH', `/${id}`, { _status: 'draft' })),
    delete: async () => isDone(await send('DELETE', `/${id}`)),
    deleteDraft: async () => isDone(await send('DELETE', `/${id}`)),
  }
  const isAllowed = await requests[operation]()
  await remove(slug, id)
  return isAllowed
}

let counter = 0

/** A valid document of a collection. */
const data = async (slug: string): Promise<Record<string, unknown>> => {
  counter += 1
  const title = `Образец ${counter}`
  const samples: Record<string, Record<string, unknown>> = {
    news: { title, topic: 'sport' },
    events: { title, kind: 'event', status: 'scheduled', startsAt: '2026-12-01T10:00:00.000Z' },
    pages: { title },
    places: { title, category: 'parks', opening: 'unknown' },
    stops: { title, kind: 'bus', latitude: 55.65, longitude: 37.94, demo: false },
    hearings: { title, kind: 'publicHearing', status: 'scheduled' },
    editions: {
      title,
      hearing: slug === 'editions' ? await known('hearings') : '',
      edition: 10 + counter,
      publishedAt: someDay,
      content: '{}',
      sha256: 'x',
    },
    manifests: {
      day: `day ${counter}`,
      signedAt: someDay,
      editions: [],
      sha256: 'x',
      key: 'x',
      signature: 'x',
    },
    withdrawals: {
      // A notice of its own, which says the words.
      hearing: slug === 'withdrawals' ? await make('hearings', 'published') : '',
      passage: 'Образец',
      reason: 'Обращение гражданина, 152-ФЗ, статья 21',
    },
    districts: { title, number: slug === 'districts' ? await freeNumber() : 0 },
    deputies: {
      title,
      lastName: `Образцов ${counter}`,
      firstName: 'Образец',
      duty: 'deputy',
      user: portal.users.respondent.id,
      ...(slug === 'deputies'
        ? { middleName: 'Образцович', photo: await known('media'), district: await known('districts') }
        : {}),
    },
    media: {
      alt: 'x',
      kind: 'image',
      filename: `x-${counter}.jpg`,
      mimeType: 'image/jpeg',
      text: 'x',
      sha256: 'x',
      uploadedBy: portal.users.volunteer.id,
    },
    publications: {
      kind: 'published',
      status: 'live',
      requestedAt: new Date().toISOString(),
      collectionSlug: 'x',
      documentId: 'x',
    },
    addressees: { title, slug: `adresat-${counter}`, accepting: true, termDays: 30, respondents: [] },
    questions: {
      number: `2026-${counter}`,
      state: 'published',
      addressee: slug === 'questions' ? await known('addressees') : '',
      subject: title,
      text: 'x',
      sha256: 'x',
      author: 'Житель',
      house: 'x',
      reason: 'offence',
      forwardReason: 'x',
      extensionReason: 'x',
      termDays: 30,
      extendedDays: 1,
      same: 0,
      answers: [{ id: 'x', text: 'x', at: new Date().toISOString() }],
      registeredAt: new Date().toISOString(),
      forwardedAt: new Date().toISOString(),
      extendedAt: new Date().toISOString(),
      answeredAt: new Date().toISOString(),
      closedAt: new Date().toISOString(),
      erasedAt: new Date().toISOString(),
      sent: { subject: title, email: 'x@example.test', consents: [] },
      record: { history: [] },
      statusKey: `k${counter}`,
      step: 1,
    },
    wishes: {
      ...wishSample(counter),
      ...(slug === 'wishes' ? { photo: await known('media') } : {}),
    },
    'join-requests': {
      name: title,
      age: '18-24',
      email: `j${counter}@example.test`,
      status: 'new',
      user: portal.users.volunteer.id,
      consentAt: someDay,
      parentConsentAt: someDay,
      decidedAt: someDay,
      decidedBy: 'x',
      demo: false,
    },
    registrations: {
      name: title,
      email: `r${counter}@example.test`,
      event: slug === 'registrations' ? await known('events') : '',
      state: 'seat',
      number: counter,
      consentAt: someDay,
      toldStart: someDay,
      eraseAt: someDay,
      seatsKey: 'x',
      key: `k${counter}`,
      demo: false,
    },
    'event-seats': { key: `k${counter}`, taken: 1, waiting: 0, last: 1, until: someDay, isTold: true },
    'wish-supports': { key: `k${counter}`, wish: 'x' },
    subscribers: { addressKey: `k${counter}`, channel: 'email', isActive: false },
    'told-notices': {
      key: `k${counter}`,
      collectionSlug: 'news',
      documentId: 'x',
      word: 'x',
      title,
      path: '/x/',
      slot: new Date().toISOString(),
      isSpread: true,
    },
    'told-messages': {
      subscriber: 'x',
      notice: `k${counter}`,
      channel: 'email',
      slot: new Date().toISOString(),
      dueAt: new Date().toISOString(),
      status: 'sent',
      attempts: 0,
    },
    houses: houseSample(counter),
    sessions: {
      title,
      number: String(counter),
      startsAt: new Date().toISOString(),
      place: { name: 'Зал' },
      attend: 'По паспорту',
      status: 'scheduled',
    },
    receptions: {
      title,
      name: title,
      person: `obrazec-${counter}`,
      demo: false,
      ...(slug === 'receptions'
        ? { deputy: await known('deputies'), addressee: await known('addressees') }
        : {}),
    },
    documents: {
      title,
      kind: 'decision',
      authority: 'council',
      number: String(counter),
      adoptedAt: someDay,
      state: 'inForce',
    },
    elections: { title, kind: 'council', votingFrom: someDay, votingTo: someDay, source: knownSource },
    turnout: { title, year: 2016, percent: 31, source: knownSource, demo: false },
    streams: {
      of: { relationTo: 'events', value: slug === 'streams' ? await known('events') : '' },
      plannedAt: '2036-12-01T10:00:00.000Z',
      startedAt: '2036-12-01T10:00:00.000Z',
      endedAt: '2036-12-01T12:00:00.000Z',
      title,
      demo: false,
      state: 'scheduled',
    },
    redirects: { from: `/from-${counter}/`, to: `/to-${counter}/` },
    users: {
      email: `u${counter}@example.test`,
      name: title,
      role: 'volunteer',
      password: 'only for these tests',
    },
    polls: {
      title,
      question: 'Что выбрать?',
      options: [{ text: 'Одно' }, { text: 'Другое' }],
      kind: 'single',
      level: 'open',
      results: 'afterClose',
      opensAt: '2036-12-01T10:00:00.000Z',
      closesAt: '2036-12-02T10:00:00.000Z',
    },
    'poll-results': {
      title,
      level: 'x',
      poll: slug === 'poll-results' ? await make('polls', 'published') : '',
      summary: 'x',
      countedAt: new Date().toISOString(),
      root: 'x',
    },
    'poll-marks': { id: `m${counter}`, poll: 'x', voter: `v${counter}`, day: '2026-11-12' },
    'poll-ballots': { id: `b${counter}`, poll: 'x', choices: ['x'] },
    'portal-state': { key: `k${counter}` },
    letters: { key: `k${counter}`, status: 'waiting', attempts: 0, dueAt: new Date().toISOString() },
    'spent-tokens': { key: `k${counter}`, expiresAt: new Date().toISOString() },
    'payload-jobs': { taskSlug: 'schedulePublish', input: {} },
    'payload-kv': { key: `k${counter}`, data: {} },
    'payload-migrations': { name: title, batch: 1 },
    'payload-locked-documents': { user: { relationTo: 'users', value: portal.users.admin.id } },
    'payload-preferences': {
      key: `k${counter}`,
      value: {},
      user: { relationTo: 'users', value: portal.users.admin.id },
    },
  }
  const found = samples[slug]
  if (!found) throw new Error(`The matrix has no sample of ${slug}`)
  return found
}

const someDay = '2026-11-01T09:00:00.000Z'
const knownSource = { name: 'x', checkedAt: someDay }

/** As the hook would write it, so that a save changes nothing it was not asked for. */
const houseSample = (n: number) => {
  const parts = { street: 'улица Образцовая', number: String(n) }
  return { ...parts, ...houseAddress(parts), demo: false }
}

/** Published, with every field that has a rule. */
const wishSample = (n: number) => ({
  number: `П-2026-${n}`,
  slug: `p-2026-${n}`,
  status: 'published',
  category: 'yards',
  title: `Образец ${n}`,
  text: 'Поставить лавку у подъезда',
  place: 'x',
  point: { latitude: 55.6, longitude: 37.9 },
  reply: 'x',
  name: 'x',
  email: 'x@example.test',
  declineReason: 'insult',
  supports: 0,
  history: [{ id: 'a'.repeat(24), to: 'published', at: someDay, by: 'x' }],
  receivedAt: someDay,
  publishedAt: someDay,
  decidedAt: someDay,
  consentAt: someDay,
  demo: false,
})

const make = async (slug: string, status: 'draft' | 'published'): Promise<string> => {
  // Every name is a collection of the configuration: the first test compares them.
  const collection = slug as CollectionSlug
  const sample = await data(slug)
  if (withDrafts.has(slug) || slug === 'users') {
    const extra = withDrafts.has(slug) ? { _status: status } : {}
    const doc = await portal.payload.create({
      collection,
      data: { ...sample, ...extra } as never,
      draft: status === 'draft',
      depth: 0,
    })
    return String(doc.id)
  }
  return String((await portal.payload.db.create({ collection, data: sample })).id)
}

const remove = async (slug: string, id: string): Promise<void> => {
  const collection = slug as CollectionSlug
  const where = { id: { equals: id } }
  await portal.payload.db.deleteMany({ collection, where })
  if (withDrafts.has(slug))
    await portal.payload.db.deleteVersions({ collection, where: { parent: { equals: id } } })
}

const valueOf = async (slug: string, id: string, name: string): Promise<unknown> => {
  const where = { id: { equals: id } }
  const doc = await portal.payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection: slug as CollectionSlug,
    where,
  })
  const value = doc?.[name]
  return Array.isArray(value) && value.length === 0 ? null : (value ?? null)
}

/** One document of a collection that the samples refer to. */
const known = async (slug: string): Promise<string> => {
  const id = knownIds.get(slug) ?? (await make(slug, 'published'))
  knownIds.set(slug, id)
  return id
}

const knownIds = new Map<string, string>()

const removeOtherDistricts = async (): Promise<void> => {
  const where = { id: { not_equals: await known('districts') } }
  await portal.payload.db.deleteMany({ collection: 'districts', where })
}

const otherRespondent = async (): Promise<string> => {
  const user = { ...(await data('users')), role: 'respondent' }
  return String((await portal.payload.create({ collection: 'users', data: user as never })).id)
}

const freeNumber = async (): Promise<number> => {
  const { docs } = await portal.payload.find({ collection: 'districts', pagination: false, depth: 0 })
  const taken = new Set(docs.map(({ number }) => number))
  return [1, 2, 3, 4, 5, 6, 7, 8].find((number) => !taken.has(number)) ?? 0
}

/** Another valid value of a field; what it refers to is made for it and left behind, but for the eight districts. */
const sample = async (field: FlattenedField): Promise<unknown> => {
  if (field.type === 'date') return '2020-02-02T00:00:00.000Z'
  if (field.type === 'checkbox') return true
  if (field.type === 'number') return 56
  if (field.type === 'relationship' || field.type === 'upload') {
    const to = String(field.relationTo)
    if (to === 'districts') await removeOtherDistricts()
    return to === 'users' ? otherRespondent() : make(to, 'published')
  }
  if (field.type === 'select') {
    const option = field.options.at(1)
    return typeof option === 'string' ? option : option?.value
  }
  if (field.type === 'group' || field.type === 'array') {
    const inner = field.flattenedFields.find((each) => ['text', 'date', 'number'].includes(each.type))
    const row = inner ? { [inner.name]: await sample(inner) } : {}
    return field.type === 'array' ? [row] : row
  }
  if (field.type === 'text' && field.hasMany) return ['x']
  if (field.type === 'textarea') return 'drugoe, i dovolno dlinnoe'
  return 'drugoe'
}
