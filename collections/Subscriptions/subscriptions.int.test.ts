import { createECDH } from 'node:crypto'
import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { pdf } from '../test/files.ts'
import { lawful, lawfulOn } from '../test/lawfulNotices.ts'
import { startPushService } from '../test/pushService.ts'
import { startMailServer, type MailServer } from '../test/mailServer.ts'
import { consents } from '../forms/consents.schema.ts'
import { dayOf } from '../moscow.schema.ts'
import { startPostman } from '../letters/postman.ts'
import { applyResult } from '../publications/applyResult.ts'
import { asResident } from '../test/asResident.ts'
import { openPortal, siteUrl, type Portal } from '../test/openPortal.ts'
import { clearSubscriptions } from './clearOld.ts'
import { recordsOf } from './records.ts'
import { startTeller } from './teller.ts'

/** From the form to the letter, with the portal's endpoints, its real queue and a real mail server on loopback. */

let portal: Portal
let mail: MailServer
let stops: (() => Promise<void>)[] = []
const logged: string[] = []

beforeAll(async () => {
  portal = await openPortal(inject('databaseUrl'))
  mail = await startMailServer()
  // Everything the portal would log, for the canary at the end.
  for (const level of ['info', 'warn', 'error'] as const)
    vi.spyOn(portal.payload.logger, level).mockImplementation((...words: unknown[]) => {
      logged.push(JSON.stringify(words))
    })
})
afterAll(async () => {
  mail.stop()
  await portal.close()
})
afterEach(async () => {
  vi.useRealTimers()
  await pause()
  // What a subscriber's address must never get into.
  for (const name of ['told-notices', 'told-messages', 'publications', 'portal-state', 'form-limits'])
    expect(
      JSON.stringify(await portal.payload.db.connection.collection(name).find({}).toArray()),
    ).not.toMatch(/canary/i)
  mail.letters.length = 0
  mail.refusal = null
  const { subscribers, notices, messages } = recordsOf(portal.payload)
  await Promise.all([subscribers, notices, messages].map((records) => records.deleteMany({})))
  await portal.payload.db.deleteMany({ collection: 'letters', where: {} })
  await portal.payload.db.deleteMany({ collection: 'publications', where: {} })
})

const pause = async () => {
  await Promise.all(stops.map((stop) => stop()))
  stops = []
}

let clock = () => new Date()
const startSending = (groupMs = 300) => {
  clock = () => new Date()
  const options = { smtpUrl: mail.url, from: 'portal@example.test', everyMs: 40 }
  stops.push(
    startPostman(portal.payload, options),
    startTeller(portal.payload, { ...options, groupMs, now: () => clock() }),
  )
}

type Fields = Record<string, string | string[]>

const wish: Fields = {
  topic: ['transport', 'housing'],
  rhythm: 'now',
  [consents.letters.name]: 'on',
}
const ask = async (email: string, fields: Fields = {}) => {
  const reply = await asResident(portal).send('/told/subscribe', { ...wish, email, ...fields })
  // It was sent some seconds ahead, as people take to fill it in: the letter is due then.
  vi.useRealTimers()
  await portal.payload.db.updateMany({
    collection: 'letters',
    where: { status: { equals: 'waiting' } },
    data: { dueAt: new Date().toISOString() },
    returning: false,
  })
  return reply
}

const letterTo = (email: string, count = 1) =>
  vi.waitFor(
    () => {
      const letters = mail.letters.filter(({ to }) => to === email)
      expect(letters).toHaveLength(count)
      return letters
    },
    { timeout: 15_000, interval: 50 },
  )

const pathIn = (text: string, kind: string): string => {
  const found = new RegExp(`${siteUrl}/api(/told/${kind}/\\S+)`).exec(text)
  if (!found?.[1]) throw new Error(`No link to ${kind} in: ${text}`)
  return found[1]
}

