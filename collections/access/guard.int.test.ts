import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openPortal, type Portal } from '../test/openPortal.ts'
import { runScheduledJobs } from '../schedule/runScheduledJobs.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal(inject('databaseUrl'))
})
afterAll(() => portal.close())

const make = async (as: 'admin' | 'editor' | 'volunteer', path: string, data: object) => {
  const { body, status } = await portal.request(as, 'POST', path, data)
  expect(status, JSON.stringify(body)).toBe(201)
  return body.doc
}

const publicPage = async (slug: string) =>
  (await portal.request('anonymous', 'GET', `/pages?where[slug][equals]=${slug}`)).body.docs[0]

describe('a volunteer', () => {
  it('creates a draft and goes on with it, and with a colleague’s', async () => {
    const own = await make('volunteer', '/pages?draft=true', { title: 'Черновик волонтёра' })
    const edit = await portal.request('volunteer', 'PATCH', `/pages/${own.id}?draft=true&autosave=true`, {
      lead: 'Дальше',
    })
    expect(edit.status).toBe(200)
    const other = await make('editor', '/pages?draft=true', { title: 'Черновик редактора' })
    expect(
      (await portal.request('volunteer', 'PATCH', `/pages/${other.id}?draft=true`, { lead: 'Помог' })).status,
    ).toBe(200)
    expect(await publicPage('chernovik-volontera')).toBeUndefined()
  })

  const attempts: [string, (id: string) => Promise<unknown>][] = [
    [
      'saving as published',
      (id) => portal.request('volunteer', 'PATCH', `/pages/${id}`, { _status: 'published' }),
    ],
    [
      'a draft save that says published',
      (id) => portal.request('volunteer', 'PATCH', `/pages/${id}?draft=true`, { _status: 'published' }),
    ],
    [
      'an autosave that says published',
      (id) =>
        portal.request('volunteer', 'PATCH', `/pages/${id}?draft=true&autosave=true`, {
          _status: 'published',
        }),
    ],
    [
      'a bulk edit',
      (id) =>
        portal.request('volunteer', 'PATCH', `/pages?where[id][equals]=${id}`, { _status: 'published' }),
    ],
    [
      'a bulk draft edit',
      (id) =>
        portal.request('volunteer', 'PATCH', `/pages?draft=true&where[id][equals]=${id}`, {
          _status: 'published',
        }),
    ],
    [
      'a duplicate',
      (id) =>
        portal.request('volunteer', 'POST', `/pages/${id}/duplicate`, {
          _status: 'published',
          slug: 'kopiya',
        }),
    ],
    [
      'a new document',
      () => portal.request('volunteer', 'POST', '/pages', { title: 'Сразу на сайт', _status: 'published' }),
    ],
    [
      'all locales at once',
      (id) =>
        portal.request('volunteer', 'PATCH', `/pages/${id}?publishAllLocales=true`, { _status: 'published' }),
    ],
  ]
  it.each(attempts)('cannot publish through %s', async (_, attempt) => {
    const doc = await make('volunteer', '/pages?draft=true', { title: 'Хочу на сайт' })
    await attempt(doc.id)
    const { docs } = (await portal.request('anonymous', 'GET', '/pages?limit=100')).body
    expect(docs).toEqual([])
    expect(await portal.payload.count({ collection: 'publications' })).toMatchObject({ totalDocs: 0 })
  })

  it('cannot publish by schedule, and the editor sees that it failed', async () => {
    const doc = await make('volunteer', '/pages?draft=true', { title: 'По расписанию' })
    await portal.payload.jobs.queue({
      task: 'schedulePublish',
      input: {
        type: 'publish',
        doc: { relationTo: 'pages', value: doc.id },
        user: { relationTo: 'users', value: portal.users.volunteer.id },
      },
      waitUntil: new Date(Date.now() - 1000),
    })
    await runScheduledJobs(portal.payload)
    expect(await publicPage(doc.slug)).toBeUndefined()
    const { body } = await portal.request(
      'editor',
      'GET',
      `/publications/status?collection=pages&id=${doc.id}`,
    )
    expect(body.publication).toMatchObject({ status: 'failed', kind: 'published' })
    expect(body.publication.error).toContain('По расписанию не получилось')
  })

  it('cannot restore a published version', async () => {
    const doc = await make('editor', '/pages', { title: 'Была на сайте', _status: 'published' })
    await portal.request('editor', 'PATCH', `/pages/${doc.id}`, { _status: 'draft' })
    const { body } = await portal.request(
      'editor',
      'GET',
      `/pages/versions?where[parent][equals]=${doc.id}&where[version._status][equals]=published`,
    )
    const version = body.docs[0].id
    expect((await portal.request('volunteer', 'POST', `/pages/versions/${version}`)).status).toBe(403)
    expect((await portal.request('volunteer', 'POST', `/pages/versions/${version}?draft=true`)).status).toBe(
      200,
    )
    expect(await publicPage(doc.slug)).toBeUndefined()
  })

  const changes: [string, (id: string) => Promise<{ status: number }>][] = [
    ['editing it', (id) => portal.request('volunteer', 'PATCH', `/pages/${id}`, { title: 'Взлом' })],
    [
      'a draft over it',
      (id) => portal.request('volunteer', 'PATCH', `/pages/${id}?draft=true`, { title: 'Взлом' }),
    ],
    ['taking it down', (id) => portal.request('volunteer', 'PATCH', `/pages/${id}`, { _status: 'draft' })],
    [
      'unpublishing all locales',
      (id) => portal.request('volunteer', 'PATCH', `/pages/${id}?unpublishAllLocales=true`, {}),
    ],
    [
      'a bulk edit',
      (id) => portal.request('volunteer', 'PATCH', `/pages?where[id][equals]=${id}`, { title: 'Взлом' }),
    ],
    [
      'a bulk draft',
      (id) =>
        portal.request('volunteer', 'PATCH', `/pages?draft=true&where[id][equals]=${id}`, { title: 'Взлом' }),
    ],
    ['deleting it', (id) => portal.request('volunteer', 'DELETE', `/pages/${id}`)],
    ['deleting in bulk', (id) => portal.request('volunteer', 'DELETE', `/pages?where[id][equals]=${id}`)],
  ]
  it.each(changes)('cannot change a published document by %s', async (_, change) => {
    const doc = await make('editor', '/pages', { title: 'Опубликовано', _status: 'published' })
    await change(doc.id)
    expect(await publicPage(doc.slug)).toMatchObject({ title: 'Опубликовано' })
    const latest = await portal.request('editor', 'GET', `/pages/${doc.id}?draft=true`)
    expect(latest.body.title).toBe('Опубликовано')
  })

  it('cannot take down a document over which an editor keeps a draft', async () => {
    const doc = await make('editor', '/pages', { title: 'С черновиком сверху', _status: 'published' })
    await portal.request('editor', 'PATCH', `/pages/${doc.id}?draft=true`, { title: 'Правка' })
    expect(
      (await portal.request('volunteer', 'PATCH', `/pages/${doc.id}`, { _status: 'draft' })).status,
    ).toBe(403)
    expect(await publicPage(doc.slug)).toMatchObject({ title: 'С черновиком сверху' })
  })

  it('does not choose the address and does not hide the demo mark', async () => {
    const doc = await make('volunteer', '/pages?draft=true', {
      title: 'Скромность',
      slug: 'glavnaya',
      demo: true,
    })
    expect(doc).toMatchObject({ slug: 'skromnost', demo: false })
  })
})

