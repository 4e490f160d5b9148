import type { Payload } from 'payload'
import { writeArchive } from './store/archive.ts'
import { writeDeputies, writeDistricts } from './store/council.ts'
import { writeElections } from './store/elections.ts'
import { writeEvents } from './store/events.ts'
import { writeHearings } from './store/hearings.ts'
import { writeHouses } from './store/houses.ts'
import { writeJoinRequests } from './store/joinRequests.ts'
import { writeMedia } from './store/media.ts'
import { writeNews } from './store/news.ts'
import { writeAddressees, writeConsentPages, writeQuestions } from './store/questions.ts'
import type { Seeding } from './store/seeding.ts'
import { writePolls } from './store/polls.ts'
import { writePlaces, writeStops } from './store/places.ts'
import { writeReceptions } from './store/receptions.ts'
import { writeSessions } from './store/sessions.ts'
import { writeGlobals, writePages } from './store/site.ts'
import { writeWishes } from './store/wishes.ts'
import { writeStreams } from './store/streams.ts'
import { writeUsers, type DemoLogin } from './store/users.ts'
import { demoClock } from './time/demoClock.ts'

export type SeedOptions = {
  /** Where the demo passwords are kept. */
  dataDir: string
  log: (line: string) => void
  /** The moment everything is relative to. */
  now?: Date
}

/**
 * Fills the portal with true facts and, plainly marked, demo records. Safe to run twice: what exists is left alone. All of
 * it goes through the model's own hooks, so a running portal builds the site once for the whole of it.
 * @returns the demo accounts whose passwords are known
 */
export async function seedDemo(payload: Payload, options: SeedOptions): Promise<DemoLogin[]> {
  const { dataDir, log, now = new Date() } = options
  const seeding: Seeding = { payload, clock: demoClock(now), log, ids: new Map() }
  const step = async (name: string, work: () => Promise<number>) => {
    const started = performance.now()
    const count = await work()
    const seconds = ((performance.now() - started) / 1000).toFixed(1).replace('.', ',')
    log(count > 0 ? `${name}: ${count}, за ${seconds} с` : `${name}: уже есть`)
  }
  await markUnfinished(payload)
  const logins = await writeUsers(seeding, dataDir)
  await step('Рисунки и документы', () => writeMedia(seeding))
  await step('Округа', () => writeDistricts(seeding))
  await step('Дома', () => writeHouses(seeding))
  await step('Остановки', () => writeStops(seeding))
  await step('Путеводитель', () => writePlaces(seeding))
  await step('Депутаты', () => writeDeputies(seeding))
  await step('Слушания и собрания', () => writeHearings(seeding))
  await step('Заседания Совета', () => writeSessions(seeding))
  await step('Голосования', () => writePolls(seeding))
  await step('События', () => writeEvents(seeding))
  await step('Трансляции', () => writeStreams(seeding))
  await step('Новости', () => writeNews(seeding))
  await step('Пожелания', () => writeWishes(seeding))
  await step('Заявки в группу', () => writeJoinRequests(seeding))
  await step('Страницы', () => writePages(seeding))
  await step('Тексты согласий', () => writeConsentPages(seeding))
  await step('Адресаты вопросов', () => writeAddressees(seeding))
  await step('Приёмы', () => writeReceptions(seeding))
  await step('Документы', () => writeArchive(seeding))
  await step('Выборы', () => writeElections(seeding))
  await step('Вопросы жителей', () => writeQuestions(seeding))
  await writeGlobals(seeding)
  await payload.delete({ collection: 'portal-state', where: mark })
  return logins
}

/**
 * Killed half-way, the seed leaves a database that looks used. The mark tells the next start to finish it
 * (scripts/portal/is-database-empty.ts).
 */
async function markUnfinished(payload: Payload): Promise<void> {
  const { totalDocs } = await payload.count({ collection: 'portal-state', where: mark })
  if (totalDocs === 0) await payload.create({ collection: 'portal-state', data: { key: unfinished } })
}

const unfinished = 'demo-unfinished'
const mark = { key: { equals: unfinished } }