const post = (path: string, fields: Fields = {}, headers = {}) =>
  asResident(portal).post(path, fields, headers)

const get = async (path: string) => {
  const response = await portal.fetch('anonymous', path)
  return { status: response.status, text: await response.text() }
}

const subscribers = () => recordsOf(portal.payload).subscribers.find({}).toArray()

/** Somebody who has confirmed, with the path of their own page. */
const subscribed = async (email: string, fields: Fields = {}) => {
  await ask(email, fields)
  const [letter] = await letterTo(email)
  const reply = await post(pathIn(letter?.text ?? '', 'confirm'))
  mail.letters.length = 0
  const { link } = (await reply.json()) as { link: { href: string } }
  return link.href.replace('/api', '')
}

let count = 0
const publish = async (topic: 'transport' | 'sport' = 'transport') => {
  count += 1
  return portal.payload.create({
    collection: 'news',
    data: { title: `Новость номер ${count}`, lead: 'Кратко.', topic, _status: 'published' },
  })
}

/** What the dispatcher and the builder do. */
let revision = 0
const goLive = async () => {
  revision += 1
  await portal.payload.db.updateMany({
    collection: 'publications',
    where: { revision: { exists: false } },
    data: { revision },
  })
  await applyResult(portal.payload, { revision, state: 'live', at: new Date().toISOString() })
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 900))

describe('the way in', () => {
  it('writes to nobody who has not confirmed, and the link is good once', async () => {
    startSending()
    const reply = await ask('first@canary.test')
    expect(reply.status).toBe(201)
    const [letter] = await letterTo('first@canary.test')
    expect(letter?.text).toContain('Транспорт и дороги')
    const link = pathIn(letter?.text ?? '', 'confirm')
    await publish()
    await goLive()
    await settled()
    expect(mail.letters).toHaveLength(1)

    // Looking at the link, as mail programs do, changes nothing.
    expect((await get(link)).text).toContain('first@canary.test')
    expect(await subscribers()).toMatchObject([{ isActive: false }])
    const [once, again] = await Promise.all([post(link), post(link)])
    expect([once.status, again.status].sort()).toEqual([201, 404])
    expect(await subscribers()).toMatchObject([
      { isActive: true, subjects: ['topic/transport', 'topic/housing'], rhythm: 'now' },
    ])
    expect((await get(link)).status).toBe(404)
    await publish()
    await goLive()
    const [, news] = await letterTo('first@canary.test', 2)
    expect(news?.text).toContain(`Новость номер ${count}`)
  })

  it('keeps of the link only a keyed hash, and one subscriber per address', async () => {
    startSending()
    await ask('One@canary.test')
    const [letter] = await letterTo('one@canary.test')
    const token =
      pathIn(letter?.text ?? '', 'confirm')
        .split('/')
        .at(-1) ?? ''
    expect(JSON.stringify(await subscribers())).not.toContain(token)
    await ask('one@CANARY.test', { topic: 'sport' })
    await letterTo('one@canary.test', 2)
    expect(await subscribers()).toHaveLength(1)
    // The link of the first letter went with the second.
    expect((await post(pathIn(letter?.text ?? '', 'confirm'))).status).toBe(404)
  })

  it('answers the same whether an address is known, and adds to what it has', async () => {
    startSending()
    const own = await subscribed('known@canary.test')
    const known = await ask('known@canary.test', { topic: 'sport', rhythm: 'weekly' })
    const fresh = await ask('fresh@canary.test', { topic: 'sport', rhythm: 'weekly' })
    expect([known.status, await known.text()]).toEqual([fresh.status, await fresh.text()])
    const [one] = await letterTo('known@canary.test')
    const [other] = await letterTo('fresh@canary.test')
    expect(one?.subject).toBe(other?.subject)
    await post(pathIn(one?.text ?? '', 'confirm'))
    const page = await get(own)
    for (const name of ['value="transport" checked', 'value="sport" checked', 'value="weekly" checked'])
      expect(page.text.replaceAll(/\s+/g, ' ')).toContain(name)
  })

  it('sends no more than four links a day to an address, and says nothing of it', async () => {
    startSending()
    for (let sent = 0; sent < 6; sent += 1) {
      expect((await ask('full@canary.test')).status).toBe(201)
    }
    await letterTo('full@canary.test', 4)
    await settled()
    expect(mail.letters).toHaveLength(4)
  })

  it('refuses what it does not know: no subject, a strange one, no consent', async () => {
    const faulty: Fields[] = [
      { topic: [] },
      { topic: 'gossip' },
      { district: 'f'.repeat(24) },
      { [consents.letters.name]: '' },
      { rhythm: 'hourly' },
    ]
    for (const fields of faulty) expect((await ask('no@canary.test', fields)).status).toBe(422)
    expect(await subscribers()).toEqual([])
  })

  it('forgets after two days who has not confirmed, and what was asked once more', async () => {
    startSending()
    await subscribed('stays@canary.test')
    await ask('stays@canary.test', { topic: 'sport' })
    await ask('leaves@canary.test')
    await clearSubscriptions(portal.payload, new Date(Date.now() + 47 * 3_600_000))
    expect(await subscribers()).toHaveLength(2)
    await clearSubscriptions(portal.payload, new Date(Date.now() + 49 * 3_600_000))
    const [left, ...others] = await subscribers()
    expect(others).toEqual([])
    expect(left).toMatchObject({ isActive: true, email: 'stays@canary.test', requested: { key: null } })
  })
})