describe('a scheduled publication', () => {
  const queue = (id: string, type: 'publish' | 'unpublish', user = portal.users.editor.id) =>
    portal.payload.jobs.queue({
      task: 'schedulePublish',
      input: { type, doc: { relationTo: 'news', value: id }, user: { relationTo: 'users', value: user } },
      waitUntil: new Date(Date.now() - 1000),
    })

  it('publishes and unpublishes by itself, and reaches the outbox', async () => {
    const doc = await make('editor', '/news?draft=true', { title: 'Утренняя новость', topic: 'sport' })
    await queue(doc.id, 'publish')
    await runScheduledJobs(portal.payload)
    expect((await portal.request('anonymous', 'GET', `/news/${doc.id}`)).status).toBe(200)
    await queue(doc.id, 'unpublish')
    await runScheduledJobs(portal.payload)
    expect((await portal.request('anonymous', 'GET', `/news/${doc.id}`)).status).toBe(404)
    const { docs } = await portal.payload.find({
      collection: 'publications',
      where: { documentId: { equals: doc.id } },
      sort: 'requestedAt',
    })
    expect(docs.map(({ actor, kind }) => `${kind} ${actor}`)).toEqual([
      'published editor',
      'unpublished editor',
    ])
  })

  it('that a killed process left half done is taken up again', async () => {
    const doc = await make('editor', '/news?draft=true', { title: 'Прерванная', topic: 'sport' })
    const job = await queue(doc.id, 'publish')
    await portal.payload.db.updateOne({ collection: 'payload-jobs', id: job.id, data: { processing: true } })
    await runScheduledJobs(portal.payload)
    expect((await portal.request('anonymous', 'GET', `/news/${doc.id}`)).status).toBe(200)
  })

  it('of an unfinished document fails visibly and leaves it a draft', async () => {
    const doc = await make('editor', '/news?draft=true', { title: 'Без темы' })
    await queue(doc.id, 'publish')
    await runScheduledJobs(portal.payload)
    expect((await portal.request('anonymous', 'GET', `/news/${doc.id}`)).status).toBe(404)
    const { body } = await portal.request(
      'editor',
      'GET',
      `/publications/status?collection=news&id=${doc.id}`,
    )
    expect(body.publication).toMatchObject({ status: 'failed' })
    expect(await portal.payload.count({ collection: 'payload-jobs' })).toMatchObject({ totalDocs: 0 })
  })
})

