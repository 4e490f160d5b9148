import { boundaryOf, liesWithin } from '../../houses/territory.ts'
import { dayKey } from '../../lib/dates.ts'
import { smallestGroup } from '../../lib/statistics.ts'
import { occurrencesOf } from '../../../../collections/Receptions/occurrences.schema.ts'
import { addDays } from '../../lib/calendar.ts'
import { mainWord } from '../../houses/streetIndex.ts'
import { streetName } from '../../../../collections/Houses/address.schema.ts'
import type { Content } from '../content.ts'
import { query } from '../door.ts'
import { eventEnd } from '../eventState.ts'
import { listing } from '../listing.ts'
import { idOf } from '../reference.ts'
import type { Deputy, Event, Hearing, House, Reception } from '../types.ts'
import { hasLeft } from './council.ts'
import { bySlug, slugPaths } from './documents.ts'
import { daysAhead, receptionsIn } from './receptions.ts'

export const getHouse = bySlug('houses')

export interface Street {
  name: string
  slug: string
  houses: number
  isDemo: boolean
}

/** Every street that has houses, by its name without «улица» and the like. */
export const houseStreets = query('list:houseStreets', ({ content }): Street[] =>
  content
    .values('houses', 'street')
    .flatMap((slug) => {
      const houses = content.group('houses', 'street', slug)
      const [first] = houses.slice(0, 1)
      return first
        ? [{ name: streetName(first), slug, houses: houses.length(), isDemo: first.demo ?? false }]
        : []
    })
    .sort((a, b) => collator.compare(mainWord(a.name), mainWord(b.name)) || collator.compare(a.name, b.name)),
)

const collator = new Intl.Collator('ru', { numeric: true })

/** What a page of a street shows. */
const housesOnPage = 120

/** Houses of a street by number, page by page from 1, and whether there is a next page. */
export const housesOfStreet = query(
  'list:housesOfStreet',
  ({ content }, street: string, page: number): { houses: House[]; hasNext: boolean } => {
    const houses = content.group('houses', 'street', street)
    return {
      houses: [...houses.slice((page - 1) * housesOnPage, page * housesOnPage)],
      hasNext: houses.has(page * housesOnPage),
    }
  },
)

/** The houses of one file of the search. */
export const housesOfShard = query('list:housesOfShard', ({ content }, shard: string) => [
  ...content.group('houses', 'shard', shard).all(),
])

/** The notices that concern a house: by its name, by its district, because it lies within a boundary; the latest first. */
export const noticesOfHouse = query('list:noticesOfHouse', ({ content }, houseId: string): Hearing[] =>
  noticesOf(content, houseId),
)

/** Their ids. What they say today is asked one by one (`hearingToday`), so a page is rendered when that changes. */
export const noticeIdsOfHouse = query('list:noticeIdsOfHouse', ({ content }, houseId: string): string[] =>
  noticesOf(content, houseId).map(({ id }) => id),
)

function noticesOf(content: Content, houseId: string): Hearing[] {
  const house = content.doc('houses', houseId)
  if (!house) return []
  const district = idOf(house.district)
  const notices = [
    ...content.group('hearings', 'house', houseId).all(),
    ...(district ? content.group('hearings', 'district', district).all() : []),
    ...content
      .group('hearings', 'bounded', 'all')
      .all()
      .filter((hearing) => liesWithin(house, boundaryOf(hearing))),
  ]
  const order = (hearing: Hearing) => hearing.noticeAt ?? hearing.publishedAt ?? hearing.createdAt
  return [...new Set(notices)].sort((a, b) => order(b).localeCompare(order(a)))
}

export type Place = Pick<House, 'title' | 'latitude' | 'longitude'>

/** Where a house is, for those who receive in it: what else is known of the house changes nothing for them. */
export const placeOfHouse = query('list:placeOfHouse', ({ content }, houseId: string): Place | null => {
  const house = content.doc('houses', houseId)
  return house && { title: house.title, latitude: house.latitude, longitude: house.longitude }
})

