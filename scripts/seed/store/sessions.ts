import { rowId } from '../../../collections/rowId.ts'
import type { Vote } from '../../../collections/Sessions/sessions.schema.ts'
import { people } from '../council/people.ts'
import {
  formerDeputy,
  formerUntil,
  sessionSeeds,
  type ItemSeed,
  type SessionSeed,
} from '../council/sessions.ts'
import { papers, published } from './common.ts'
import { idOf, writeMissing, type Seeding } from './seeding.ts'

/** Sittings of the last year with their roll calls, a cancelled one and the next one. */
export const writeSessions = (seeding: Seeding): Promise<number> =>
  writeMissing(
    seeding,
    'sessions',
    sessionSeeds(seeding.clock).map((seed) => ({ ...seed, slug: `zasedanie-${seed.number}` })),
    (seed) => writeSession(seeding, seed),
  )

function writeSession(seeding: Seeding, seed: SessionSeed & { slug: string }) {
  const { payload, clock: c } = seeding
  const isHeld = seed.on < 0 && seed.status !== 'cancelled'
  const items = seed.items.map((item) => ({ ...item, id: rowId() }))
  return payload.create({
    collection: 'sessions',
    depth: 0,
    data: {
      slug: seed.slug,
      // The hook writes the same; the type does not know.
      title: `Заседание № ${seed.number}`,
      number: String(seed.number),
      convocation: 'Созыв 2025 года',
      lead: seed.lead,
      startsAt: c.at(seed.on, '10:00'),
      endsAt: c.at(seed.on, '13:00'),
      place: { name: 'Зал заседаний Совета', address: 'Образцовый проезд, 1' },
      attend:
        'Вход свободный по паспорту, за 20 минут до начала. Для жителей 12 мест; записаться можно у секретаря Совета накануне. Выступить — до трёх минут в конце повестки.',
      accessibility: 'Четыре места для кресел-колясок, лифт, индукционная петля для слуховых аппаратов.',
      status: seed.status ?? (isHeld ? 'held' : 'scheduled'),
      ...(seed.reason ? { statusReason: seed.reason } : {}),
      agenda: items.map(({ id, title, reporter, result, decision, documents }, index) => ({
        id,
        title,
        reporter,
        ...(isHeld && result ? { result } : {}),
        ...(isHeld && decision ? { decision } : {}),
        ...(isHeld && result === 'accepted' ? { decisionNumber: `${seed.number}/${index + 1}` } : {}),
        documents: papers(seeding, documents),
      })),
      seats: people.length,
      roll: isHeld ? rollOf(seeding, seed, items) : [],
      ...(seed.minutes ? { minutes: idOf(seeding, 'document', seed.minutes) } : {}),
      documents: papers(seeding, seed.documents),
      demo: true,
      ...published(c, c.at(seed.on - 10, '12:00')),
    },
  })
}

function rollOf(seeding: Seeding, { on, away }: SessionSeed, items: (ItemSeed & { id: string })[]) {
  return people
    .filter(({ slug }) => slug !== formerDeputy || on <= formerUntil)
    .map(({ slug }) => {
      const present = !away?.includes(slug)
      return {
        deputy: idOf(seeding, 'deputies', slug),
        present,
        votes: present ? items.map((item) => ({ item: item.id, vote: voteOn(item, slug) })) : [],
      }
    })
}

function voteOn({ others }: ItemSeed, slug: string): Vote {
  for (const vote of ['against', 'abstained', 'absent'] as const)
    if (others?.[vote]?.includes(slug)) return vote
  return 'for'
}
