import type { HearingSeed } from '../hearings/hearingSeed.ts'
import { hearingSeeds } from '../hearings/index.ts'
import { papers, published } from './common.ts'
import { body, idOf, writeMissing, type Seeding } from './seeding.ts'

export const writeHearings = (seeding: Seeding): Promise<number> =>
  writeMissing(seeding, 'hearings', hearingSeeds(seeding.clock), (seed) => writeOne(seeding, seed))

function writeOne(seeding: Seeding, seed: HearingSeed) {
  const { payload, clock: c } = seeding
  const { exposition, comments, meeting, voting, protocol, conclusion } = seed
  // A stage of the past is done: nothing in the demo is late.
  const done = (day: number | undefined) =>
    day !== undefined && day < 0 && !seed.cancelled ? c.at(day) : null
  return payload.create({
    collection: 'hearings',
    depth: 0,
    data: {
      slug: seed.slug,
      kind: seed.kind,
      title: seed.title,
      officialTitle: seed.officialTitle,
      lead: seed.lead,
      number: seed.number,
      edition: seed.edition ?? 1,
      editionAt: c.at(seed.edited ?? seed.notice),
      authority: seed.authority,
      basis: seed.basis,
      territory: seed.territory,
      ...(seed.district ? { district: idOf(seeding, 'districts', `okrug-${seed.district}`) } : {}),
      body: body(seeding, seed.text),
      ...(seed.cancelled ? { status: 'cancelled', statusReason: seed.cancelled } : { status: 'scheduled' }),
      noticeAt: c.at(seed.notice),
      ...(seed.house ? { house: { address: seed.house } } : {}),
      ...(seed.initiator ? { initiator: seed.initiator } : {}),
      agenda: (seed.agenda ?? []).map((text) => ({ text })),
      ...(exposition
        ? { exposition: { ...exposition, from: c.at(exposition.from), to: c.at(exposition.to) } }
        : {}),
      ...(comments
        ? { comments: { ...comments, from: c.at(comments.from), until: c.at(comments.until) } }
        : {}),
      ...(meeting
        ? {
            meeting: {
              startsAt: c.at(meeting.on, meeting.at),
              registrationFrom: c.at(meeting.on, meeting.registration),
              place: meeting.place,
            },
          }
        : {}),
      ...(voting
        ? {
            voting: {
              from: c.at(voting.from, '13:00'),
              until: c.at(voting.until, '20:00'),
              place: voting.place,
            },
          }
        : {}),
      protocolDueAt: protocol === undefined ? null : c.at(protocol),
      protocolAt: done(protocol),
      conclusionDueAt: conclusion === undefined ? null : c.at(conclusion),
      conclusionAt: done(conclusion),
      informed: seed.informed.map(({ text, on }) => ({ text, date: c.at(on) })),
      documents: papers(
        seeding,
        seed.documents.map(({ file }) => file),
      ).map((paper, i) => ({ ...paper, kind: seed.documents[i]?.kind ?? 'other' })),
      demo: true,
      ...published(c, c.at(seed.notice, '10:02')),
    },
  })
}
