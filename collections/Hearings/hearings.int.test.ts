import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { addressHeader } from '../http/address.schema.ts'
import { dayOf } from '../moscow.schema.ts'
import { runScheduledJobs } from '../schedule/runScheduledJobs.ts'
import { pdf } from '../test/files.ts'
import { lawful, lawfulOn } from '../test/lawfulNotices.ts'
import { openPortal, type Portal, type Visitor } from '../test/openPortal.ts'

let portal: Portal
let file: string
beforeAll(async () => {
  portal = await openPortal(inject('databaseUrl'))
  const { body } = await portal.upload('editor', 'POST', '/media', {
    bytes: pdf(),
    name: 'proekt.pdf',
    type: 'application/pdf',
    data: { alt: 'Проект' },
  })
  file = body.doc.id
})
afterAll(() => portal.close())

type Kind = keyof typeof lawful

let count = 0
const notice = (kind: Kind, change: object = {}) => ({
  ...lawfulOn(lawful[kind], { today: dayOf(Date.now()), file }),
  title: `Уведомление ${(count += 1)}`,
  ...change,
})

const send = (as: Visitor, method: string, path: string, data?: object) =>
  portal.request(as, method, `/hearings${path}`, data)

const make = async (kind: Kind, change: object = {}, as: Visitor = 'editor') => {
  const { body, status } = await send(
    as,
    'POST',
    '?depth=0',
    notice(kind, { _status: 'published', ...change }),
  )
  expect(status, JSON.stringify(body)).toBe(201)
  return body.doc
}

const draft = async (kind: Kind, change: object = {}, as: Visitor = 'editor') => {
  const { body, status } = await send(as, 'POST', '?draft=true&depth=0', notice(kind, change))
  expect(status, JSON.stringify(body)).toBe(201)
  return body.doc
}

const isPublic = async (id: string) => (await send('anonymous', 'GET', `/${id}`)).status === 200

const editions = async (hearing: string) =>
  (
    await portal.request(
      'anonymous',
      'GET',
      `/editions?where[hearing][equals]=${hearing}&sort=edition&depth=0`,
    )
  ).body.docs

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
const tooSoon = { meeting: { startsAt: inDays(5), place: 'Двор' }, voting: {}, form: 'inPerson' }

describe('a notice against the law', () => {
  it('is refused with the field, the rule, its article and the last lawful day', async () => {
    const { body, status } = await send(
      'editor',
      'POST',
      '',
      notice('ownersMeeting', { ...tooSoon, _status: 'published' }),
    )
    expect(status).toBe(400)
    expect(body.errors[0].message).toMatch(
      /Опубликовать нельзя.*«Собрание — начало».*Последний законный день публикации — \d+ \S+ 20\d\d.*H01, ЖК ст\. 45 ч\. 4/s,
    )
    expect(body.errors[0].data.errors[0].path).toBe('meeting.startsAt')
  })

  const attempts: [string, (id: string) => Promise<unknown>][] = [
    ['publishing it', (id) => send('editor', 'PATCH', `/${id}`, { _status: 'published' })],
    ['an administrator’s publishing it', (id) => send('admin', 'PATCH', `/${id}`, { _status: 'published' })],
    [
      'a draft that says published',
      (id) => send('editor', 'PATCH', `/${id}?draft=true`, { _status: 'published' }),
    ],
    [
      'an autosave',
      (id) => send('editor', 'PATCH', `/${id}?draft=true&autosave=true`, { _status: 'published' }),
    ],
    ['a bulk edit', (id) => send('editor', 'PATCH', `?where[id][equals]=${id}`, { _status: 'published' })],
    [
      'a duplicate',
      (id) => send('editor', 'POST', `/${id}/duplicate`, { _status: 'published', slug: `kopiya-${id}` }),
    ],
    [
      'all locales at once',
      (id) => send('editor', 'PATCH', `/${id}?publishAllLocales=true`, { _status: 'published' }),
    ],
    [
      'the portal’s own code',
      (id) =>
        portal.payload
          .update({ collection: 'hearings', id, data: { _status: 'published' } })
          .catch((error: unknown) => error),
    ],
    [
      'a schedule',
      async (id) => {
        await portal.payload.jobs.queue({
          task: 'schedulePublish',
          input: {
            type: 'publish',
            doc: { relationTo: 'hearings', value: id },
            user: { relationTo: 'users', value: portal.users.editor.id },
          },
          waitUntil: new Date(Date.now() - 1000),
        })
        await runScheduledJobs(portal.payload)
      },
    ],
  ]
  it.each(attempts)('does not become public by %s', async (_, attempt) => {
    const doc = await draft('ownersMeeting', tooSoon)
    await attempt(doc.id)
    expect((await send('anonymous', 'GET', '?limit=0')).body.docs).toEqual([])
    expect(await editions(doc.id)).toEqual([])
  })

  it('does not come back by a restored version', async () => {
    const doc = await draft('ownersMeeting', tooSoon)
    // As a version of before the rules: no hook has seen it.
    const { docs } = await portal.payload.findVersions({
      collection: 'hearings',
      where: { parent: { equals: doc.id } },
    })
    const version = docs[0]?.id ?? ''
    await portal.payload.db.updateVersion({
      collection: 'hearings',
      id: version,
      versionData: { version: { ...docs[0]?.version, _status: 'published' } }, // a part of it is enough here
    })
    const { body, status } = await send('editor', 'POST', `/versions/${version}`)
    expect(status, JSON.stringify(body)).toBe(400)
    expect(await isPublic(doc.id)).toBe(false)
  })

  it('shows in the log why its schedule failed', async () => {
    const { docs } = await portal.payload.find({
      collection: 'publications',
      where: { status: { equals: 'failed' } },
    })
    expect(docs[0]?.error).toMatch(/H01, ЖК ст\. 45/)
  })
})

