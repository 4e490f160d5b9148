import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openPortal, type Portal } from '../test/openPortal.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal(inject('databaseUrl'))
})
afterAll(() => portal.close())

const save = async (path: string, method: string, data: object) => {
  const { body, status } = await portal.request('editor', method, path, data)
  expect(status, JSON.stringify(body)).toBeLessThan(300)
  return body.doc
}

const page = (title: string, extra: object = {}) => save('/pages?depth=0', 'POST', { title, ...extra })

const redirects = async () => {
  const { docs } = await portal.payload.find({ collection: 'redirects', sort: 'from', pagination: false })
  return docs.map(({ from, to }) => `${from} → ${to}`)
}

describe('address of a document', () => {
  it('is made of the Russian title and follows it while nobody has seen it', async () => {
    const doc = await page('Ремонт двора: подъезд № 3', { _status: 'draft' })
    expect(doc.slug).toBe('remont-dvora-podezd-3')
    const renamed = await save(`/pages/${doc.id}?draft=true`, 'PATCH', { title: 'Ремонт подъезда' })
    expect(renamed.slug).toBe('remont-podezda')
  })

  it('gets a number when another document has it, and never takes what the site needs', async () => {
    await page('Одинаковое название')
    expect((await page('Одинаковое название')).slug).toBe('odinakovoe-nazvanie-2')
    expect((await page('Новости')).slug).toBe('novosti-2')
    const { body, status } = await portal.request('editor', 'POST', '/pages', {
      title: 'Прочее',
      slug: 'api',
      _status: 'published',
    })
    expect(status).toBe(400)
    expect(body.errors[0].data.errors[0]).toMatchObject({ path: 'slug' })
  })

  it('cannot be taken twice, even at the same moment', async () => {
    const both = await Promise.all(
      [1, 2].map(() =>
        portal.request('editor', 'POST', '/pages', { title: 'Гонка', slug: 'gonka', _status: 'published' }),
      ),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([201, 400])
  })

  it('freezes at the first publication, even after a withdrawal', async () => {
    const doc = await page('Первое имя', { _status: 'published' })
    await save(`/pages/${doc.id}`, 'PATCH', { title: 'Второе имя', _status: 'published' })
    await save(`/pages/${doc.id}`, 'PATCH', { _status: 'draft' })
    const again = await save(`/pages/${doc.id}`, 'PATCH', { title: 'Третье имя', _status: 'published' })
    expect(again.slug).toBe('pervoe-imya')
  })

  it('leaves a redirect when an editor changes it, without chains', async () => {
    const doc = await page('Адрес один', { _status: 'published' })
    await save(`/pages/${doc.id}`, 'PATCH', { slug: 'adres-dva', _status: 'published' })
    await save(`/pages/${doc.id}`, 'PATCH', { slug: 'adres-tri', _status: 'published' })
    expect(await redirects()).toEqual(['/adres-dva/ → /adres-tri/', '/adres-odin/ → /adres-tri/'])
  })

  it('leaves no circle when it comes back', async () => {
    const doc = (await portal.request('editor', 'GET', '/pages?where[slug][equals]=adres-tri')).body.docs[0]
    await save(`/pages/${doc.id}`, 'PATCH', { slug: 'adres-odin', _status: 'published' })
    expect(await redirects()).toEqual(['/adres-dva/ → /adres-odin/', '/adres-tri/ → /adres-odin/'])
  })

  it('removes the redirect that stands where a new document is published', async () => {
    await page('Адрес два', { slug: 'adres-dva', _status: 'published' })
    expect(await redirects()).toEqual(['/adres-tri/ → /adres-odin/'])
  })

  it('does not move when an old version is restored', async () => {
    const doc = await page('Версии', { _status: 'published' })
    await save(`/pages/${doc.id}`, 'PATCH', { slug: 'versii-novye', _status: 'published' })
    const { body } = await portal.request(
      'editor',
      'GET',
      `/pages/versions?where[parent][equals]=${doc.id}&sort=createdAt`,
    )
    const { body: restored } = await portal.request('editor', 'POST', `/pages/versions/${body.docs[0].id}`)
    expect(restored.slug ?? restored.doc?.slug).toBe('versii-novye')
  })

  it('makes no redirect when the save fails', async () => {
    const doc = await page('Неудача', { _status: 'published' })
    const before = await redirects()
    await portal.request('editor', 'PATCH', `/pages/${doc.id}`, { slug: 'ne udacha', _status: 'published' })
    expect(await redirects()).toEqual(before)
  })

  it('of a district comes from its number', async () => {
    const doc = await save('/districts', 'POST', {
      number: 3,
      title: 'Избирательный округ № 3',
      _status: 'published',
    })
    expect(doc.slug).toBe('okrug-3')
  })

  it('of a redirect made by hand cannot close a circle', async () => {
    const first = await portal.request('admin', 'POST', '/redirects', { from: '/a/', to: '/b/' })
    expect(first.status).toBe(201)
    const second = await portal.request('admin', 'POST', '/redirects', { from: '/b/', to: '/a/' })
    expect(second.status).toBe(400)
  })
})

describe('dates of a document', () => {
  it('sets the publication date once, and keeps one an editor chose', async () => {
    const doc = await page('С датой', { _status: 'published' })
    expect(Date.now() - Date.parse(doc.publishedAt)).toBeLessThan(60_000)
    const chosen = await page('Со своей датой', {
      publishedAt: '2026-01-05T09:00:00.000Z',
      _status: 'published',
    })
    expect(chosen.publishedAt).toBe('2026-01-05T09:00:00.000Z')
  })
})

describe('events', () => {
  it('raise SEQUENCE and remember the former start only for what residents had seen', async () => {
    const at = (day: number) => `2026-12-${String(day).padStart(2, '0')}T15:00:00.000Z`
    const event = { title: 'Собрание', kind: 'event', status: 'scheduled' }
    const draft = await save('/events?draft=true', 'POST', { ...event, startsAt: at(1) })
    await save(`/events/${draft.id}?draft=true`, 'PATCH', { startsAt: at(2) })
    const first = await save(`/events/${draft.id}`, 'PATCH', { _status: 'published' })
    expect(first).toMatchObject({ sequence: 0, startsAt: at(2) })
    expect(first.previousStartsAt ?? null).toBeNull()
    await save(`/events/${draft.id}?draft=true`, 'PATCH', { startsAt: at(9) })
    const moved = await save(`/events/${draft.id}`, 'PATCH', {
      startsAt: at(3),
      status: 'moved',
      _status: 'published',
    })
    expect(moved).toMatchObject({ sequence: 1, previousStartsAt: at(2) })
    const reworded = await save(`/events/${draft.id}`, 'PATCH', { lead: 'Пояснение', _status: 'published' })
    expect(reworded).toMatchObject({ sequence: 1, previousStartsAt: at(2) })
    const back = await save(`/events/${draft.id}`, 'PATCH', { startsAt: at(2), _status: 'published' })
    expect(back.sequence).toBe(2)
    expect(back.previousStartsAt ?? null).toBeNull()
  })

  it('refuse an end before the start, in Russian', async () => {
    const { body, status } = await portal.request('editor', 'POST', '/events', {
      title: 'Наоборот',
      kind: 'event',
      status: 'scheduled',
      startsAt: '2026-12-02T10:00:00.000Z',
      endsAt: '2026-12-01T10:00:00.000Z',
      _status: 'published',
    })
    expect(status).toBe(400)
    expect(body.errors[0].data.errors[0]).toMatchObject({
      path: 'endsAt',
      message: 'Окончание должно быть позже начала.',
    })
  })
})
