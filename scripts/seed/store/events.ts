import type { EventSeed } from '../events/eventSeed.ts'
import { eventSeeds } from '../events/index.ts'
import { papers, published } from './common.ts'
import { body, idOf, writeMissing, type Seeding } from './seeding.ts'

export const writeEvents = (seeding: Seeding): Promise<number> =>
  writeMissing(seeding, 'events', eventSeeds(seeding.clock), (seed) => writeOne(seeding, seed))

async function writeOne(seeding: Seeding, seed: EventSeed) {
  const { payload, clock: c } = seeding
  const { moved } = seed
  const known = moved
    ? { on: moved.previouslyOn, from: moved.previouslyFrom }
    : { on: seed.on, from: seed.from }
  const event = await payload.create({
    collection: 'events',
    depth: 0,
    data: {
      slug: seed.slug,
      title: seed.title,
      lead: seed.lead,
      kind: seed.kind ?? 'event',
      audience: seed.audience ?? ['everyone'],
      ...period(seeding, { ...seed, ...known }),
      place: seed.place,
      ...(seed.district ? { district: idOf(seeding, 'districts', `okrug-${seed.district}`) } : {}),
      deputies: (seed.deputies ?? []).map((slug) => idOf(seeding, 'deputies', slug)),
      ...(seed.organizer ? { organizer: seed.organizer } : {}),
      ...(seed.cover ? { cover: idOf(seeding, 'picture', seed.cover) } : {}),
      ...(seed.text ? { body: body(seeding, seed.text) } : {}),
      programme: (seed.programme ?? []).map(([time, title, note]) => ({
        time,
        title,
        ...(note ? { note } : {}),
      })),
      ...(seed.accessibility ? { accessibility: seed.accessibility } : {}),
      ...(seed.cancelled ? { status: 'cancelled', statusReason: seed.cancelled } : { status: 'scheduled' }),
      updates: updatesOf(seeding, seed),
      outcome: outcomeOf(seeding, seed),
      repeat: repeatOf(seeding, seed),
      outcomes: (seed.repeat?.outcomes ?? []).map(({ on, photos = [], ...rest }) => ({
        day: c.at(on),
        ...rest,
        photos: photos.map((key) => idOf(seeding, 'picture', key)),
      })),
      specialists: seed.specialists ?? [],
      ...(seed.seats ? { registration: { seats: seed.seats } } : {}),
      documents: papers(seeding, seed.documents),
      demo: true,
      ...published(c, c.at(Math.min(seed.on - 12, -1), '09:30')),
    },
  })
  if (!moved) return event
  // Moved after residents knew of it: the model itself notes the former start and the new revision for calendars.
  return payload.update({
    collection: 'events',
    id: event.id,
    depth: 0,
    data: { ...period(seeding, seed), status: 'moved', statusReason: moved.reason, _status: 'published' },
  })
}

function period({ clock: c }: Seeding, { on, from, to, last }: EventSeed) {
  if (from) return { startsAt: c.at(on, from), ...(to ? { endsAt: c.at(on, to) } : {}), allDay: false }
  return { startsAt: c.at(on, '00:00'), endsAt: c.at(last ?? on, '23:59'), allDay: true }
}

function repeatOf({ clock: c }: Seeding, { repeat }: EventSeed) {
  if (!repeat) return { rule: 'once' as const }
  const { weekly, monthly, until, cancelled = [], moved = [], skipped = [] } = repeat
  return {
    ...(monthly
      ? { rule: 'monthWeekday' as const, weeks: monthly.weeks, weekdays: [monthly.weekday] }
      : { rule: 'weekly' as const, weekdays: weekly ?? [] }),
    until: c.at(until),
    exceptions: [
      ...cancelled.map(({ on, why }) => ({ day: c.at(on), change: 'cancelled' as const, note: why })),
      ...moved.map(({ on, to, from, why, place }) => ({
        day: c.at(on),
        change: 'moved' as const,
        startsAt: c.at(to, from),
        note: why,
        ...(place ? { place } : {}),
      })),
      ...skipped.map((on) => ({ day: c.at(on), change: 'skipped' as const })),
    ],
  }
}

/** Entries of the chronicle that have already happened. */
function updatesOf(seeding: Seeding, { on, updates = [] }: EventSeed) {
  const { clock: c } = seeding
  return updates
    .map(([time, text, photo]) => ({
      at: c.at(on, time),
      text,
      ...(photo ? { photo: idOf(seeding, 'picture', photo) } : {}),
    }))
    .filter(({ at }) => at < c.now.toISOString())
}

function outcomeOf(seeding: Seeding, { on, outcome }: EventSeed) {
  if (!outcome) return {}
  const { clock: c } = seeding
  const { summary, text, participants, decisions = [], minutes, photos = [] } = outcome
  return {
    summary,
    ...(participants ? { participants } : {}),
    ...(text ? { body: body(seeding, text) } : {}),
    decisions: decisions.map(([decision, responsible, due]) => ({
      text: decision,
      responsible,
      // A term given at the event counts from it, unless it is a day of the calendar already ahead.
      ...(due === undefined ? {} : { due: c.at(Math.max(due, on + 1)) }),
    })),
    ...(minutes ? { minutes: idOf(seeding, 'document', minutes) } : {}),
    photos: photos.map((key) => idOf(seeding, 'picture', key)),
  }
}
