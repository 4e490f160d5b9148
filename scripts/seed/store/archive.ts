import { archiveSeeds } from '../archive/archiveSeeds.ts'
import { papers, published } from './common.ts'
import { idOf, writeMissing, type Seeding } from './seeding.ts'

/** Official documents; one after another, since a later one names the one that repealed it. */
export async function writeArchive(seeding: Seeding): Promise<number> {
  const { payload, clock } = seeding
  let count = 0
  for (const seed of archiveSeeds(clock))
    count += await writeMissing(seeding, 'documents', [seed], (one) =>
      payload.create({
        collection: 'documents',
        depth: 0,
        data: {
          slug: one.slug,
          title: one.title,
          officialTitle: one.officialTitle,
          lead: one.lead,
          kind: one.kind,
          authority: one.authority,
          number: one.number,
          adoptedAt: clock.at(one.day),
          effectiveAt: one.effective === undefined ? null : clock.at(one.effective),
          state: one.state,
          repealedBy: one.repealedBy ? idOf(seeding, 'documents', one.repealedBy) : null,
          documents: papers(seeding, one.papers),
          demo: true,
          ...published(clock, clock.at(one.day + 1, '10:00')),
        },
      }),
    )
  return count
}
