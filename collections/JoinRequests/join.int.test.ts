import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { asResident } from '../test/asResident.ts'
import { eraseOldRequests } from './eraseOldRequests.ts'
import { openPortal, type Portal } from '../test/openPortal.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal(inject('databaseUrl'))
})
afterAll(() => portal.close())
afterEach(() => vi.useRealTimers())

let people = 0
const form = (more: Record<string, string | string[]> = {}) => {
  people += 1
  return {
    name: 'Канарейка Заявкина',
    age: '18-24',
    email: `kanarejka-${people}@example.test`,
    phone: '8 916 123-45-67',
    skills: ['write', 'photo'],
    about: `Пишу заметки, уже ${people}.`,
    consentProcessing: 'on',
    ...more,
  }
}

const requests = async () =>
  (await portal.payload.find({ collection: 'join-requests', depth: 0, pagination: false })).docs

const count = async () => (await portal.request('anonymous', 'GET', '/join/count')).body

const apply = async (more?: Record<string, string | string[]>) => {
  const sent = form(more)
  expect((await asResident(portal).send('/join', sent)).status).toBe(201)
  const request = (await requests()).find(({ about }) => about === sent.about)
  if (!request) throw new Error('The request was taken and is not there')
  return request
}

it('keeps a request with the phone in one shape and the time of the consent; nobody but editors reads it', async () => {
  const request = await apply()
  expect(request).toMatchObject({ phone: '+79161234567', status: 'new', skills: ['write', 'photo'] })
  expect(Date.parse(request.consentAt)).toBeGreaterThan(0)
  for (const visitor of ['anonymous', 'volunteer', 'respondent'] as const)
    expect((await portal.request(visitor, 'GET', '/join-requests')).status).toBe(403)
  const snapshot = await (await portal.fetch('anonymous', '/snapshot')).text()
  expect(snapshot).not.toMatch(/kanarejka|Заявкина|9161234567/)
})

it('erases what came to nothing: thirty days after a refusal, half a year unanswered; members stay', async () => {
  const [refused, member] = [await apply(), await apply()]
  await portal.request('editor', 'POST', `/join-requests/${refused.id}/decline`)
  expect((await portal.request('admin', 'POST', `/join-requests/${member.id}/accept`)).status).toBe(200)
  const left = async (days: number) => {
    await eraseOldRequests(portal.payload, new Date(Date.now() + days * 86_400_000))
    return (await requests()).map(({ id }) => id)
  }
  const waiting = await apply()
  expect(await left(29)).toEqual(expect.arrayContaining([refused.id, waiting.id, member.id]))
  expect(await left(31)).not.toContain(refused.id)
  expect(await left(179)).toContain(waiting.id)
  const last = await left(181)
  expect(last).toContain(member.id)
  expect(last).not.toContain(waiting.id)
})

describe('asks', () => {
  const refused = async (more: Record<string, string | string[]>) => {
    const before = (await requests()).length
    const reply = await asResident(portal).send('/join', form(more))
    expect(await requests()).toHaveLength(before)
    return { status: reply.status, ...((await reply.json()) as { fields?: Record<string, string> }) }
  }

  it('for a parent at 14–17, and keeps their consent with its time', async () => {
    expect(await refused({ age: '14-17' })).toMatchObject({
      status: 422,
      fields: { parentName: expect.any(String), consentParent: expect.any(String) },
    })
    const request = await apply({ age: '14-17', parentName: 'Мария Заявкина', consentParent: 'on' })
    expect(request).toMatchObject({ parentName: 'Мария Заявкина' })
    expect(request.parentConsentAt).toBe(request.consentAt)
  })

  it('those under 14 to come to the open meetings instead', async () => {
    expect((await refused({ age: 'under14' })).fields).toEqual({ age: expect.stringContaining('с 14 лет') })
  })

  it('for one way to answer, a real phone, and consent', async () => {
    expect((await refused({ email: '', phone: '' })).fields).toHaveProperty('email')
    expect((await refused({ phone: '12' })).fields).toHaveProperty('phone')
    expect((await refused({ consentProcessing: '' })).fields).toHaveProperty('consentProcessing')
  })

  it('for nothing else: fields of the staff are refused', async () => {
    expect((await refused({ status: 'accepted' })).status).toBe(400)
  })
})

