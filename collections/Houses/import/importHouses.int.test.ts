import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { assignRevision } from '../../publications/assignRevision.ts'
import type { SnapshotLine } from '../../snapshot/snapshotLines.ts'
import { openPortal, type Portal, type Visitor } from '../../test/openPortal.ts'
import type { ImportOutcome } from '../houses.schema.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal(inject('databaseUrl'))
  await portal.payload.create({
    collection: 'districts',
    data: { title: 'Округ', number: 4, slug: 'okrug-4' },
  })
})
afterAll(() => portal.close())

const send = async (
  as: Visitor,
  text: string,
  { isDry = false } = {},
): Promise<{ status: number; body: ImportOutcome }> => {
  const response = await portal.fetch(as, `/houses/import${isDry ? '?dry=1' : ''}`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body: text,
  })
  // The endpoint's own shape; the test looks at its parts.
  return { status: response.status, body: (await response.json()) as ImportOutcome }
}

const rows = (count: number, station = 1): string =>
  [
    'Улица;Дом;Корпус;Округ;Широта;Долгота;УИК;УК',
    ...Array.from(
      { length: count },
      (_, i) => `Испытательная улица ${i % 200};${1 + Math.floor(i / 200)};;4;55,6;37,9;${station};УК`,
    ),
  ].join('\n')

const publications = async () =>
  (
    await portal.payload.find({
      collection: 'publications',
      where: { collectionSlug: { equals: 'houses' } },
      sort: 'requestedAt',
      pagination: false,
    })
  ).docs

const changedSince = async (revision: number) => {
  const text = await (await portal.fetch('anonymous', `/snapshot?since=${revision}`)).text()
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line): SnapshotLine => JSON.parse(line))
  const start = lines[0]
  return {
    since: start?.kind === 'start' ? start.since : null,
    houses: lines.flatMap((line) => (line.kind === 'doc' && line.collection === 'houses' ? [line.doc] : [])),
  }
}

describe('the import of a file', () => {
  it('is for editors', async () => {
    expect((await send('anonymous', rows(1))).status).toBe(401)
    expect((await send('volunteer', rows(1))).status).toBe(403)
    expect((await portal.payload.count({ collection: 'houses' })).totalDocs).toBe(0)
  })

  it('tells in a dry run what it would do, and does nothing', async () => {
    const { body } = await send('editor', `${rows(3)}\nбез номера;`, { isDry: true })
    expect(body).toEqual({
      created: 3,
      changed: 0,
      unchanged: 0,
      wrong: 1,
      errors: [{ line: 5, message: 'Не указан номер дома.' }],
      isDry: true,
    })
    expect((await portal.payload.count({ collection: 'houses' })).totalDocs).toBe(0)
    expect(await publications()).toEqual([])
  })

  it('writes houses as a save would, in one publication', async () => {
    await send('editor', rows(3))
    const { docs } = await portal.payload.find({ collection: 'houses', depth: 1, sort: 'title' })
    expect(docs[0]).toMatchObject({
      title: 'Испытательная улица 0, 1',
      district: { number: 4 },
      pollingStation: { number: 1 },
      latitude: 55.6,
      demo: false,
    })
    // The same house by hand is refused: the import filled the key.
    const again = await portal.request('editor', 'POST', '/houses', {
      street: 'ул. Испытательная 0',
      number: '1',
    })
    expect(again.status).toBe(400)
    expect(
      (await publications()).map(({ documentId, documents }) => [documentId, documents?.length]),
    ).toEqual([['*', 3]])
  })

  it('sends the builder what one import changed, and nothing else', async () => {
    await assignRevision(portal.payload)
    const before = (await publications()).at(-1)?.revision ?? 0
    await send('editor', rows(2, 7))
    await assignRevision(portal.payload)
    const { since, houses } = await changedSince(before)
    expect(since).toBe(before)
    expect(houses).toHaveLength(2)
    expect(houses).toMatchObject([{ pollingStation: { number: 7 } }, { pollingStation: { number: 7 } }])
  })

  it('takes 10,000 rows within a minute, changes nothing the second time, and is one publication', async () => {
    const count = (await publications()).length
    const started = performance.now()
    const { body } = await send('editor', rows(10_000, 7))
    const seconds = (performance.now() - started) / 1000
    expect(body).toMatchObject({ created: 9_997, changed: 1, unchanged: 2, wrong: 0 })
    expect(seconds).toBeLessThan(60)
    console.log(`10,000 houses imported in ${seconds.toFixed(1)} s`)

    const second = await send('editor', rows(10_000, 7))
    expect(second.body).toMatchObject({ created: 0, changed: 0, unchanged: 10_000, wrong: 0 })
    const later = await publications()
    expect(later).toHaveLength(count + 1)
    // So many are read faster as a whole.
    await assignRevision(portal.payload)
    expect((await changedSince(later.at(-2)?.revision ?? 0)).since).toBe(0)
  })
})