describe('a respondent', () => {
  const deputy = (extra: object = {}) => ({
    lastName: 'Образцов',
    firstName: 'Образец',
    duty: 'deputy',
    user: portal.users.respondent.id,
    ...extra,
  })

  it('keeps the words of their own published profile up to date, and nothing else of it', async () => {
    const own = await make('admin', '/deputies', deputy({ _status: 'published' }))
    const { status, body } = await portal.request('respondent', 'PATCH', `/deputies/${own.id}`, {
      lead: 'Отвечаю за дворы',
      lastName: 'Самозванцев',
      duty: 'chair',
      slug: 'glavnyy',
      user: null,
      demo: true,
      _status: 'published',
    })
    expect(status, JSON.stringify(body)).toBe(200)
    const { docs } = await portal.payload.find({
      collection: 'deputies',
      where: { id: { equals: own.id } },
      depth: 0,
    })
    expect(docs[0]).toMatchObject({
      lead: 'Отвечаю за дворы',
      lastName: 'Образцов',
      title: 'Образец Образцов',
      duty: 'deputy',
      slug: own.slug,
      user: portal.users.respondent.id,
      demo: false,
    })
  })

  it('does not keep an editor from saving the profile', async () => {
    const own = await make('admin', '/deputies', deputy({ lastName: 'Общий', _status: 'published' }))
    const { status, body } = await portal.request('editor', 'PATCH', `/deputies/${own.id}`, {
      duty: 'secretary',
      user: null,
      _status: 'published',
    })
    expect(status, JSON.stringify(body)).toBe(200)
    const saved = await portal.payload.findByID({ collection: 'deputies', id: own.id, depth: 0 })
    expect(saved).toMatchObject({ duty: 'secretary', user: portal.users.respondent.id })
  })

  it('cannot take the profile down, nor put up one that is hidden', async () => {
    const shown = await make('admin', '/deputies', deputy({ lastName: 'Открытов', _status: 'published' }))
    expect(
      (await portal.request('respondent', 'PATCH', `/deputies/${shown.id}`, { _status: 'draft' })).status,
    ).toBe(403)
    const hidden = await make('admin', '/deputies?draft=true', deputy({ lastName: 'Скрытов' }))
    expect(
      (await portal.request('respondent', 'PATCH', `/deputies/${hidden.id}`, { _status: 'published' }))
        .status,
    ).toBe(403)
    expect(
      (await portal.request('respondent', 'PATCH', `/deputies/${hidden.id}?draft=true`, { lead: 'Черновик' }))
        .status,
    ).toBe(200)
  })

  it('sees no draft but their own and edits no other profile', async () => {
    const other = await make(
      'editor',
      '/deputies',
      deputy({ lastName: 'Чужов', user: null, _status: 'published' }),
    )
    expect(
      (await portal.request('respondent', 'PATCH', `/deputies/${other.id}`, { lead: 'Взлом' })).status,
    ).toBe(403)
    await make('admin', '/deputies?draft=true', deputy({ lastName: 'Тайнов', user: null }))
    const { body } = await portal.request('respondent', 'GET', '/deputies?draft=true&limit=100')
    expect(body.docs.map(({ lastName }: { lastName: string }) => lastName)).not.toContain('Тайнов')
  })
})

describe('accounts', () => {
  it('lock after five wrong passwords', async () => {
    const login = (password: string) =>
      portal.request('anonymous', 'POST', '/users/login', { email: 'volunteer@example.test', password })
    for (let attempt = 0; attempt < 5; attempt += 1) await login('wrong password')
    expect((await login('only for these tests')).status).toBe(401)
  })

  it('cannot raise their own role, and the last administrator stays one', async () => {
    await portal.request('editor', 'PATCH', `/users/${portal.users.editor.id}`, { role: 'admin' })
    const editor = await portal.payload.findByID({ collection: 'users', id: portal.users.editor.id })
    expect(editor.role).toBe('editor')
    const own = `/users/${portal.users.admin.id}`
    expect((await portal.request('admin', 'PATCH', own, { role: 'editor' })).status).toBe(400)
    expect((await portal.request('admin', 'DELETE', own)).status).toBe(400)
  })

  it('need a password of ten characters', async () => {
    const user = { email: 'short@example.test', name: 'Кто-то', role: 'editor', password: 'korotkiy' }
    expect((await portal.request('admin', 'POST', '/users', user)).status).toBe(400)
  })
})
