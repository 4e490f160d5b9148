import { publishedOn } from '../../../collections/index.ts'
import type { HearingSeed } from '../hearings/hearingSeed.ts'
import { hearingSeeds } from '../hearings/index.ts'
import { noticeFields, papersOut } from '../hearings/noticeFields.ts'
import { papers, published } from './common.ts'
import { body, idOf, writeMissing, type Seeding } from './seeding.ts'

export const writeHearings = (seeding: Seeding): Promise<number> =>
  writeMissing(seeding, 'hearings', hearingSeeds(seeding.clock), (seed) => writeOne(seeding, seed))

/** Publishes the notice as of its day; one that was changed since, once more as of the day of the change. */
async function writeOne(seeding: Seeding, seed: HearingSeed): Promise<{ id: string }> {
  const { payload, clock: c } = seeding
  const { formerly, edited } = seed
  const first: HearingSeed = formerly ? { ...seed, moved: undefined, ...formerly } : seed
  const { publishedAt, _status } = published(c, c.at(seed.notice, '10:02'))
  const doc = await payload.create({
    collection: 'hearings',
    depth: 0,
    data: { ...noticeFields(first, c), ...around(seeding, seed), publishedAt, _status, demo: true },
    context: { [publishedOn]: publishedAt },
  })
  if (!formerly || edited === undefined) return doc
  const again = published(c, c.at(edited, '15:30')).publishedAt
  return payload.update({
    collection: 'hearings',
    id: doc.id,
    depth: 0,
    data: { ...noticeFields(seed, c), _status },
    context: { [publishedOn]: again },
  })
}

/** Text, papers and what the notice points to. */
function around(seeding: Seeding, seed: HearingSeed) {
  const out = papersOut(seed)
  const files = out.map(({ file }) => file)
  return {
    ...(seed.houses ? { houses: seed.houses.map((slug) => idOf(seeding, 'houses', slug)) } : {}),
    ...(seed.district ? { districts: [idOf(seeding, 'districts', `okrug-${seed.district}`)] } : {}),
    body: body(seeding, seed.text),
    documents: papers(seeding, files).map((paper, i) => ({
      ...paper,
      kind: out[i]?.kind ?? 'other',
    })),
  }
}
