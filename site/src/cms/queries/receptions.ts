import { occurrencesOf, type Occurrence } from '../../../../collections/Receptions/occurrences.schema.ts'
import { addDays } from '../../lib/calendar.ts'
import type { Content } from '../content.ts'
import { query } from '../door.ts'
import { listing } from '../listing.ts'
import type { Reception } from '../types.ts'

/** Everybody's office hours, by name. */
export const getReceptions = query('list:receptions', ({ content }) => [...content.all('receptions').all()])

/** Those of one person: deputy, official, anybody. */
export const receptionsOfPerson = query('list:receptionsOfPerson', ({ content }, person: string) => [
  ...content.group('receptions', 'person', person).all(),
])

export const receptionsOfDeputy = query('list:receptionsOfDeputy', ({ content }, deputyId: string) => [
  ...content.group('receptions', 'deputy', deputyId).all(),
])

/** Those of the deputies of a district. */
export const receptionsOfDistrict = query('list:receptionsOfDistrict', ({ content }, districtId: string) =>
  receptionsIn(content, districtId),
)

export interface NextReception {
  reception: Reception
  occurrence: Occurrence
}

/** How far pages look ahead: a rule of the month is met within. */
export const daysAhead = 62

/**
 * The next reception of each deputy of a district, the nearest first. It changes on the morning after one, and not every
 * day: thousands of houses show it.
 */
export const nextReceptionsOfDistrict = query(
  'list:nextReceptionsOfDistrict',
  ({ content, clock }, districtId: string): NextReception[] => {
    const from = clock.day()
    const until = addDays(from, daysAhead)
    return receptionsIn(content, districtId)
      .flatMap((reception) => {
        const occurrence = occurrencesOf(reception, { from, until }).find(
          ({ state }) => state !== 'cancelled',
        )
        return occurrence ? [{ reception, occurrence }] : []
      })
      .sort((a, b) => keyOf(a).localeCompare(keyOf(b)))
  },
)

export interface CalendarReceptions {
  reception: Reception
  occurrences: Occurrence[]
}

/** What the calendars to subscribe to hold of the deputies of a district: worked out once for all of its houses. */
export const calendarOfDistrict = query('list:calendarOfDistrict', ({ content, clock }, districtId: string) =>
  inCalendar(receptionsIn(content, districtId), clock.day()),
)

/** The same of one person. */
export const calendarOfPerson = query('list:calendarOfPerson', ({ content, clock }, person: string) =>
  inCalendar(content.group('receptions', 'person', person).all(), clock.day()),
)

/**
 * From the beginning of this month to the end of the third after it: it changes once a month, so the files of ten thousand
 * houses are not written every night.
 */
function inCalendar(receptions: readonly Reception[], today: string): CalendarReceptions[] {
  const [year = 0, month = 0] = today.split('-').map(Number)
  const dayOfMonth = (months: number, day: number) =>
    new Date(Date.UTC(year, month - 1 + months, day)).toISOString().slice(0, 10)
  const span = { from: dayOfMonth(0, 1), until: dayOfMonth(4, 0) }
  return receptions.map((reception) => ({ reception, occurrences: occurrencesOf(reception, span) }))
}

export const personPaths = listing(['person'], (content) =>
  content.values('receptions', 'person').map((person) => ({ person })),
)

/** A list for each district: every one links to all of them. */
export const receptionDistrictPaths = listing(['number'], (content) =>
  content
    .all('districts')
    .all()
    .map(({ number }) => ({ number: String(number) })),
)

/** The office hours of a district's deputies. */
export function receptionsIn(content: Content, districtId: string): Reception[] {
  return content
    .group('deputies', 'district', districtId)
    .all()
    .flatMap(({ id }) => content.group('receptions', 'deputy', id).all())
}

function keyOf({ occurrence: { day, from } }: NextReception): string {
  return `${day} ${from}`
}
