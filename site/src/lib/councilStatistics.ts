import { occurrencesOf } from '../../../collections/Receptions/occurrences.schema.ts'
import { statisticsOf, type Counted } from '../../../collections/Questions/statistics.schema.ts'
import { idOf } from '../cms/reference.ts'
import type { Addressee, Deputy, District, Docs, Question, Reception, Session } from '../cms/types.ts'
import { addDays } from './calendar.ts'
import { dayKey } from './dates.ts'

/** A share of fewer sittings says nothing. */
export const fewestSittings = 3

export type StatisticsKind = 'deputy' | 'former' | 'official'

/** What is counted of one person; null where there is too little to count. */
export interface PersonStatistics {
  id: string
  name: string
  kind: StatisticsKind
  /** Slug of the deputy's page, of an official the slug as whom they are asked. */
  slug: string | null
  district: number | null
  asked: number | null
  answered: number | null
  medianDays: number | null
  overdue: number | null
  /** Questions whose term counts already: what `overdue` is a part of. */
  mature: number | null
  /** Sittings with a roll call that name the deputy; null for those who are none. */
  sittings: number | null
  attended: number | null
  /** Whole per cent. */
  attendance: number | null
  /** Items voted on at these sittings. */
  votable: number | null
  votesCast: number | null
  /** Receptions by the office hours of the last twelve months; cancelled ones are left out. */
  receptions: number
  isDemo: boolean
}

/** The Council as a whole in one half of a year. */
export interface PeriodStatistics {
  /** «2026-1», «2026-2» */
  period: string
  sittings: number
  attendance: number | null
  votesCast: number
  asked: number | null
  answered: number | null
  medianDays: number | null
  /** By the office hours until yesterday; cancelled ones are left out. */
  receptions: number
}

export interface CouncilStatistics {
  /** The day of the count, «2026-11-23». */
  day: string
  people: PersonStatistics[]
  periods: PeriodStatistics[]
}

export interface CouncilDocuments {
  day: string
  deputies: readonly Deputy[]
  districts: readonly District[]
  addressees: readonly Addressee[]
  questions: readonly Question[]
  receptions: readonly Reception[]
  sessions: readonly Session[]
}

/** Deputies by name, then the officials who answer questions, in the editors' order; and halves of years, newest first. */
export function councilStatistics(documents: CouncilDocuments): CouncilStatistics {
  const { day, deputies, districts, addressees, questions } = documents
  const sessions = documents.sessions.filter(isCounted)
  const byAddressee = Map.groupBy(questions, ({ addressee }) => idOf(addressee) ?? '')
  const number = new Map(districts.map((district) => [district.id, district.number]))
  const answering = (ids: readonly string[]) =>
    questionFigures(
      ids.flatMap((id) => byAddressee.get(id) ?? []),
      day,
    )
  const people = deputies.map((deputy): PersonStatistics => {
    const asked = addressees.filter((addressee) => idOf(addressee.deputy) === deputy.id)
    const addresseeIds = asked.map(({ id }) => id)
    return {
      id: deputy.id,
      name: deputy.title,
      kind: deputy.term?.to && dayKey(deputy.term.to) < day ? 'former' : 'deputy',
      slug: deputy.slug ?? null,
      district: number.get(idOf(deputy.district) ?? '') ?? null,
      ...answering(addresseeIds),
      ...sittingFigures(deputy.id, sessions),
      receptions: receptionsHeld(
        documents.receptions.filter(
          (reception) =>
            idOf(reception.deputy) === deputy.id || addresseeIds.includes(idOf(reception.addressee) ?? ''),
        ),
        lastYear(day),
      ),
      isDemo: deputy.demo ?? false,
    }
  })
  const officials = addressees
    .filter(({ deputy }) => !idOf(deputy))
    .map((addressee): PersonStatistics => ({
      id: addressee.id,
      name: addressee.title,
      kind: 'official',
      slug: addressee.slug ?? null,
      district: null,
      ...answering([addressee.id]),
      ...noSittings,
      receptions: receptionsHeld(
        documents.receptions.filter((reception) => idOf(reception.addressee) === addressee.id),
        lastYear(day),
      ),
      isDemo: addressee.demo ?? false,
    }))
  return { day, people: [...people, ...officials], periods: periodsOf({ ...documents, sessions }) }
}