describe('an exception', () => {
  const reason = 'Решение Совета № 14: авария, ждать нельзя'

  it('is the administrator’s: its reason, its rules and its date are public', async () => {
    const doc = await draft('ownersMeeting', tooSoon)
    const { body, status } = await send('admin', 'PATCH', `/${doc.id}`, {
      override: { reason },
      _status: 'published',
    })
    expect(status, JSON.stringify(body)).toBe(200)
    const { override } = (await send('anonymous', 'GET', `/${doc.id}`)).body
    expect(override).toMatchObject({ reason, rules: ['H01'] })
    expect(Date.parse(override.at)).toBeGreaterThan(Date.now() - 60_000)
  })

  it('is nothing an editor can write, invent the rules of, or bring back', async () => {
    const doc = await draft('ownersMeeting', { ...tooSoon, override: { reason, rules: ['H01'] } })
    const attempt = { override: { reason, rules: ['H01'] }, _status: 'published' }
    expect((await send('editor', 'PATCH', `/${doc.id}`, attempt)).status).toBe(400)
    await send('admin', 'PATCH', `/${doc.id}?draft=true`, { override: { reason } })
    const { body } = await send(
      'editor',
      'GET',
      `/versions?where[parent][equals]=${doc.id}&sort=-updatedAt&limit=1`,
    )
    await send('admin', 'PATCH', `/${doc.id}?draft=true`, { override: { reason: '' } })
    const restored = await send('editor', 'POST', `/versions/${body.docs[0].id}?draft=true`)
    expect(restored.status).toBe(200)
    expect((await send('editor', 'PATCH', `/${doc.id}`, { _status: 'published' })).status).toBe(400)
    expect(await isPublic(doc.id)).toBe(false)
  })

  it('lets an editor publish what the administrator has allowed, and no other breach', async () => {
    const doc = await draft('ownersMeeting', tooSoon)
    await send('admin', 'PATCH', `/${doc.id}?draft=true`, { override: { reason } })
    expect((await send('editor', 'PATCH', `/${doc.id}`, { form: null, _status: 'published' })).status).toBe(
      400,
    )
    const { body, status } = await send('editor', 'PATCH', `/${doc.id}`, {
      form: 'inPerson',
      _status: 'published',
    })
    expect(status, JSON.stringify(body)).toBe(200)
  })

  it('of a few words is none', async () => {
    const doc = await draft('ownersMeeting', tooSoon)
    const short = { override: { reason: 'Надо' }, _status: 'published' }
    expect((await send('admin', 'PATCH', `/${doc.id}`, short)).status).toBe(400)
    expect((await send('admin', 'PATCH', `/${doc.id}?draft=true`, short)).status).toBe(400)
  })

  it('does not go into a copy', async () => {
    const doc = await draft('ownersMeeting', tooSoon)
    await send('admin', 'PATCH', `/${doc.id}`, { override: { reason }, _status: 'published' })
    const { body } = await send('editor', 'POST', `/${doc.id}/duplicate?draft=true`, {
      slug: 'kopiya-isklyucheniya',
    })
    expect(body.doc.override).toMatchObject({ reason: null, rules: [] })
    expect(body.doc.edition ?? null).toBeNull()
    expect((await send('editor', 'PATCH', `/${body.doc.id}`, { _status: 'published' })).status).toBe(400)
  })
})

