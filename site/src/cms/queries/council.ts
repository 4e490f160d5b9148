import { documentPath } from '../../../../collections/documentPath.schema.ts'
import { endOfDay, dayOf } from '../../../../collections/moscow.schema.ts'
import type { ItemResult, Vote } from '../../../../collections/Sessions/sessions.schema.ts'
import { councilStatistics as count } from '../../lib/councilStatistics.ts'
import { orders } from '../../lib/councilWords.ts'
import { initials } from '../../lib/deputyNames.ts'
import type { Clock } from '../content.ts'
import { query } from '../door.ts'
import { listing } from '../listing.ts'
import { eventState, type EventState } from '../eventState.ts'
import type { Deputy } from '../types.ts'
import { bySlug, slugPaths } from './documents.ts'

export const getSession = bySlug('sessions')
export const sessionPaths = slugPaths('sessions')

/** All sittings, the latest first. */
export const getSessions = query('list:sessions', ({ content }) => content.all('sessions').all().toReversed())

/** Before, now or after, as a dependency: the page is rendered anew when the answer changes. */
export const stateOfSession = query('clock:session', ({ content, clock }, id: string): EventState => {
  const session = content.doc('sessions', id)
  return session ? eventState(session, clock) : 'after'
})

export interface Voter {
  /** «Условная М. Л.» */
  name: string
  fullName: string
  href: string | null
}

/** A deputy as the lists of votes name them: what else is known of them changes nothing there. */
export const voterOf = query('list:voter', ({ content }, id: string): Voter | null => {
  const deputy = content.doc('deputies', id)
  return (
    deputy && {
      name: initials(deputy),
      fullName: deputy.title ?? '',
      href: deputy.slug ? documentPath('deputies', deputy.slug) : null,
    }
  )
})

export interface Attended {
  title: string
  slug: string | null
  startsAt: string
  isPresent: boolean
  isDemo: boolean
  votes: { title: string; vote: Vote | null; result: ItemResult | null }[]
}

/** The sittings of a deputy, the latest first, with their vote on each item that was voted on. */
export const sittingsOfDeputy = query('list:sittingsOfDeputy', ({ content }, deputyId: string): Attended[] =>
  content
    .group('sessions', 'deputy', deputyId)
    .all()
    .toReversed()
    .map((session) => {
      const roll = session.roll ?? []
      const own = roll.find(({ deputy }) => deputy === deputyId)
      const voted = new Set(roll.flatMap(({ votes }) => votes.map(({ item }) => item)))
      return {
        title: session.title,
        slug: session.slug ?? null,
        startsAt: session.startsAt,
        isPresent: own?.present ?? false,
        isDemo: session.demo ?? false,
        votes: (session.agenda ?? []).flatMap(({ id, title, result }) =>
          id && voted.has(id)
            ? {
                title,
                vote: own?.votes.find(({ item }) => item === id)?.vote ?? null,
                result: result ?? null,
              }
            : [],
        ),
      }
    }),
)

/** Whether the deputy's term is over. */
export const isFormer = query('clock:former', ({ content, clock }, id: string): boolean => {
  const deputy = content.doc('deputies', id)
  return deputy ? hasLeft(deputy, clock) : false
})

export function hasLeft({ term }: Pick<Deputy, 'term'>, clock: Pick<Clock, 'reached'>): boolean {
  return Boolean(term?.to && clock.reached(endOfDay(dayOf(term.to))))
}

/** Questions, attendance, votes and receptions of everybody, counted once for all pages and files. */
export const councilStatistics = query('list:councilStatistics', ({ content, clock }) =>
  count({
    day: clock.day(),
    deputies: content.all('deputies').all(),
    districts: content.all('districts').all(),
    addressees: content.all('addressees').all(),
    questions: content.all('questions').all(),
    receptions: content.all('receptions').all(),
    sessions: content.all('sessions').all(),
  }),
)

/** The orders of the statistics that have a page of their own. */
export const statisticsOrderPaths = listing(['order'], () =>
  orders.flatMap(({ slug }) => (slug ? [{ order: slug }] : [])),
)

/** How many houses a district has. */
export const housesInDistrict = query('list:housesInDistrict', ({ content }, districtId: string) =>
  content.group('houses', 'district', districtId).length(),
)

/** The latest wishes of a district. */
export const wishesOfDistrict = query(
  'list:wishesOfDistrict',
  ({ content }, districtId: string, count: number) =>
    content.group('wishes', 'district', districtId).last(count).toReversed(),
)
