import { dayOf, type Day } from '../../moscow.schema.ts'
import { defaultCalendar, readCalendar, type ProductionCalendar } from './calendar.schema.ts'
import { leadOf } from './counting.schema.ts'
import { momentOf, type Notice, type ToldDate } from './notice.schema.ts'
import type { Breach, Context, Mark, Rule } from './rule.schema.ts'
import { rules } from './rules.schema.ts'

/** What a breach does: stops the publication, warns before it, or only advises. */
export type Effect = 'block' | 'warn' | 'hint'

export type Finding = Breach & { rule: string; title: string; article: string; mark: Mark; effect: Effect }

/** A row of the settings: who confirmed the rule and when, and its number where it is not the law's own. */
export type LawRow = {
  rule?: string | null
  confirmedBy?: string | null
  confirmedAt?: string | null
  value?: number | null
}

export type LawSettings = { rules: readonly LawRow[]; calendar: ProductionCalendar }

/** The settings out of the two globals, as the REST API or the database gives them. */
export const lawSettings = (
  law: { rules?: readonly LawRow[] | null } | null,
  calendar: { years?: readonly { year?: unknown; off?: unknown; worked?: unknown }[] | null } | null,
): LawSettings => ({
  rules: law?.rules ?? [],
  calendar: calendar?.years?.length ? readCalendar(calendar.years) : defaultCalendar,
})

export type Question = { notice: Notice; settings: LawSettings; today: Day }

/** Everything that is wrong with a notice on the day of its publication, the gravest first. Pure. */
export const lint = ({ notice, settings, today }: Question): Finding[] => {
  const context: Context = { today, calendar: settings.calendar, valueOf: valueIn(settings) }
  return rules
    .filter((rule) => applies(rule, notice, today))
    .flatMap((rule) =>
      rule.check(notice, context).map((breach): Finding => ({
        ...breach,
        rule: rule.id,
        title: rule.title,
        article: rule.article,
        mark: rule.mark,
        effect: effectOf(rule, breach, settings),
      })),
    )
    .toSorted((a, b) => order.indexOf(a.effect) - order.indexOf(b.effect))
}

/** Those that stop the publication and that no administrator has allowed. */
export const blocking = (findings: readonly Finding[], allowed: readonly string[] = []): Finding[] =>
  findings.filter(({ effect, rule }) => effect === 'block' && !allowed.includes(rule))

/**
 * «Последний законный день публикации»: the earliest of the last days that the lead times of the notice leave, by cautious
 * counting; null when no date asks for one. `allowed` is the day that would pass with a warning.
 */
export const lastLawfulDay = ({
  notice,
  settings,
}: Pick<Question, 'notice' | 'settings'>): { day: Day; allowed: Day; rule: string } | null => {
  if (notice.status === 'cancelled') return null
  const days = leads.flatMap(({ date, kinds, rule }) => {
    const moment = momentOf(notice, date)
    const value = valueIn(settings)(rule)
    if (!moment || value === null || !kinds.includes(notice.kind)) return []
    const { lastAllowed, lastLawful } = leadOf({
      published: dayOf(moment),
      event: dayOf(moment),
      days: value,
      calendar: settings.calendar,
    })
    return [{ day: lastLawful, allowed: lastAllowed, rule }]
  })
  return days.toSorted((a, b) => a.day.localeCompare(b.day))[0] ?? null
}

const order: Effect[] = ['block', 'warn', 'hint']

/** Rules with a term before a date. */
const leads: { rule: string; date: ToldDate; kinds: readonly string[] }[] = [
  { rule: 'G07', date: 'exposition', kinds: ['publicHearing', 'publicDiscussion'] },
  { rule: 'M04', date: 'meeting', kinds: ['municipalHearing'] },
  { rule: 'H01', date: 'meeting', kinds: ['ownersMeeting'] },
  { rule: 'H01', date: 'voting', kinds: ['ownersMeeting'] },
]

const valueIn =
  (settings: LawSettings) =>
  (id: string): number | null =>
    settings.rules.find(({ rule }) => rule === id)?.value ??
    rules.find((rule) => rule.id === id)?.value ??
    null

const applies = (rule: Rule, { kind, matter, status }: Notice, today: Day): boolean =>
  rule.kinds.includes(kind) &&
  (!rule.matters || (matter !== null && rule.matters.includes(matter))) &&
  (!rule.appliesFrom || rule.appliesFrom <= today) &&
  (status !== 'cancelled' || Boolean(rule.holdsWhenCancelled))

const effectOf = (rule: Rule, { isWarning }: Breach, settings: LawSettings): Effect => {
  const effect = rule.effect ?? ofMark(rule, settings)
  return isWarning && effect === 'block' ? 'warn' : effect
}

const ofMark = ({ id, mark }: Rule, { rules: rows }: LawSettings): Effect => {
  if (mark === 'V' || mark === 'П') return 'block'
  if (mark === '?') return 'hint'
  const row = rows.find(({ rule }) => rule === id)
  return row?.confirmedBy && row.confirmedAt ? 'block' : 'warn'
}