describe('an administrator', () => {
  it('accepts with one click: account, link, figure on the site; the password works', async () => {
    const request = await apply({ name: 'Анна Принятая' })
    const before = (await count()).members
    const { status, body } = await portal.request('admin', 'POST', `/join-requests/${request.id}/accept`)
    expect(status).toBe(200)
    const login = await portal.payload.login({ collection: 'users', data: body })
    expect(login.user).toMatchObject({ name: 'Анна Принятая', role: 'volunteer' })
    const accepted = (await requests()).find(({ id }) => id === request.id)
    expect(accepted).toMatchObject({ status: 'accepted', user: login.user?.id, decidedBy: 'admin' })
    expect((await count()).members).toBe(before + 1)
    const { members } = await portal.payload.findGlobal({ slug: 'initiative' })
    expect(members).toBe(before + 1)
    const { docs: log } = await portal.payload.find({
      collection: 'publications',
      where: { collectionSlug: { equals: 'initiative' } },
    })
    expect(log.length).toBeGreaterThan(0)
  })

  it('makes one account of many clicks at once', async () => {
    const request = await apply()
    const replies = await Promise.all(
      Array.from({ length: 6 }, () => portal.request('admin', 'POST', `/join-requests/${request.id}/accept`)),
    )
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
    const where = { email: { equals: request.email } }
    expect((await portal.payload.count({ collection: 'users', where })).totalDocs).toBe(1)
  })

  it('is told that an e-mail is missing or taken, and the request stays new', async () => {
    const nameless = await apply({ email: '' })
    const taken = await apply({ email: 'editor@example.test' })
    expect((await portal.request('admin', 'POST', `/join-requests/${nameless.id}/accept`)).status).toBe(422)
    expect((await portal.request('admin', 'POST', `/join-requests/${taken.id}/accept`)).status).toBe(409)
    for (const { id } of [nameless, taken])
      expect(await portal.payload.findByID({ collection: 'join-requests', id })).toMatchObject({
        status: 'new',
      })
  })

  it('alone accepts; editors decline; a decision stands', async () => {
    const request = await apply()
    const accept = (as: 'editor' | 'admin' | 'anonymous') =>
      portal.request(as, 'POST', `/join-requests/${request.id}/accept`)
    expect((await accept('editor')).status).toBe(403)
    expect((await accept('anonymous')).status).toBe(401)
    const decline = (as: 'editor' | 'volunteer') =>
      portal.request(as, 'POST', `/join-requests/${request.id}/decline`)
    expect((await decline('volunteer')).status).toBe(403)
    expect((await decline('editor')).status).toBe(200)
    expect((await decline('editor')).status).toBe(409)
    expect((await accept('admin')).status).toBe(409)
  })
})

it('forgets a request on demand, and the figure follows', async () => {
  const request = await apply()
  await portal.request('admin', 'POST', `/join-requests/${request.id}/accept`)
  const { members } = await count()
  expect((await portal.request('editor', 'DELETE', `/join-requests/${request.id}`)).status).toBe(200)
  expect((await count()).members).toBe(members - 1)
  expect((await portal.payload.findGlobal({ slug: 'initiative' })).members).toBe(members - 1)
})

it('nobody writes the figure by hand', async () => {
  const { members } = await count()
  await portal.request('editor', 'POST', '/globals/initiative', { members: 50, lead: 'Мы ведём портал.' })
  expect(await portal.payload.findGlobal({ slug: 'initiative' })).toMatchObject({
    members,
    lead: 'Мы ведём портал.',
  })
})
