import { idOf, type Seeding } from './seeding.ts'

/** A stream that is planned and one that has its recording. Its address is plainly invented and is asked by nobody's page. */
export async function writeStreams(seeding: Seeding): Promise<number> {
  const { payload } = seeding
  if ((await payload.count({ collection: 'streams' })).totalDocs > 0) return 0
  const shown = (slug: string) => ({
    relationTo: 'sessions' as const,
    value: idOf(seeding, 'sessions', slug),
  })
  await payload.create({
    collection: 'streams',
    depth: 0,
    data: { of: shown(ahead), plannedAt: await startOf(seeding, ahead), state: 'scheduled', demo: true },
  })
  const began = await startOf(seeding, past)
  await payload.create({
    collection: 'streams',
    depth: 0,
    data: {
      of: shown(past),
      plannedAt: began,
      url: invented,
      state: 'recording',
      startedAt: began,
      endedAt: new Date(Date.parse(began) + 2 * 3_600_000).toISOString(),
      recordingUrl: invented,
      chapters: [
        { time: '0:00', title: 'Открытие, повестка' },
        { time: '4:10', title: 'Правила приёма граждан', item: 1 },
        { time: '38:25', title: 'Плата за городские парковки', item: 2 },
      ],
      demo: true,
    },
  })
  return 2
}

const ahead = 'zasedanie-18'
const past = 'zasedanie-16'
const invented = `https://rutube.ru/video/${'0'.repeat(32)}/`

const startOf = async (seeding: Seeding, slug: string): Promise<string> => {
  const event = await seeding.payload.findByID({
    collection: 'sessions',
    id: idOf(seeding, 'sessions', slug),
    depth: 0,
  })
  return event.startsAt
}
