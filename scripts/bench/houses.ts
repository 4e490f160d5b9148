import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { PublishRecord, QueueState } from '../rebuild/queue.ts'
import { figure, print } from './figures.ts'
import { benchSearch } from './houses/searchInBrowser.ts'
import { housesCsv, syntheticHouses } from './houses/syntheticHouses.ts'
import { residentMemory, residentOf, untilQuiet } from './publish/resident.ts'
import { announce } from './publish/scaled-portal.ts'
import { logIn, startRunningPortal, type Session } from './running-portal.ts'

const houseCount = 10_000
const edits = 12
const longestMs = 15 * 60_000

/** Ten thousand houses: their import, the site with them, what a publish costs beside them, and the search of an address. */
export const benchHouses = async (dataDir: string): Promise<void> => {
  const portal = await startRunningPortal(dataDir)
  try {
    const session = await logIn(portal.url, dataDir)
    const resident = residentOf(portal.process.pid ?? 0)
    await untilQuiet(resident)
    const houses = syntheticHouses(houseCount)
    const next = createWatch(dataDir)

    announce(`import of ${houseCount} houses`)
    const started = performance.now()
    const outcome = await session.post('/api/houses/import', housesCsv(houses), 'text/csv')
    print(single('import of the file', performance.now() - started))
    print({ bench: 'houses', variant: 'outcome of the import', ...outcome, errors: undefined })
    const whole = await next()
    print(single(`${houseCount} houses, the whole site rendered (${whole.rendered} files)`, whole.renderMs))
    print(single(`${houseCount} houses, reading to live`, costOf(whole)))
    print({ ...single('resident memory', residentMemory(resident)), unit: 'MiB' })
    announce('map of the site, search index, compressed copies')
    await untilQuiet(resident)

    for (const kind of ['news', 'houses', 'hearings'] as const) {
      announce(`${edits} edits of ${kind}`)
      const records: PublishRecord[] = []
      for (let turn = 0; turn < edits; turn += 1) {
        await edit(session, kind, turn)
        records.push(await next())
      }
      const variant = `publish of one of ${kind} beside ${houseCount} houses`
      print(figure({ bench: 'houses', variant, unit: 'ms' }, records.map(costOf)))
      print(
        figure(
          { bench: 'houses', variant: `${variant}, pages rendered`, unit: 'pages' },
          records.map(({ rendered = 0 }) => rendered),
        ),
      )
    }
    announce('search in Chromium')
    await benchSearch(portal.url, houses, dataDir)
  } finally {
    await portal.stop()
  }
}

const single = (variant: string, value = Number.NaN) =>
  figure({ bench: 'houses', variant, unit: 'ms' }, [value])

const costOf = ({ readMs = Number.NaN, renderMs = Number.NaN, switchMs = Number.NaN }: PublishRecord) =>
  readMs + renderMs + switchMs

/** Gives the next publish that is live, as the service has written it down. */
const createWatch = (dataDir: string): (() => Promise<PublishRecord>) => {
  // Written by the service, whole at any moment.
  const read = () =>
    (JSON.parse(readFileSync(join(dataDir, 'site', 'queue.json'), 'utf8')) as QueueState).publishes
  let seen = read().at(-1)?.revision ?? 0
  return async () => {
    const started = performance.now()
    for (;;) {
      const record = read().find(({ revision }) => revision > seen)
      if (record?.state === 'failed') throw new Error(`Publish ${record.revision} failed: ${record.error}`)
      if (record) {
        seen = record.revision
        return record
      }
      if (performance.now() - started > longestMs) throw new Error('The publish does not come')
      await sleep(20)
    }
  }
}

/** One saved change of a document, another each turn; of the notices those that concern a district. */
const edit = async (session: Session, kind: 'news' | 'houses' | 'hearings', turn: number): Promise<void> => {
  const reply = await session.get(`/api/${kind}?limit=1&page=${turn + 1}&depth=0&sort=createdAt`)
  // Payload's list of documents.
  const { docs } = (await reply.json()) as { docs: { id: string }[] }
  const id = docs[0]?.id
  if (!id) throw new Error(`There is no ${kind} number ${turn + 1}`)
  const mark = `Замер ${turn}`
  const change = kind === 'houses' ? { manager: { name: mark } } : { lead: mark, _status: 'published' }
  await session.send('PATCH', `/api/${kind}/${id}`, change)
}