/** A sitting counts once it has been held and its roll is known. */
function isCounted({ status, roll }: Session): boolean {
  return status === 'held' && (roll ?? []).length > 0
}

const noSittings = { sittings: null, attended: null, attendance: null, votable: null, votesCast: null }

function sittingFigures(deputyId: string, sessions: readonly Session[]) {
  let [sittings, attended, votable, votesCast] = [0, 0, 0, 0]
  for (const { roll } of sessions) {
    const own = roll?.find(({ deputy }) => deputy === deputyId)
    if (!own) continue
    sittings += 1
    if (own.present) attended += 1
    votable += new Set(roll?.flatMap(({ votes }) => votes.map(({ item }) => item))).size
    votesCast += castIn(own)
  }
  return { sittings, attended, attendance: percent(attended, sittings), votable, votesCast }
}

type Roll = NonNullable<Docs['sessions']['roll']>

const castIn = ({ votes }: Roll[number]): number => votes.filter(({ vote }) => vote !== 'absent').length

function percent(part: number, whole: number, fewest = fewestSittings): number | null {
  return whole < fewest ? null : Math.round((100 * part) / whole)
}

function questionFigures(questions: readonly Question[], day: string) {
  const { asked, answered, medianDays, overdue, mature } = statisticsOf(questions.map(counted), day)
  return { asked, answered, medianDays, overdue, mature }
}

const counted = (question: Question): Counted => ({ ...question, addressee: idOf(question.addressee) ?? '' })

const lastYear = (day: string): Span => ({ from: addDays(day, -365), until: addDays(day, -1) })

interface Span {
  from: string
  until: string
}

/** A rule without a first day counts from the day it was written down: before that nobody was told of it. */
function receptionsHeld(receptions: readonly Reception[], span: Span): number {
  return receptions
    .flatMap(({ rules, exceptions, createdAt }) =>
      occurrencesOf(
        {
          rules: (rules ?? []).map((rule) => ({ ...rule, validFrom: rule.validFrom ?? createdAt })),
          exceptions: exceptions ?? [],
        },
        span,
      ),
    )
    .filter(({ state }) => state !== 'cancelled').length
}

function periodsOf({ sessions, questions, receptions, day }: CouncilDocuments): PeriodStatistics[] {
  const sittings = Map.groupBy(sessions, ({ startsAt }) => periodOf(startsAt))
  const asked = Map.groupBy(questions, ({ registeredAt, createdAt }) => periodOf(registeredAt ?? createdAt))
  const periods = [...new Set([...sittings.keys(), ...asked.keys()])].sort().reverse().slice(0, 6)
  return periods.map((period) => {
    const held = sittings.get(period) ?? []
    const entries = held.flatMap(({ roll }) => roll ?? [])
    const { answered, medianDays, ...figures } = questionFigures(asked.get(period) ?? [], day)
    return {
      period,
      sittings: held.length,
      attendance: percent(entries.filter(({ present }) => present).length, entries.length, 1),
      votesCast: entries.reduce((sum, entry) => sum + castIn(entry), 0),
      asked: figures.asked,
      answered,
      medianDays,
      receptions: receptionsHeld(receptions, spanOf(period, day)),
    }
  })
}

/** The days of a half of a year that are over. */
function spanOf(period: string, day: string): Span {
  const [year, half] = period.split('-')
  const [from, last] = half === '1' ? ['01-01', '06-30'] : ['07-01', '12-31']
  const yesterday = addDays(day, -1)
  const until = `${year}-${last}`
  return { from: `${year}-${from}`, until: until < yesterday ? until : yesterday }
}

/** «2026-2»: the half of the year in Moscow. */
export function periodOf(moment: string): string {
  const [year, month] = dayKey(moment).split('-')
  return `${year}-${Number(month) <= 6 ? 1 : 2}`
}
