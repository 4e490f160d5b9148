import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openPortal, type Portal } from '../test/openPortal.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal(inject('databaseUrl'))
})
afterAll(() => portal.close())

const news = (title: string, extra: object = {}) => ({ title, topic: 'improvement', ...extra })

const rows = async (id: string) => {
  const { docs } = await portal.payload.find({
    collection: 'publications',
    where: { documentId: { equals: id } },
    sort: 'requestedAt',
    depth: 0,
  })
  return docs
}

const kinds = async (id: string) => (await rows(id)).map(({ kind }) => kind)

const create = async (title: string, extra: object = {}) => {
  const { body, status } = await portal.request('editor', 'POST', '/news?depth=0', news(title, extra))
  expect(status, JSON.stringify(body)).toBe(201)
  return body.doc
}

describe('what goes to the site', () => {
  it('tells nobody about a draft, its autosaves and its versions', async () => {
    const { body } = await portal.request('editor', 'POST', '/news?draft=true', news('Черновик без шума'))
    await portal.request('editor', 'PATCH', `/news/${body.doc.id}?draft=true&autosave=true`, {
      lead: 'Правка',
    })
    expect(await kinds(body.doc.id)).toEqual([])
  })

  it('tells about a publication, a change, a withdrawal and a deletion, each once and with who did it', async () => {
    const doc = await create('Новая скамейка', { _status: 'published' })
    await portal.request('editor', 'PATCH', `/news/${doc.id}`, { lead: 'У подъезда', _status: 'published' })
    await portal.request('admin', 'PATCH', `/news/${doc.id}`, { _status: 'draft' })
    expect(await kinds(doc.id)).toEqual(['published', 'updated', 'unpublished'])
    await portal.request('editor', 'PATCH', `/news/${doc.id}`, { _status: 'published' })
    await portal.request('editor', 'DELETE', `/news/${doc.id}`)
    expect(await kinds(doc.id)).toEqual(['published', 'updated', 'unpublished', 'published', 'deleted'])
    expect((await rows(doc.id)).map(({ actor }) => actor)).toEqual([
      'editor',
      'editor',
      'admin',
      'editor',
      'editor',
    ])
    expect((await rows(doc.id))[0]).toMatchObject({
      title: 'Новая скамейка',
      status: 'queued',
      collectionSlug: 'news',
    })
  })

  it('is silent when a published document is saved without a change, and when a draft over it is saved', async () => {
    const doc = await create('Тихое сохранение', { _status: 'published' })
    await portal.request('editor', 'PATCH', `/news/${doc.id}`, { _status: 'published' })
    await portal.request('editor', 'PATCH', `/news/${doc.id}?draft=true`, { title: 'Ещё думаем' })
    expect(await kinds(doc.id)).toEqual(['published'])
  })

  it('is silent about a change of a private field alone', async () => {
    const { body } = await portal.request('editor', 'POST', '/deputies', {
      lastName: 'Примеров',
      firstName: 'Пример',
      duty: 'deputy',
      _status: 'published',
    })
    expect(body.doc.title).toBe('Пример Примеров')
    await portal.request('editor', 'PATCH', `/deputies/${body.doc.id}`, { user: portal.users.respondent.id })
    expect(await kinds(body.doc.id)).toEqual(['published'])
  })

  it('notices bulk edits and restored versions', async () => {
    const first = await create('Первая из двух', { lead: 'Первый анонс', _status: 'published' })
    const second = await create('Вторая из двух', { _status: 'published' })
    const ids = `where[id][in]=${first.id},${second.id}`
    const bulk = await portal.request('editor', 'PATCH', `/news?${ids}`, { lead: 'Общая правка' })
    expect(bulk.body.docs).toHaveLength(2)
    expect(await kinds(first.id)).toEqual(['published', 'updated'])
    const versions = await portal.request(
      'editor',
      'GET',
      `/news/versions?where[parent][equals]=${first.id}&sort=createdAt`,
    )
    const restored = await portal.request('editor', 'POST', `/news/versions/${versions.body.docs[0].id}`)
    expect(restored.status, JSON.stringify(restored.body)).toBe(200)
    expect(await kinds(first.id)).toEqual(['published', 'updated', 'updated'])
    await portal.request('editor', 'DELETE', `/news?${ids}`)
    expect(await kinds(second.id)).toEqual(['published', 'updated', 'deleted'])
  })

  it('notices globals and redirects', async () => {
    await portal.request('editor', 'POST', '/globals/settings', { siteName: 'Проверка' })
    await portal.request('editor', 'POST', '/globals/settings', { siteName: 'Проверка' })
    expect(await kinds('settings')).toEqual(['updated'])
    const { body } = await portal.request('admin', 'POST', '/redirects', {
      from: '/staroe/',
      to: '/novosti/',
    })
    expect(await kinds(body.doc.id)).toEqual(['published'])
  })

  it('leaves no row when the transaction of the save is rolled back', async () => {
    const { db } = portal.payload
    const before = await portal.payload.count({ collection: 'publications' })
    const transactionID = await db.beginTransaction()
    if (transactionID === null) throw new Error('This database has no transactions')
    const doc = await portal.payload.create({
      collection: 'news',
      data: { title: 'Не сохранится', topic: 'sport', _status: 'published' },
      req: { transactionID },
    })
    await db.rollbackTransaction(transactionID)
    expect(await kinds(doc.id)).toEqual([])
    expect(await portal.payload.count({ collection: 'publications' })).toEqual(before)
  })

  it('leaves no row when validation refuses the save', async () => {
    const doc = await create('Останется как была', { _status: 'published' })
    const { status, body } = await portal.request('editor', 'PATCH', `/news/${doc.id}`, {
      title: '',
      _status: 'published',
    })
    expect(status).toBe(400)
    expect(JSON.stringify(body)).toContain('title')
    expect(await kinds(doc.id)).toEqual(['published'])
  })
})
