import type { DemoClock } from '../time/demoClock.ts'
import { people, rooms, type Person } from '../council/people.ts'
import { formerDeputy } from '../council/sessions.ts'
import { fewAtATime, idOf, type Seeding } from './seeding.ts'

/** Office hours of the demo deputies and of two officials, with something cancelled, moved and extra ahead. */
export async function writeReceptions(seeding: Seeding): Promise<number> {
  const { payload, clock } = seeding
  if ((await payload.count({ collection: 'receptions' })).totalDocs > 0) return 0
  const deputies = people.filter(({ reception, slug }) => reception && slug !== formerDeputy)
  await fewAtATime(deputies, async (person) => {
    await payload.create({ collection: 'receptions', depth: 0, data: receptionOf(seeding, person) })
  })
  for (const { slug, weekday, weeks, from, to, room, booking } of officials)
    await payload.create({
      collection: 'receptions',
      depth: 0,
      data: {
        addressee: idOf(seeding, 'addressees', slug),
        rules: [{ weekday, weeks, from, to, validFrom: clock.at(-240) }],
        exceptions: [extraDay(clock)],
        place: rooms[room].place,
        house: idOf(seeding, 'houses', rooms[room].house),
        phone: '+7 000 000-20-01',
        booking,
        demo: true,
      },
    })
  return deputies.length + officials.length
}

const officials = [
  {
    slug: 'obshchestvennyy-yurist',
    weekday: '6',
    weeks: 'every',
    from: '10:00',
    to: '13:00',
    room: 'primernaya',
    booking: 'по телефону до пятницы',
  },
  {
    slug: 'glava-upravy',
    weekday: '1',
    weeks: '1',
    from: '15:00',
    to: '18:00',
    room: 'council',
    booking: 'по телефону за три дня',
  },
] as const

function receptionOf(seeding: Seeding, person: Person) {
  const { clock } = seeding
  const number = people.indexOf(person) + 1
  if (!person.reception) throw new Error(`${person.slug} has no office hours`)
  const [weekday, weeks, from, to, room, note] = person.reception
  return {
    deputy: idOf(seeding, 'deputies', person.slug),
    rules: [{ weekday, weeks, from, to, validFrom: clock.at(-240) }],
    exceptions: [...(exceptionsOf(clock)[person.slug] ?? [])],
    place: rooms[room].place,
    house: idOf(seeding, 'houses', rooms[room].house),
    phone: `+7 000 000-00-${String(number).padStart(2, '0')}`,
    ...(note ? { note } : {}),
    demo: true,
  }
}

/** Chernovikov has Wednesdays, Obrazcova Tuesdays. */
const exceptionsOf = (clock: DemoClock): Record<string, Exception[]> => ({
  'nikolay-chernovikov': [{ day: clock.at(clock.next(3)), change: 'cancelled', note: 'Выездное заседание' }],
  'vera-obrazcova': [
    {
      day: clock.at(clock.next(2, 7)),
      change: 'moved',
      movedTo: clock.at(clock.next(4, 7)),
      note: 'Библиотека закрыта на санитарный день накануне',
    },
  ],
})

type Exception = { day: string; change: 'cancelled' | 'moved'; movedTo?: string; note: string }

const extraDay = (clock: DemoClock) => ({
  day: clock.at(clock.next(7, 10)),
  change: 'extra' as const,
  from: '12:00',
  to: '14:00',
  note: 'По вопросам капитального ремонта',
})
