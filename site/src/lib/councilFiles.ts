import { documentPath } from '../../../collections/documentPath.schema.ts'
import { deputyDuties } from '../../../collections/deputyDuties.schema.ts'
import { tallyOf } from '../../../collections/Sessions/roll.schema.ts'
import type { ItemResult, Vote } from '../../../collections/Sessions/sessions.schema.ts'
import { councilStatistics, getDeputies, getFormerDeputies, getSessions, related } from '../cms/index.ts'
import type { Deputy, Session } from '../cms/types.ts'
import { dictionary } from './councilDictionary.ts'
import type { PeriodStatistics, PersonStatistics } from './councilStatistics.ts'
import { csv } from './csv.ts'
import { dayKey } from './dates.ts'
import { absoluteUrl } from './siteUrl.ts'

/** The open data of the Council, in the words of Popolo; councilDictionary.ts tells every field. */
export const councilFiles = {
  'deputaty.csv': () => table(dictionary['deputaty.csv'], councilStatistics().people.map(statisticsRow)),
  'golosa.csv': () => table(dictionary['golosa.csv'], voteEvents().flatMap(voteRows)),
  'dannye.json': () => JSON.stringify(data(), null, 1),
}

type Cell = string | number | null

function table(fields: object, rows: readonly Record<string, Cell>[]): string {
  const names = Object.keys(fields)
  return csv([names, ...rows.map((row) => names.map((name) => String(row[name] ?? '')))])
}

function data() {
  const { day, people, periods } = councilStatistics()
  const deputies = [...getDeputies(), ...getFormerDeputies()]
  return {
    date: day,
    dictionary: absoluteUrl('/deputaty/statistika/slovar.json'),
    organizations: [{ id: organizationId, name: 'Совет депутатов', classification: 'legislature' }],
    persons: deputies.map(person),
    memberships: deputies.flatMap(memberships),
    vote_events: voteEvents().map(({ names: _, ...event }) => event),
    statistics: people.map(statisticsRow),
    periods: periods.map(periodRow),
  }
}

const organizationId = 'sovet-deputatov'

const person = ({ id, title, lastName, firstName, middleName, slug }: Deputy) => ({
  id,
  name: title,
  family_name: lastName,
  given_name: firstName,
  additional_name: middleName || null,
  url: slug ? absoluteUrl(documentPath('deputies', slug)) : null,
})

const memberships = (deputy: Deputy) => {
  const district = related('districts', deputy.district)
  const area = district ? `Избирательный округ № ${district.number}` : null
  const duty = deputyDuties.find(({ value }) => value === deputy.duty)?.ru ?? 'Депутат'
  return [deputy.term ?? {}, ...(deputy.earlierTerms ?? [])].map(({ convocation, from, to }, index) => ({
    person_id: deputy.id,
    organization_id: organizationId,
    // Which duty and district somebody had in an earlier convocation nobody has written down.
    role: index === 0 ? duty : 'Депутат',
    area: index === 0 ? area : null,
    legislative_period: convocation || null,
    start_date: from ? dayKey(from) : null,
    end_date: to ? dayKey(to) : null,
  }))
}

const results: Record<ItemResult, string> = {
  accepted: 'pass',
  rejected: 'fail',
  postponed: 'postponed',
  removed: 'removed',
  noted: 'noted',
}
const optionOf: Record<Vote, string> = {
  for: 'yes',
  against: 'no',
  abstained: 'abstain',
  absent: 'not voting',
}

/** Every item that was voted on by name, the latest sitting first. */
function voteEvents() {
  const names = new Map([...getDeputies(), ...getFormerDeputies()].map(({ id, title }) => [id, title]))
  return getSessions()
    .filter(({ status }) => status === 'held')
    .flatMap((session) => (session.agenda ?? []).flatMap((item) => voteEvent(session, item, names)))
}

function voteEvent(
  session: Session,
  item: NonNullable<Session['agenda']>[number],
  names: ReadonlyMap<string, string>,
) {
  const itemId = item.id ?? ''
  const roll = session.roll ?? []
  if (!roll.some(({ votes }) => votes.some((vote) => vote.item === itemId))) return []
  const votes = roll
    .filter(({ deputy }) => names.has(deputy))
    .map((entry) => ({
      voter_id: entry.deputy,
      option: entry.present
        ? optionOf[entry.votes.find((vote) => vote.item === itemId)?.vote ?? 'absent']
        : 'absent',
    }))
  const tally = tallyOf(roll, itemId)
  const count = (option: string) => votes.filter((vote) => vote.option === option).length
  return [
    {
      id: `${session.id}-${itemId}`,
      organization_id: organizationId,
      identifier: item.decisionNumber || null,
      start_date: dayKey(session.startsAt),
      motion_text: item.title,
      result: item.result ? results[item.result] : null,
      session_url: session.slug ? absoluteUrl(documentPath('sessions', session.slug)) : null,
      counts: [
        { option: 'yes', value: tally.for },
        { option: 'no', value: tally.against },
        { option: 'abstain', value: tally.abstained },
        { option: 'not voting', value: count('not voting') },
        { option: 'absent', value: count('absent') },
      ],
      votes,
      names,
    },
  ]
}

const voteRows = ({
  id,
  start_date,
  motion_text,
  result,
  votes,
  names,
}: ReturnType<typeof voteEvents>[number]) =>
  votes.map(({ voter_id, option }) => ({
    vote_event_id: id,
    start_date,
    motion_text,
    result,
    voter_id,
    voter_name: names.get(voter_id) ?? '',
    option,
  }))

const statisticsRow = (row: PersonStatistics) => ({
  person_id: row.id,
  name: row.name,
  kind: row.kind,
  district: row.district,
  questions_asked: row.asked,
  questions_answered: row.answered,
  questions_overdue: row.overdue,
  questions_mature: row.mature,
  median_days: row.medianDays,
  sittings: row.sittings,
  sittings_attended: row.attended,
  attendance_percent: row.attendance,
  votable_items: row.votable,
  votes_cast: row.votesCast,
  receptions: row.receptions,
})

const periodRow = (row: PeriodStatistics) => ({
  period: row.period,
  sittings: row.sittings,
  attendance_percent: row.attendance,
  votes_cast: row.votesCast,
  questions_asked: row.asked,
  questions_answered: row.answered,
  median_days: row.medianDays,
  receptions: row.receptions,
})