describe('a rule that is only retold', () => {
  it('stops nothing until a lawyer has confirmed it, then it does', async () => {
    const doc = await draft('publicHearing', { informed: [] })
    await portal.payload.updateGlobal({
      slug: 'law',
      data: {
        rules: [{ rule: 'G08', confirmedBy: 'Юрист администрации', confirmedAt: new Date().toISOString() }],
      },
    })
    expect((await send('editor', 'PATCH', `/${doc.id}`, { _status: 'published' })).status).toBe(400)
    await portal.payload.updateGlobal({ slug: 'law', data: { rules: [] } })
    expect((await send('editor', 'PATCH', `/${doc.id}`, { _status: 'published' })).status).toBe(200)
  })

  it('is confirmed by an administrator alone', async () => {
    expect((await portal.request('editor', 'POST', '/globals/law', { rules: [] })).status).toBe(403)
    expect((await portal.request('editor', 'POST', '/globals/calendar', { years: [] })).status).toBe(403)
  })

  it('is counted by a calendar that begins with the known years and refuses what is no day', async () => {
    const { body } = await portal.request('editor', 'GET', '/globals/calendar')
    expect(body.years.map(({ year }: { year: number }) => year)).toEqual([2026, 2027])
    const wrong = { years: [{ year: 2028, off: '01.01 31.02' }] }
    expect((await portal.request('admin', 'POST', '/globals/calendar', wrong)).status).toBe(400)
  })
})

