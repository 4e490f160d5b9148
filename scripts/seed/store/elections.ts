import { electionSeeds, turnoutSeeds } from '../elections/electionSeeds.ts'
import { published } from './common.ts'
import { body, idOf, writeMissing, type Seeding } from './seeding.ts'

/** Elections and, while there is none, the figures of turnout. */
export async function writeElections(seeding: Seeding): Promise<number> {
  const { payload, clock } = seeding
  const count = await writeMissing(
    seeding,
    'elections',
    electionSeeds(clock),
    ({ text, districts = [], ...seed }) =>
      payload.create({
        collection: 'elections',
        depth: 0,
        data: {
          ...seed,
          hoursFrom: '08:00',
          hoursTo: '20:00',
          districts: districts.map((number) => idOf(seeding, 'districts', `okrug-${number}`)),
          ...(text ? { body: body(seeding, text) } : {}),
          ...published(clock, clock.at(seed.demo ? -30 : -100, '10:00')),
        },
      }),
  )
  if ((await payload.count({ collection: 'turnout' })).totalDocs > 0) return count
  for (const data of turnoutSeeds) await payload.create({ collection: 'turnout', depth: 0, data })
  return count + turnoutSeeds.length
}
