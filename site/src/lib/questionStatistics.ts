import { reasonName } from '../../../collections/Questions/states.schema.ts'
import {
  statisticsOf,
  type Counted,
  type Statistics,
} from '../../../collections/Questions/statistics.schema.ts'
import { allQuestions, getAddressees, idOf, today } from '../cms/index.ts'
import type { Question } from '../cms/types.ts'

export interface StatisticsRow extends Statistics {
  title: string
  slug: string | null
}

/** Of all questions and of each addressee who was asked, in the editors' order. */
export function questionStatistics(): { day: string; all: Statistics; rows: StatisticsRow[] } {
  const day = today()
  const questions = allQuestions()
  const byAddressee = Map.groupBy(questions, ({ addressee }) => idOf(addressee) ?? '')
  const rows = getAddressees().flatMap(({ id, title, slug }) => {
    const own = byAddressee.get(id)
    return own ? { title, slug: slug ?? null, ...statisticsOf(own.map(counted), day) } : []
  })
  return { day, all: statisticsOf(questions.map(counted), day), rows }
}

const counted = (question: Question): Counted => ({ ...question, addressee: idOf(question.addressee) ?? '' })

const columns = [
  'asked',
  'answered',
  'declined',
  'medianDays',
  'slowestTenthDays',
  'mature',
  'overdue',
] as const

/** RFC 4180; an empty cell is a group of fewer than five. */
export function statisticsCsv(): string {
  const { rows } = questionStatistics()
  const head =
    'Адресат,Задано,С ответом,Отклонено,Медиана дней,90-й процентиль дней,Учтено сроков,Дольше срока,Причины отказов'
  const lines = rows.map((row) =>
    [
      quoted(row.title),
      ...columns.map((name) => row[name] ?? ''),
      quoted(row.reasons.map(({ reason, count }) => `${reasonName(reason)}: ${count}`).join('; ')),
    ].join(','),
  )
  // With a mark of its encoding, by which Excel reads it right.
  return `\uFEFF${[head, ...lines].join('\r\n')}\r\n`
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