describe('editions', () => {
  it('begin with the first publication, which every later one keeps', async () => {
    const doc = await make('ownersMeeting')
    expect(doc.edition).toBe(1)
    expect(dayOf(doc.noticeAt)).toBe(dayOf(Date.now()))
    const [first] = await editions(doc.id)
    expect(first).toMatchObject({ edition: 1, title: doc.title, difference: [], publishedAt: doc.editionAt })
    expect(first.sha256).toBe(createHash('sha256').update(first.content).digest('hex'))
    expect(JSON.parse(first.content)).toMatchObject({
      title: doc.title,
      form: 'mixed',
      'house.address': 'Примерная улица, 8',
    })
    const later = await send('editor', 'PATCH', `/${doc.id}?depth=0`, {
      materialsPlace: 'У диспетчера',
      _status: 'published',
    })
    expect(later.body.doc).toMatchObject({ edition: 2, publishedAt: doc.publishedAt })
    expect((await editions(doc.id))[0]).toEqual(first)
  })

  it('are made by a change of what it officially says, with what was and what is', async () => {
    const doc = await make('ownersMeeting')
    await send('editor', 'PATCH', `/${doc.id}?select[title]=true`, {
      agenda: [{ text: 'Избрать председателя' }, { text: 'Утвердить смету' }],
      meeting: { ...doc.meeting, place: 'Школа' },
      _status: 'published',
    })
    const [, second] = await editions(doc.id)
    expect(second.difference.map(({ id: _, ...row }: { id: string }) => row)).toEqual([
      {
        field: 'agenda',
        label: 'Повестка',
        before: 'Избрать председателя',
        after: 'Избрать председателя\nУтвердить смету',
      },
      { field: 'meeting.place', label: 'Собрание: где', before: 'Двор', after: 'Школа' },
    ])
  })

  it('name each file by the checksum of its bytes: another file is another edition, a public one is not replaced', async () => {
    const doc = await make('publicHearing')
    const { filename } = (await portal.request('editor', 'GET', `/media/${file}`)).body
    const sum = createHash('sha256')
      .update(await readFile(join(portal.dataDir, 'media', filename)))
      .digest('hex')
    const [first] = await editions(doc.id)
    expect(first.content).toContain(`"sha256":"${sum}"`)
    const replace = (id: string) =>
      portal.upload('editor', 'PATCH', `/media/${id}`, {
        bytes: pdf({ pages: 2 }),
        name: 'proekt.pdf',
        type: 'application/pdf',
        data: {},
      })
    const refused = await replace(file)
    expect(refused.status).toBe(409)
    expect(refused.body.errors[0].message).toContain('новая редакция')

    // One uploaded before files had checksums; the edition that named it says the same.
    const media = portal.payload.db.connection.collection('media')
    await media.updateMany({}, { $unset: { sha256: 1 } })
    const older = first.content.replace(`,"sha256":"${sum}"`, '')
    const record = { where: { id: { equals: first.id } }, data: { content: older } }
    await portal.payload.db.updateOne({ collection: 'editions', ...record })
    await send('editor', 'PATCH', `/${doc.id}`, { lead: 'Суть', _status: 'published' })
    expect(await editions(doc.id)).toHaveLength(1)
    expect(await media.countDocuments({ sha256: sum })).toBe(1)

    await send('editor', 'PATCH', `/${doc.id}`, { _status: 'draft' })
    await media.updateMany({}, { $unset: { sha256: 1 } })
    const other = (
      await portal.upload('editor', 'POST', '/media', {
        bytes: pdf({ pages: 2 }),
        name: 'proekt.pdf',
        type: 'application/pdf',
        data: {},
      })
    ).body.doc
    const documents = doc.documents.map((row: object) => ({ ...row, file: other.id }))
    const { status, body } = await send('editor', 'PATCH', `/${doc.id}`, { documents, _status: 'published' })
    expect(status, JSON.stringify(body)).toBe(200)
    const [, second] = await editions(doc.id)
    expect(second.content).toContain(`"sha256":"${other.sha256}"`)
    expect(other.sha256).not.toBe(sum)
  })

  it('are not made by drafts, by editorial fields, or by saving the same again', async () => {
    const doc = await make('publicHearing')
    await send('editor', 'PATCH', `/${doc.id}?draft=true`, { title: 'Ещё думаем' })
    await send('editor', 'PATCH', `/${doc.id}`, {
      title: doc.title,
      lead: 'Суть',
      seo: { title: 'Для поиска' },
      _status: 'published',
    })
    await send('editor', 'PATCH', `/${doc.id}`, { _status: 'published', edition: 7 })
    await send('editor', 'PATCH', `/${doc.id}`, { _status: 'draft' })
    await send('editor', 'PATCH', `/${doc.id}`, { _status: 'published' })
    expect(await editions(doc.id)).toHaveLength(1)
    expect((await send('anonymous', 'GET', `/${doc.id}`)).body.edition).toBe(1)
  })

  it('are made by papers, moves and cancellations; the former date stays', async () => {
    const doc = await make('ownersMeeting')
    const moved = { startsAt: inDays(40), place: 'Двор' }
    const silent = await send('editor', 'PATCH', `/${doc.id}`, { meeting: moved, _status: 'published' })
    expect(silent.body.errors[0].message).toMatch(/S02/)
    const voting = { ...doc.voting, from: inDays(41), until: inDays(45) }
    const { body, status } = await send('editor', 'PATCH', `/${doc.id}?depth=0`, {
      meeting: moved,
      voting,
      protocolDueAt: inDays(50),
      status: 'moved',
      statusReason: 'Зал на ремонте',
      _status: 'published',
    })
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body.doc.former).toMatchObject([
      { what: 'meeting', date: doc.meeting.startsAt },
      { what: 'voting', date: doc.voting.from },
    ])
    await send('editor', 'PATCH', `/${doc.id}`, {
      status: 'cancelled',
      statusReason: 'Инициатор отказался',
      _status: 'published',
    })
    const resumed = await send('editor', 'PATCH', `/${doc.id}`, { status: 'scheduled', _status: 'published' })
    expect(resumed.body.errors[0].message).toMatch(/S03/)
    expect((await editions(doc.id)).map(({ edition }: { edition: number }) => edition)).toEqual([1, 2, 3])
  })

  it('count the term of a moved meeting from the day of the move', async () => {
    const doc = await make('ownersMeeting')
    const { body } = await send('editor', 'PATCH', `/${doc.id}`, {
      ...tooSoon,
      status: 'moved',
      statusReason: 'Так удобнее жителям',
      _status: 'published',
    })
    expect(body.errors[0].message).toMatch(/H01/)
    // Not even by way of a notice that is off the site.
    await send('editor', 'PATCH', `/${doc.id}`, { ...tooSoon, _status: 'draft' })
    expect(
      (await send('editor', 'PATCH', `/${doc.id}`, { status: 'scheduled', _status: 'published' })).status,
    ).toBe(400)
  })

  it('are written, changed and deleted by nobody', async () => {
    const doc = await make('officialNotice')
    const [{ id }] = await editions(doc.id)
    for (const as of ['admin', 'editor'] as const) {
      expect((await portal.request(as, 'PATCH', `/editions/${id}`, { content: '{}' })).status).toBe(403)
      expect((await portal.request(as, 'DELETE', `/editions/${id}`)).status).toBe(403)
      expect((await send(as, 'DELETE', `/${doc.id}`)).status).toBe(400)
    }
    expect((await editions(doc.id))[0].id).toBe(id)
  })

  it('of one notice published twice at once are two, numbered apart, or one', async () => {
    const doc = await make('officialNotice')
    await Promise.all(
      ['Первая', 'Вторая'].map((authority) =>
        send('editor', 'PATCH', `/${doc.id}`, { authority, _status: 'published' }),
      ),
    )
    const numbers = (await editions(doc.id)).map(({ edition }: { edition: number }) => edition)
    expect(numbers).toEqual(numbers.map((_: number, index: number) => index + 1))
    const { body } = await send('anonymous', 'GET', `/${doc.id}`)
    const last = (await editions(doc.id)).at(-1)
    expect(JSON.parse(last.content).authority).toBe(body.authority)
  })
})