export type Face = Pick<
  Deputy,
  'id' | 'firstName' | 'lastName' | 'title' | 'slug' | 'duty' | 'photo' | 'demo'
>

/** The deputies of a district by name, as a list of people shows them: their biographies may change without a house. */
export const facesOfDistrict = query(
  'list:facesOfDistrict',
  ({ content, clock }, districtId: string): Face[] =>
    content
      .group('deputies', 'district', districtId)
      .all()
      .filter((deputy) => !hasLeft(deputy, clock))
      .map(({ id, firstName, lastName, title, slug, duty, photo, demo }) => ({
        id,
        firstName,
        lastName,
        title,
        slug,
        duty,
        photo,
        demo,
      })),
)

export interface DistrictEvent extends Pick<
  Event,
  'id' | 'title' | 'slug' | 'lead' | 'startsAt' | 'status' | 'demo'
> {
  place: string | null
  announcedAt: string
}

/**
 * Events of a district from today on, soonest first, as its houses show them. A reception that the
 * deputies' office hours tell already is left out. They go at midnight, not when they end:
 * thousands of pages show them.
 */
export const eventsOfDistrict = query(
  'list:eventsOfDistrict',
  ({ content, clock }, districtId: string, count: number): DistrictEvent[] => {
    const today = clock.day()
    const isInHours = inHours(receptionsIn(content, districtId), today)
    return content
      .group('events', 'district', districtId)
      .all()
      .filter((event) => !isInHours(event))
      .filter((event) => event.startsAt && dayKey(eventEnd(event)) >= today)
      .slice(0, count)
      .map(({ id, title, slug, lead, startsAt, status, demo, place, publishedAt, createdAt }) => ({
        id,
        title,
        slug,
        lead,
        startsAt,
        status,
        demo,
        place: place?.name ?? null,
        announcedAt: publishedAt ?? createdAt,
      }))
  },
)

/** Tells the receptions among events that stand in office hours too: the same person on the same day. */
function inHours(receptions: readonly Reception[], today: string): (event: Event) => boolean {
  const span = { from: today, until: addDays(today, daysAhead) }
  const known = new Set(
    receptions.flatMap((reception) =>
      occurrencesOf(reception, span).map(({ day }) => `${idOf(reception.deputy)}/${day}`),
    ),
  )
  return ({ kind, deputies, startsAt }) =>
    kind === 'reception' &&
    (deputies ?? []).some((deputy) => known.has(`${idOf(deputy)}/${dayKey(startsAt)}`))
}

export interface Voice {
  wishes: number
  questions: number
}

/**
 * Wishes of a district and questions to its deputies, in whole fives: fewer than five are not told (lib/statistics.ts), and not
 * every new one renders the pages of all houses of the district.
 */
export const voiceOfDistrict = query('list:voiceOfDistrict', ({ content }, districtId: string): Voice => {
  const addressees = content
    .group('deputies', 'district', districtId)
    .all()
    .flatMap(({ id }) => content.group('addressees', 'deputy', id).all())
  const questions = addressees.flatMap(({ id }) => content.group('questions', 'addressee', id).all())
  return {
    wishes: inFives(content.group('wishes', 'district', districtId).length()),
    questions: inFives(questions.length),
  }
})

const inFives = (count: number): number => Math.floor(count / smallestGroup) * smallestGroup

export const housePaths = slugPaths('houses')

export const shardPaths = listing(['shard'], (content) =>
  content.values('houses', 'shard').map((shard) => ({ shard })),
)

export const streetPaths = listing(['street'], (content) =>
  content.values('houses', 'street').map((street) => ({ street })),
)

export const streetPagePaths = listing(['street', 'page'], (content) =>
  content.values('houses', 'street').flatMap((street) => {
    const pages = Math.ceil(content.group('houses', 'street', street).length() / housesOnPage)
    return Array.from({ length: pages - 1 }, (_, index) => ({ street, page: String(index + 2) }))
  }),
)