describe("a subscriber's own page", () => {
  it('shows all there is, changes it and erases it', async () => {
    startSending()
    const own = await subscribed('own@canary.test')
    expect((await get(own)).text).toContain('own@canary.test')
    expect((await get(`${own.slice(0, -1)}x`)).status).toBe(404)
    const change = { topic: 'sport', hearing: 'publicHearing', rhythm: 'daily' }
    expect((await post(`${own}/change`, change, { origin: 'https://evil.test' })).status).toBe(403)
    expect((await post(`${own}/change`, change)).status).toBe(201)
    expect(await subscribers()).toMatchObject([
      { subjects: ['hearing/publicHearing', 'topic/sport'], rhythm: 'daily' },
    ])
    expect((await post(`${own}/change`, { rhythm: 'daily' })).status).toBe(422)
    expect((await post(`${own}/erase`)).status).toBe(201)
    expect(await subscribers()).toEqual([])
    expect((await get(own)).status).toBe(404)
  })

  it('is left with one click by the mail program: no page, no origin, no question; a look does nothing', async () => {
    startSending()
    await subscribed('click@canary.test')
    await publish()
    await goLive()
    const [letter] = await letterTo('click@canary.test')
    expect(letter?.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click')
    const stop = pathIn(letter?.headers['list-unsubscribe'] ?? '', 'stop').replace(/>$/, '')
    expect((await get(stop)).status).toBe(200)
    expect(await subscribers()).toHaveLength(1)
    const click = () =>
      portal.fetch('anonymous', stop, {
        method: 'POST',
        body: 'List-Unsubscribe=One-Click',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })
    expect((await click()).status).toBe(200)
    expect(await subscribers()).toEqual([])
    expect(await recordsOf(portal.payload).messages.countDocuments({})).toBe(0)
    expect((await click()).status).toBe(200)
  })
})

describe('what is told', () => {
  it('is told after it is live, not before, and to those alone who asked', async () => {
    startSending()
    await subscribed('live@canary.test')
    await subscribed('sport@canary.test', { topic: 'sport' })
    const news = await publish('transport')
    await settled()
    expect(mail.letters).toEqual([])
    await goLive()
    const [letter] = await letterTo('live@canary.test')
    expect(letter?.subject).toBe(`Новость: ${news.title}`)
    expect(letter?.text).toContain(`${siteUrl}/novosti/${news.slug}/`)
    await settled()
    expect(mail.letters).toHaveLength(1)
  })

  it('is never told twice: an edit, the site built once more, and the same publish reported again', async () => {
    startSending()
    await subscribed('once@canary.test')
    const news = await publish()
    await goLive()
    await letterTo('once@canary.test')
    await portal.payload.update({ collection: 'news', id: news.id, data: { lead: 'Кратко, без опечатки.' } })
    await goLive()
    await portal.payload.db.updateMany({
      collection: 'publications',
      where: {},
      data: { isToTell: true },
    })
    await settled()
    expect(mail.letters).toHaveLength(1)
  })

  it('joins what goes live within some minutes into one letter', async () => {
    startSending(1_500)
    await subscribed('group@canary.test')
    await publish()
    await goLive()
    await settled()
    await publish()
    await goLive()
    const [letter] = await letterTo('group@canary.test')
    expect(letter?.subject).toContain('2 новых сообщения')
    expect(letter?.text).toContain(`Новость номер ${count - 1}`)
    expect(letter?.text).toContain(`Новость номер ${count}`)
    await settled()
    expect(mail.letters).toHaveLength(1)
  })

  it('waits for eight in the morning when asked to, and then writes one letter', async () => {
    startSending()
    await subscribed('daily@canary.test', { rhythm: 'daily' })
    await publish()
    await publish()
    await goLive()
    await settled()
    expect(mail.letters).toEqual([])
    clock = () => new Date(Date.now() + 86_400_000)
    const [letter] = await letterTo('daily@canary.test')
    expect(letter?.text.match(/Новость номер/g)).toHaveLength(2)
    // The next morning has nothing to tell.
    clock = () => new Date(Date.now() + 2 * 86_400_000)
    await settled()
    expect(mail.letters).toHaveLength(1)
  })

  it('leaves out of a digest what was taken back meanwhile, and sends no empty one', async () => {
    startSending()
    await subscribed('empty@canary.test', { rhythm: 'daily' })
    const news = await publish()
    await goLive()
    await settled()
    await portal.payload.update({ collection: 'news', id: news.id, data: { _status: 'draft' } })
    clock = () => new Date(Date.now() + 86_400_000)
    await settled()
    expect(mail.letters).toEqual([])
    expect(await recordsOf(portal.payload).messages.find({}).toArray()).toMatchObject([{ status: 'dropped' }])
  })

  it('waits while a newer change of the same page is under way', async () => {
    startSending()
    await subscribed('newer@canary.test')
    await pause()
    const news = await publish()
    await goLive()
    // An editor has saved again; the site has not got that yet.
    await portal.payload.update({
      collection: 'news',
      id: news.id,
      data: { title: 'Исправленный заголовок' },
    })
    startSending()
    await settled()
    expect(mail.letters).toEqual([])
    await goLive()
    const [letter] = await letterTo('newer@canary.test')
    expect(letter?.subject).toBe('Новость: Исправленный заголовок')
  })

  it('tells of an event to those who follow its district or its audience: that it will be, when it moves, when it fails', async () => {
    startSending()
    const district = await portal.payload.create({
      collection: 'districts',
      data: { number: 7, title: 'Округ № 7', _status: 'published' },
    })
    await goLive()
    await subscribed('district@canary.test', { topic: [], district: district.id })
    await subscribed('parents@canary.test', { topic: [], audience: 'parents' })
    await subscribed('drivers@canary.test', { topic: [], audience: 'drivers' })
    const startsAt = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
    const event = await portal.payload.create({
      collection: 'events',
      data: {
        title: 'Встреча с родителями',
        kind: 'event',
        status: 'scheduled',
        startsAt: startsAt(5),
        audience: ['parents'],
        district: district.id,
        _status: 'published',
      },
    })
    const edit = async (data: object) => {
      await portal.payload.update({
        collection: 'events',
        id: event.id,
        data: { ...data, _status: 'published' },
      })
      await goLive()
    }
    await goLive()
    await letterTo('district@canary.test')
    await edit({ status: 'moved', startsAt: startsAt(9), statusReason: 'Ремонт зала.' })
    const [, moved] = await letterTo('district@canary.test', 2)
    expect(moved?.subject).toBe('Перенесено: Встреча с родителями')
    expect(moved?.text).toContain('Ремонт зала.')
    await edit({ status: 'cancelled' })
    const [, , last] = await letterTo('district@canary.test', 3)
    expect(last?.subject).toBe('Отменено: Встреча с родителями')
    await letterTo('parents@canary.test', 3)
    expect(mail.letters.filter(({ to }) => to === 'drivers@canary.test')).toEqual([])
  })

  it('writes of a notice to those whose house it concerns: within its boundary, in its district; to no other', async () => {
    const district = await portal.payload.create({
      collection: 'districts',
      data: { number: 8, title: 'Округ № 8', _status: 'published' },
    })
    const house = (number: string, more: object) =>
      portal.payload.create({
        collection: 'houses',
        data: { street: 'Тестовая улица', number, title: '', slug: '', ...more },
      })
    const within = await house('1', { latitude: 55.675, longitude: 37.895 })
    const beside = await house('3', { latitude: 55.69, longitude: 37.895 })
    const ofDistrict = await house('5', { district: district.id })
    startSending()
    await subscribed('within@canary.test', { topic: [], house: within.id })
    await subscribed('beside@canary.test', { topic: [], house: beside.id })
    await subscribed('district@canary.test', { topic: [], house: ofDistrict.id })
    const { body } = await portal.upload('editor', 'POST', '/media', {
      bytes: pdf(),
      name: 'postanovlenie.pdf',
      type: 'application/pdf',
      data: { alt: '' },
    })
    const notice = lawfulOn(lawful.officialNotice, { today: dayOf(Date.now()), file: body.doc.id })
    const publishNotice = async (territory: object) => {
      const data = { ...notice, ...territory, _status: 'published' }
      const { status, body } = await portal.request('editor', 'POST', '/hearings?depth=0', data)
      expect(status, JSON.stringify(body)).toBe(201)
      await goLive()
    }
    await publishNotice({
      title: 'Внутри границы',
      area: '55.67, 37.89\n55.67, 37.90\n55.68, 37.90\n55.68, 37.89',
    })
    const [letter] = await letterTo('within@canary.test')
    expect(letter?.text).toContain('Внутри границы')
    await publishNotice({ title: 'Для округа', districts: [district.id] })
    const [ofWholeDistrict] = await letterTo('district@canary.test')
    expect(ofWholeDistrict?.text).toContain('Для округа')
    await settled()
    expect(mail.letters.map(({ to }) => to).sort()).toEqual(['district@canary.test', 'within@canary.test'])
    // The link of the house's page: a form that works without script.
    expect((await get(`/told/house/${within.id}`)).text).toContain('Тестовая улица')
    expect((await get(`/told/house/${district.id}`)).status).toBe(404)
  })
})

describe('devices', () => {
  it('sends a device what it asked for, encrypted for it, and forgets it when its service does', async () => {
    const service = await startPushService()
    const device = service.device()
    const keys = createECDH('prime256v1')
    stops.push(
      startTeller(portal.payload, {
        from: 'portal@example.test',
        everyMs: 40,
        groupMs: 300,
        pushKeys: {
          publicKey: keys.generateKeys('base64url'),
          privateKey: Buffer.concat([Buffer.alloc(32), keys.getPrivateKey()])
            .subarray(-32)
            .toString('base64url'),
          subject: 'mailto:portal@example.test',
        },
      }),
    )
    const fields = {
      topic: ['transport'],
      rhythm: 'now',
      [consents.letters.name]: 'on',
      p256dh: device.p256dh,
      auth: device.auth,
    }
    // The portal sends to services of browser makers alone.
    const refused = await post('/told/device', { ...fields, endpoint: device.endpoint })
    expect(refused.status).toBe(422)
    const reply = await post('/told/device', { ...fields, endpoint: 'https://fcm.googleapis.com/fcm/send/x' })
    expect(reply.status).toBe(201)
    const again = await post('/told/device', { ...fields, endpoint: 'https://fcm.googleapis.com/fcm/send/x' })
    expect(await again.text()).toBe(await reply.text())
    // From here on its service is the one of this test.
    await recordsOf(portal.payload).subscribers.updateMany({}, { $set: { 'push.endpoint': device.endpoint } })

    const news = await publish()
    await goLive()
    await vi.waitFor(() => expect(service.received).toHaveLength(1), 10_000)
    expect(service.received[0]?.text).toEqual({
      title: `Новость: ${news.title}`,
      body: 'Кратко.',
      url: `${siteUrl}/novosti/${news.slug}/`,
    })
    expect(service.received[0]?.authorization).toMatch(/^vapid t=.+, k=.+/)

    service.status = 410
    await publish()
    await goLive()
    await vi.waitFor(async () => expect(await subscribers()).toEqual([]), 10_000)
    await vi.waitFor(
      async () => expect(await recordsOf(portal.payload).messages.countDocuments({})).toBe(0),
      10_000,
    )
    service.stop()
  })
})

describe('trouble', () => {
  it('tries a letter again that the server would not take, under the same Message-ID', async () => {
    startSending()
    await subscribed('later@canary.test')
    mail.refusal = 451
    await publish()
    await goLive()
    const { messages } = recordsOf(portal.payload)
    await vi.waitFor(
      async () =>
        expect(await messages.find({}).toArray()).toMatchObject([{ attempts: 1, status: 'waiting' }]),
      10_000,
    )
    mail.refusal = null
    await messages.updateMany({}, { $set: { dueAt: new Date() } })
    const [letter] = await letterTo('later@canary.test')
    expect(mail.refused.map(({ messageId }) => messageId)).toContain(letter?.messageId)
    // It had left and come back: the journal did not call it sent.
    expect(mail.letters).toHaveLength(1)
  })

  it('gives up a letter that is refused for good', async () => {
    startSending()
    await subscribed('never@canary.test')
    mail.refusal = 550
    await publish()
    await goLive()
    await vi.waitFor(
      async () =>
        expect(await recordsOf(portal.payload).messages.find({}).toArray()).toMatchObject([
          { status: 'failed' },
        ]),
      10_000,
    )
  })

  it('believes its journal after a crash: what the server has taken is not sent again', async () => {
    startSending()
    await subscribed('journal@canary.test')
    await pause()
    const { messages, subscribers: records } = recordsOf(portal.payload)
    const [subscriber] = await records.find({}).toArray()
    await publish()
    await goLive()
    await messages.insertOne({
      subscriber: subscriber?._id.toString() ?? '',
      notice: 'news/1/1',
      channel: 'email',
      slot: new Date(),
      dueAt: new Date(),
      status: 'waiting',
      attempts: 0,
    })
    const [message] = await messages.find({}).toArray()
    appendFileSync(join(portal.dataDir, 'letters', 'left.log'), `+ ${message?._id.toString()}\n`)
    startSending()
    await letterTo('journal@canary.test')
    expect(await messages.findOne({ notice: 'news/1/1' })).toMatchObject({ status: 'sent' })
  })
})

it('writes no address into a log or beside its own record', async () => {
  expect(logged.length).toBeGreaterThan(0)
  expect(logged.filter((line) => line.includes('canary'))).toEqual([])
  expect(readFileSync(join(portal.dataDir, 'letters', 'left.log'), 'utf8')).not.toContain('canary')
})
