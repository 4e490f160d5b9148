import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openPortal, type Portal } from '../test/openPortal.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal(inject('databaseUrl'))
})
afterAll(() => portal.close())

const place = { title: 'Библиотека', category: 'culture', opening: 'hours' } as const
const create = (data: object) =>
  portal.request('editor', 'POST', '/places', { ...place, ...data, _status: 'published' })

describe('a place of the guide', () => {
  it('is drafted by a volunteer and published by an editor', async () => {
    const made = await portal.request('volunteer', 'POST', '/places?draft=true', place)
    expect(made.status).toBe(201)
    const address = `/places/${made.body.doc.id}`
    expect((await portal.request('anonymous', 'GET', address)).status).not.toBe(200)
    expect((await portal.request('volunteer', 'PATCH', address, { _status: 'published' })).status).toBe(403)
    expect((await portal.request('editor', 'PATCH', address, { _status: 'published' })).status).toBe(200)
    expect((await portal.request('anonymous', 'GET', address)).status).toBe(200)
  })

  it.each([
    ['half a point', { latitude: 55.65 }],
    ['a point far away', { latitude: 59.9, longitude: 30.3 }],
    ['an hour that is none', { hours: [{ weekdays: ['1'], from: '25:00', to: '26:00' }] }],
    ['hours without days', { hours: [{ weekdays: [], from: '10:00', to: '12:00' }] }],
    ['an exception with half its hours', { exceptions: [{ day: '2026-12-01', from: '10:00' }] }],
    [
      'an exception that ends before it begins',
      { exceptions: [{ day: '2026-12-02', lastDay: '2026-12-01' }] },
    ],
  ])('is refused with %s', async (_name, data) => {
    expect((await create(data)).status).toBe(400)
  })

  it('is taken with hours over midnight and a whole point', async () => {
    const hours = [{ weekdays: ['5'], from: '18:00', to: '02:00' }]
    expect((await create({ hours, latitude: 55.65, longitude: 37.94 })).status).toBe(201)
  })

  it('has a stop beside it only with a point and a number that Yandex can know', async () => {
    const stop = { title: 'Школа', kind: 'bus', latitude: 55.65, longitude: 37.94 }
    const send = async (data: object) =>
      (await portal.request('editor', 'POST', '/stops', { ...stop, ...data })).status
    expect(await send({ latitude: null })).toBe(400)
    expect(await send({ yandexId: 'школа' })).toBe(400)
    expect(await send({ yandexId: 'stop__9643291' })).toBe(201)
  })
})