describe('the sheet for the door', () => {
  it('is everybody’s once the notice is published, and a draft’s only for staff', async () => {
    const { id } = await draft('ownersMeeting')
    const path = `/hearings/${id}/sheet.pdf`
    expect((await portal.fetch('anonymous', path)).status).toBe(404)
    expect((await portal.fetch('anonymous', `${path}?draft=true`)).status).toBe(401)
    expect((await portal.fetch('respondent', `${path}?draft=true`)).status).toBe(401)
    expect((await portal.fetch('editor', path)).status).toBe(404)
    const own = await portal.fetch('volunteer', `${path}?draft=true`)
    expect(own.headers.get('cache-control')).toBe('no-store')
    expect((await own.text()).slice(0, 5)).toBe('%PDF-')
  })

  it('stays that of the published edition while a draft is written, and says so to caches', async () => {
    const { id } = await make('ownersMeeting')
    const path = `/hearings/${id}/sheet.pdf`
    const first = await portal.fetch('anonymous', path)
    expect(first.headers.get('content-type')).toBe('application/pdf')
    expect(first.headers.get('cache-control')).toBe('public, max-age=300')
    const etag = first.headers.get('etag') ?? ''
    await send('editor', 'PATCH', `/${id}?draft=true`, { title: 'Другое название' })
    const again = { headers: { 'if-none-match': etag } }
    for (const as of ['anonymous', 'editor'] as const)
      expect((await portal.fetch(as, path, again)).status).toBe(304)
    expect((await portal.fetch('editor', `${path}?draft=true`, again)).status).toBe(200)
  })

  it('is printed for each house by staff alone', async () => {
    const house = await portal.request('editor', 'POST', '/houses', { street: 'Листовая улица', number: '5' })
    const { id } = await make('ownersMeeting', { houses: [house.body.doc.id] })
    const path = `/hearings/${id}/sheets.pdf`
    expect((await portal.fetch('anonymous', path)).status).toBe(401)
    const batch = await portal.fetch('editor', path)
    expect(batch.status).toBe(200)
    expect((await batch.text()).match(/\/Type \/Page\n/g)).toHaveLength(2)
    const { id: none } = await make('ownersMeeting')
    expect((await portal.fetch('editor', `/hearings/${none}/sheets.pdf`)).status).toBe(404)
  })

  it('is not drawn for one neighbourhood without end', async () => {
    const { id } = await make('officialNotice')
    const headers = { [addressHeader]: '203.0.113.7' }
    let status = 0
    for (let count = 0; count < 31; count += 1)
      ({ status } = await portal.fetch('anonymous', `/hearings/${id}/sheet.pdf`, { headers }))
    expect(status).toBe(429)
  })
})
