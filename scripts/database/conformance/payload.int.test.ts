import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { buildConfig, BasePayload, type Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { withDatabaseName } from '../index.ts'
import { connect } from './connect.ts'

/** The portal's generated types describe the portal's collections, not the ones of this test. */
interface LooseApi {
  create(options: object): Promise<Fields>
  update(options: object): Promise<unknown>
  delete(options: object): Promise<unknown>
  find(options: object): Promise<{ docs: Fields[] }>
  findByID(options: object): Promise<Fields>
  count(options: object): Promise<{ totalDocs: number }>
  findVersions(
    options: object,
  ): Promise<{ totalDocs: number; docs: { id: string | number; version: object }[] }>
  restoreVersion(options: object): Promise<unknown>
  findGlobal(options: object): Promise<object>
  updateGlobal(options: object): Promise<unknown>
  findGlobalVersions(options: object): Promise<{ totalDocs: number }>
  login(options: object): Promise<{ token?: string; user?: object }>
  unlock(options: object): Promise<unknown>
  jobs: { queue(options: object): Promise<unknown>; run(options?: object): Promise<unknown> }
}
interface Fields {
  id: string | number
}

/** Payload's own operations, those the portal uses, on a configuration just large enough to hold them. */
const url = withDatabaseName(inject('databaseUrl'), 'conformance_payload')
let payload: LooseApi
let instance: Payload

beforeAll(async () => {
  const { client } = await connect('payload')
  await client.close()
  const config = await buildConfig({
    secret: 'conformance',
    telemetry: false,
    db: mongooseAdapter({ url }),
    typescript: { autoGenerate: false },
    collections: [
      {
        slug: 'users',
        auth: { maxLoginAttempts: 3, lockTime: 60_000 },
        fields: [{ name: 'role', type: 'text' }],
      },
      {
        slug: 'districts',
        fields: [
          { name: 'number', type: 'number', unique: true },
          { name: 'title', type: 'text' },
          {
            type: 'group',
            name: 'lists',
            fields: [{ name: 'news', type: 'join', collection: 'news', on: 'district' }],
          },
        ],
      },
      {
        slug: 'news',
        trash: true,
        versions: { drafts: { autosave: true, schedulePublish: true }, maxPerDoc: 4 },
        fields: [
          { name: 'title', type: 'text', required: true },
          { name: 'slug', type: 'text', unique: true },
          { name: 'topic', type: 'select', options: ['transport', 'schools'], hasMany: true },
          { name: 'district', type: 'relationship', relationTo: 'districts' },
          { name: 'related', type: 'relationship', relationTo: ['news', 'districts'], hasMany: true },
          { name: 'programme', type: 'array', fields: [{ name: 'time', type: 'text' }] },
          { name: 'publishedAt', type: 'date' },
        ],
      },
      {
        slug: 'places',
        fields: [
          { name: 'title', type: 'text' },
          { name: 'place', type: 'point' },
        ],
      },
      {
        slug: 'media',
        upload: { disableLocalStorage: true },
        fields: [{ name: 'alt', type: 'text' }],
      },
    ],
    globals: [{ slug: 'settings', versions: true, fields: [{ name: 'siteName', type: 'text' }] }],
    jobs: {
      autoRun: [],
      tasks: [
        {
          slug: 'note',
          inputSchema: [{ name: 'text', type: 'text' }],
          handler: ({ input }: { input: { text?: string } }) => {
            if (input.text === 'fail') throw new Error('as asked')
            handled.push(String(input.text))
            return { output: {} }
          },
        },
      ],
    },
  })
  instance = await new BasePayload().init({ config })
  payload = instance
})
afterAll(() => instance.destroy())

const handled: string[] = []
const news = (data: Record<string, unknown>, more: object = {}) =>
  payload.create({ collection: 'news', data: { _status: 'published', ...data }, ...more })
const find = async (where: Record<string, unknown>, more: object = {}) =>
  (
    await payload.find({
      collection: 'news',
      where: where,
      pagination: false,
      sort: 'title',
      ...more,
    })
  ).docs
const titles = async (where: Record<string, unknown>, more: object = {}) =>
  (await find(where, more)).map((doc) => ('title' in doc ? doc.title : undefined))

describe('accounts', () => {
  it('log in with the right password and are locked after wrong ones', async () => {
    const data = { email: 'editor@example.org', password: 'right-password', role: 'editor' }
    await payload.create({ collection: 'users', data })
    const login = (password: string) =>
      payload.login({ collection: 'users', data: { email: data.email, password } })
    expect((await login(data.password)).token).toBeTypeOf('string')
    for (let i = 0; i < 3; i++) await expect(login('wrong')).rejects.toThrow(/incorrect/)
    await expect(login(data.password)).rejects.toThrow(/locked/)
    await payload.unlock({
      collection: 'users',
      data: { email: data.email, password: '' },
      overrideAccess: true,
    })
    expect((await login(data.password)).user).toMatchObject({ email: data.email })
  })
  it('refuse the same address twice, naming the field', async () => {
    const data = { email: 'twice@example.org', password: 'some-password' }
    await payload.create({ collection: 'users', data })
    await expect(payload.create({ collection: 'users', data })).rejects.toMatchObject({
      name: 'ValidationError',
      data: { errors: [{ path: 'email' }] },
    })
  })
})

describe('documents', () => {
  it('with a duplicate slug fail with an error at the field, and leave nothing of themselves', async () => {
    await news({ title: 'Первая', slug: 'duplicate' })
    const error = await news({ title: 'Вторая', slug: 'duplicate' }).catch((e: unknown) => e)
    expect(error).toMatchObject({ name: 'ValidationError', data: { errors: [{ path: 'slug' }] } })
    expect(await titles({ slug: { equals: 'duplicate' } })).toEqual(['Первая'])
    const versions = await payload.findVersions({
      collection: 'news',
      where: { 'version.title': { equals: 'Вторая' } },
    })
    expect(versions.totalDocs).toBe(0)
  })
  it('are found by like, contains, in, exists, dates, arrays and by fields of a relation', async () => {
    const one = await payload.create({
      collection: 'districts',
      data: { number: 1, title: 'Округ № 1' },
    })
    const two = await payload.create({
      collection: 'districts',
      data: { number: 2, title: 'Округ № 2' },
    })
    await news({
      title: 'Ремонт двора на улице',
      slug: 'q1',
      district: two.id,
      topic: ['transport'],
      publishedAt: '2026-01-01T00:00:00.000Z',
      programme: [{ time: '10:00' }],
    })
    await news({
      title: 'Школьный двор',
      slug: 'q2',
      district: one.id,
      topic: ['schools', 'transport'],
      publishedAt: '2026-06-01T00:00:00.000Z',
      related: [{ relationTo: 'districts', value: two.id }],
    })
    const q = (where: Record<string, unknown>) => titles({ and: [{ slug: { like: 'q' } }, where] })
    expect(await q({ title: { like: 'двор ремонт' } })).toEqual(['Ремонт двора на улице'])
    expect(await q({ title: { contains: 'ДВОР' } })).toEqual(['Ремонт двора на улице', 'Школьный двор'])
    expect(await q({ slug: { in: ['q2', 'q9'] } })).toEqual(['Школьный двор'])
    expect(await q({ topic: { in: ['schools'] } })).toEqual(['Школьный двор'])
    expect(await q({ district: { exists: true } })).toHaveLength(2)
    expect(await q({ publishedAt: { greater_than: '2026-03-01T00:00:00.000Z' } })).toEqual(['Школьный двор'])
    expect(await q({ 'programme.time': { equals: '10:00' } })).toEqual(['Ремонт двора на улице'])
    expect(await q({ 'district.number': { equals: 2 } })).toEqual(['Ремонт двора на улице'])
    expect(await q({ 'related.value': { equals: two.id } })).toEqual(['Школьный двор'])
    expect(await q({ or: [{ 'district.title': { like: '1' } }, { slug: { equals: 'none' } }] })).toEqual([
      'Школьный двор',
    ])
    expect(await titles({ slug: { in: ['q1', 'q2'] } }, { sort: 'district.number' })).toEqual([
      'Школьный двор',
      'Ремонт двора на улице',
    ])
    expect(await titles({ slug: { in: ['q1', 'q2'] } }, { sort: '-district.number' })).toEqual([
      'Ремонт двора на улице',
      'Школьный двор',
    ])
    const joined = await payload.findByID({ collection: 'districts', id: two.id, depth: 1 })
    expect(joined).toMatchObject({ lists: { news: { docs: [{ slug: 'q1' }] } } })
  })
  it('come in pages that neither repeat nor skip', async () => {
    for (let i = 0; i < 25; i++)
      await news({ title: `Страница ${String(i).padStart(2, '0')}`, slug: `page-${i}` })
    const seen: string[] = []
    for (let page = 1; page <= 3; page++) {
      const result = await payload.find({
        collection: 'news',
        where: { slug: { like: 'page-' } },
        limit: 10,
        page,
        sort: 'title',
      })
      expect(result).toMatchObject({ totalDocs: 25, totalPages: 3, hasNextPage: page < 3 })
      seen.push(...result.docs.map(({ id }) => String(id)))
    }
    expect(new Set(seen).size).toBe(25)
    expect((await payload.count({ collection: 'news', where: { slug: { like: 'page-' } } })).totalDocs).toBe(
      25,
    )
  })
  it('have a place on the map', async () => {
    const collection = 'places'
    await payload.create({ collection, data: { title: 'Люберцы', place: [37.89, 55.68] } })
    await payload.create({ collection, data: { title: 'Далеко', place: [30.3, 59.9] } })
    await payload.create({ collection, data: { title: 'Нигде' } })
    const near = { place: { near: '37.9,55.68,5000,0' }, title: { not_equals: 'Далеко' } }
    const found = await payload.find({ collection, where: near, pagination: false })
    expect(found.docs).toMatchObject([{ title: 'Люберцы' }])
  })
  it('go to the trash and come back', async () => {
    const doc = await news({ title: 'В корзину', slug: 'trash' })
    await payload.update({
      collection: 'news',
      id: doc.id,
      data: { deletedAt: new Date().toISOString() },
    })
    expect(await titles({ slug: { equals: 'trash' } })).toEqual([])
    expect(await titles({ slug: { equals: 'trash' } }, { trash: true })).toEqual(['В корзину'])
    await payload.delete({
      collection: 'news',
      where: { slug: { equals: 'trash' } },
      trash: true,
    })
    expect(await titles({ slug: { equals: 'trash' } }, { trash: true })).toEqual([])
  })
})

describe('drafts and versions', () => {
  it('keep a draft apart from what is published, and restore', async () => {
    const { id } = await news({ title: 'Опубликовано', slug: 'draft-1' })
    const collection = 'news'
    await payload.update({ collection, id, data: { title: 'Черновик' }, draft: true })
    await payload.update({ collection, id, data: { title: 'Автосохранение' }, draft: true, autosave: true })
    expect(await payload.findByID({ collection, id })).toMatchObject({
      title: 'Опубликовано',
      _status: 'published',
    })
    expect(await payload.findByID({ collection, id, draft: true })).toMatchObject({
      title: 'Автосохранение',
      _status: 'draft',
    })
    expect(await titles({ slug: { equals: 'draft-1' } }, { draft: true })).toEqual(['Автосохранение'])
    const versions = await payload.findVersions({
      collection,
      where: { parent: { equals: id } },
      sort: 'createdAt',
    })
    const first = versions.docs[0]
    expect(first?.version).toMatchObject({ title: 'Опубликовано' })
    await payload.restoreVersion({ collection, id: first!.id })
    expect(await payload.findByID({ collection, id, draft: true })).toMatchObject({ title: 'Опубликовано' })
  })
  it('keep no more versions than told', async () => {
    const { id } = await news({ title: 'Много', slug: 'many' })
    for (let i = 0; i < 7; i++)
      await payload.update({ collection: 'news', id, data: { title: `Много ${i}` } })
    const versions = await payload.findVersions({
      collection: 'news',
      where: { parent: { equals: id } },
    })
    expect(versions.totalDocs).toBe(4)
    expect(versions.docs[0]?.version).toMatchObject({ title: 'Много 6' })
  })
  it('of a global are kept as well', async () => {
    const slug = 'settings'
    await payload.updateGlobal({ slug, data: { siteName: 'Портал' } })
    await payload.updateGlobal({ slug, data: { siteName: 'Портал Люберец' } })
    expect(await payload.findGlobal({ slug })).toMatchObject({ siteName: 'Портал Люберец' })
    expect((await payload.findGlobalVersions({ slug })).totalDocs).toBe(2)
  })
})

describe('jobs', () => {
  it('run once each, in order, and keep their failure', async () => {
    const queue = (text: string) => payload.jobs.queue({ task: 'note', input: { text } })
    for (const text of ['a', 'b', 'fail', 'c']) await queue(text)
    await payload.jobs.run({ limit: 10, sequential: true })
    expect(handled).toEqual(['a', 'b', 'c'])
    await payload.jobs.run({ limit: 10, sequential: true })
    expect(handled).toEqual(['a', 'b', 'c'])
    const failed = await payload.find({ collection: 'payload-jobs', where: { hasError: { equals: true } } })
    expect(failed.docs).toMatchObject([{ input: { text: 'fail' } }])
  })
  it('publish on schedule', async () => {
    const draft = await news({ title: 'По расписанию', slug: 'scheduled', _status: 'draft' }, { draft: true })
    await payload.jobs.queue({
      task: 'schedulePublish',
      input: { type: 'publish', doc: { relationTo: 'news', value: String(draft.id) } },
      waitUntil: new Date(Date.now() - 1000),
    })
    await payload.jobs.run()
    expect(await payload.findByID({ collection: 'news', id: draft.id })).toMatchObject({
      _status: 'published',
    })
  })
})

describe('transactions', () => {
  it('are on', async () => {
    const transaction = await instance.db.beginTransaction()
    expect(transaction).not.toBe(null)
    const req = { transactionID: transaction }
    await news({ title: 'Не будет', slug: 'rolled-back' }, { req })
    expect(await titles({ slug: { equals: 'rolled-back' } })).toEqual([])
    await instance.db.rollbackTransaction(transaction!)
    expect(await titles({ slug: { equals: 'rolled-back' } })).toEqual([])
  })
  it('let 20 editors save different documents at the same time', async () => {
    const saved = await Promise.all(
      Array.from({ length: 20 }, (_, i) => news({ title: `Разом ${i}`, slug: `together-${i}` })),
    )
    expect(new Set(saved.map(({ id }) => id)).size).toBe(20)
    expect(await titles({ slug: { like: 'together-' } })).toHaveLength(20)
  })
})

describe('files', () => {
  it('keep what is known of them and get a new name when the name is taken', async () => {
    const data = Buffer.from('%PDF-1.4\n%%EOF\n')
    const file = { data, mimetype: 'application/pdf', name: 'resheniye.pdf', size: data.length }
    const create = () => payload.create({ collection: 'media', data: { alt: 'Решение' }, file })
    expect(await create()).toMatchObject({
      filename: 'resheniye.pdf',
      mimeType: 'application/pdf',
      filesize: data.length,
    })
    expect(await create()).toMatchObject({ filename: 'resheniye-1.pdf' })
  })
})
