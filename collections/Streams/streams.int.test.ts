import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { openPortal, type Portal } from '../test/openPortal.ts'
import { longestHours } from './streams.schema.ts'

let portal: Portal
let event: { id: string; slug: string }
beforeAll(async () => {
  process.env['STREAM_HOSTS'] = 'live.example.org'
  portal = await openPortal(inject('databaseUrl'))
})
afterAll(async () => {
  delete process.env['STREAM_HOSTS']
  await portal.close()
})
beforeEach(async () => {
  await portal.payload.delete({ collection: 'streams', where: {} })
  event = await makeEvent('Заседание Совета')
})

const makeEvent = async (title: string) => {
  const data = { title, startsAt: '2036-12-01T10:00:00.000Z', kind: 'event', _status: 'published' }
  return (await portal.request('editor', 'POST', '/events', data)).body.doc
}

const make = async (fields: object = {}, of = event) => {
  const reply = await portal.request('editor', 'POST', '/streams?depth=0', {
    of: { relationTo: 'events', value: of.id },
    plannedAt: '2036-12-01T10:00:00.000Z',
    url: 'https://live.example.org/sovet.m3u8',
    ...fields,
  })
  return reply.body.doc ?? reply.body
}
const move = (id: string, from: string, to: string, role: 'editor' | 'volunteer' | 'anonymous' = 'editor') =>
  portal.request(role, 'POST', `/streams/${id}/move`, { from, to })
const stateOf = async (id: string) =>
  (await portal.payload.findByID({ collection: 'streams', id, depth: 0 })).state

/** What is live, once the answer of two seconds ago is no longer good. */
const liveNow = async () => {
  await new Promise((resolve) => setTimeout(resolve, 2_100))
  return (await portal.request('anonymous', 'GET', '/live')).body.live
}

describe('a stream', () => {
  it('begins, ends and gets its recording by the buttons of an editor, each told to the site', async () => {
    const { id } = await make({ recordingUrl: 'https://live.example.org/zapis.mp4' })
    const rows = () =>
      portal.payload.count({ collection: 'publications', where: { documentId: { equals: id } } })
    const before = (await rows()).totalDocs
    for (const [from, to] of [
      ['scheduled', 'live'],
      ['live', 'ended'],
      ['ended', 'recording'],
    ] as const)
      expect((await move(id, from, to)).status).toBe(200)
    const doc = await portal.payload.findByID({ collection: 'streams', id, depth: 0 })
    expect(doc).toMatchObject({ state: 'recording', title: 'Заседание Совета' })
    expect(doc.startedAt && doc.endedAt && doc.startedAt <= doc.endedAt).toBe(true)
    expect((await rows()).totalDocs).toBe(before + 3)
  })

  it('moves once when two editors press at the same time', async () => {
    const { id } = await make()
    const replies = await Promise.all([move(id, 'scheduled', 'live'), move(id, 'scheduled', 'live')])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('does not go where no button leads, nor on air or to a recording without an address', async () => {
    const { id } = await make({ url: '' })
    expect((await move(id, 'scheduled', 'recording')).status).toBe(422)
    expect((await move(id, 'scheduled', 'live')).body.error).toContain('впишите адрес трансляции')
    const other = await make()
    await move(other.id, 'scheduled', 'live')
    await move(other.id, 'live', 'ended')
    expect((await move(other.id, 'ended', 'recording')).body.error).toContain('впишите адрес записи')
    expect([await stateOf(id), await stateOf(other.id)]).toEqual(['scheduled', 'ended'])
  })

  it('is moved by editors alone, and by no save', async () => {
    const { id } = await make()
    expect((await move(id, 'scheduled', 'live', 'volunteer')).status).toBe(403)
    expect((await move(id, 'scheduled', 'live', 'anonymous')).status).toBe(401)
    await portal.request('editor', 'PATCH', `/streams/${id}`, {
      state: 'live',
      startedAt: new Date().toISOString(),
    })
    expect(await stateOf(id)).toBe('scheduled')
  })

  it('takes an address of a known service or an allowed host, and says what is wrong with another', async () => {
    const fault = async (url: string) => (await make({ url })).errors?.[0]?.data?.errors?.[0]?.message
    expect(await fault('https://vkvideo.ru/video-1_2')).toBeUndefined()
    expect(await fault('https://evil.example/sovet.m3u8')).toContain('Сервер evil.example не разрешён')
    expect(await fault('https://example.org/page')).toContain('Такого адреса портал не покажет')
  })

  it('takes captions as WebVTT and chapters as times', async () => {
    const wrong = await make({ chapters: [{ time: '90', title: 'Первый' }] })
    expect(wrong.errors[0].data.errors[0].message).toContain('1:02:30')
    const { id } = await make({ chapters: [{ time: '1:30', title: 'Первый' }] })
    expect(id).toBeTruthy()
  })
})

describe('GET /api/live', () => {
  it('names what is live and can be opened, and nothing else', async () => {
    expect(await liveNow()).toEqual([])
    const { id } = await make()
    await move(id, 'scheduled', 'live')
    const hidden = await makeEvent('Снятое')
    const other = await make({}, hidden)
    await move(other.id, 'scheduled', 'live')
    await portal.request('editor', 'PATCH', `/events/${hidden.id}`, { _status: 'draft' })
    expect(await liveNow()).toEqual([{ title: 'Заседание Совета', href: `/kalendar/${event.slug}/` }])
    await move(id, 'live', 'ended')
    expect(await liveNow()).toEqual([])
  })

  it('forgets what nobody has ended', async () => {
    const { id } = await make()
    await move(id, 'scheduled', 'live')
    const longAgo = new Date(Date.now() - longestHours * 3_600_000 - 1_000).toISOString()
    await portal.payload.update({ collection: 'streams', id, data: { startedAt: longAgo } })
    expect(await liveNow()).toEqual([])
  })
})
