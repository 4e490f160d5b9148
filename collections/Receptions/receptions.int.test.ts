import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { openPortal, type Portal } from '../test/openPortal.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal(inject('databaseUrl'))
})
afterAll(() => portal.close())

const rules = [{ weekday: '2', weeks: 'every', from: '17:00', to: '19:00' }]

const deputy = async (lastName: string, user?: string) => {
  const { body } = await portal.request('admin', 'POST', '/deputies', {
    lastName,
    firstName: 'Пётр',
    duty: 'deputy',
    _status: 'published',
    ...(user ? { user } : {}),
  })
  return body.doc
}

it('takes name and address of the person’s page from whom it names, and refuses one that names nobody', async () => {
  const one = await deputy('Образцов')
  const own = await portal.request('editor', 'POST', '/receptions', { deputy: one.id, rules })
  expect(own.body.doc).toMatchObject({ title: 'Пётр Образцов', person: one.slug })
  const free = await portal.request('editor', 'POST', '/receptions', { name: 'Начальник почты', rules })
  expect(free.body.doc).toMatchObject({ title: 'Начальник почты', person: 'nachalnik-pochty' })
  const none = await portal.request('editor', 'POST', '/receptions', { rules })
  expect(none.status).toBe(400)
  expect(none.body.errors[0].data.errors[0]).toMatchObject({ path: 'name' })
})

it('refuses hours that end before they begin, and an extra day without hours', async () => {
  const late = await portal.request('editor', 'POST', '/receptions', {
    name: 'x',
    rules: [{ ...rules[0], to: '16:00' }],
  })
  expect(late.status).toBe(400)
  const day = '2026-12-05T09:00:00.000Z'
  const extra = await portal.request('editor', 'POST', '/receptions', {
    name: 'x',
    exceptions: [{ day, change: 'extra' }],
  })
  expect(extra.status).toBe(400)
  const cancelled = await portal.request('editor', 'POST', '/receptions', {
    name: 'x',
    exceptions: [{ day, change: 'cancelled' }],
  })
  expect(cancelled.status).toBe(201)
})

it('lets a respondent keep their own hours up to date, and nobody else’s, and not give them away', async () => {
  const mine = await deputy('Своев', portal.users.respondent.id)
  const theirs = await deputy('Чужов')
  const make = async (of: { id: string }) =>
    (await portal.request('editor', 'POST', '/receptions', { deputy: of.id, rules })).body.doc
  const [own, other] = [await make(mine), await make(theirs)]
  const exceptions = [{ day: '2026-12-01T09:00:00.000Z', change: 'cancelled' }]
  const saved = await portal.request('respondent', 'PATCH', `/receptions/${own.id}?depth=0`, {
    exceptions,
    deputy: theirs.id,
  })
  expect(saved.status).toBe(200)
  expect(saved.body.doc).toMatchObject({ exceptions, deputy: mine.id })
  expect((await portal.request('respondent', 'PATCH', `/receptions/${other.id}`, { note: 'x' })).status).toBe(
    403,
  )
  expect((await portal.request('volunteer', 'PATCH', `/receptions/${own.id}`, { note: 'x' })).status).toBe(
    403,
  )
})
