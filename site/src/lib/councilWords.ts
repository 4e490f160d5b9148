import { addresseePath } from '../../../collections/Questions/paths.schema.ts'
import { documentPath } from '../../../collections/documentPath.schema.ts'
import { councilStatisticsPath } from '../../../collections/Sessions/sessions.schema.ts'
import type { PersonStatistics } from './councilStatistics.ts'

/** A column of the statistics by which the table can be ordered: its address, its name, who stands first. */
export interface Order {
  /** Last part of the address; none for the order by name. */
  slug: string | null
  column: keyof PersonStatistics
  label: string
  isSmallFirst?: boolean
}

export const orders: Order[] = [
  { slug: null, column: 'name', label: 'по имени' },
  { slug: 'po-voprosam', column: 'asked', label: 'по вопросам' },
  { slug: 'po-otvetam', column: 'answered', label: 'по ответам' },
  { slug: 'po-srokam', column: 'medianDays', label: 'по скорости ответа', isSmallFirst: true },
  { slug: 'po-prosrochke', column: 'overdue', label: 'по просрочкам' },
  { slug: 'po-yavke', column: 'attendance', label: 'по явке' },
  { slug: 'po-golosam', column: 'votesCast', label: 'по голосам' },
  { slug: 'po-priyomam', column: 'receptions', label: 'по приёмам' },
]

export const orderPath = ({ slug }: Order): string =>
  slug ? `${councilStatisticsPath}${slug}/` : councilStatisticsPath

/** Whose figure is missing stands last: there is nothing to compare. Equals keep their order by name. */
export function inOrder(
  people: readonly PersonStatistics[],
  { column, isSmallFirst }: Order,
): PersonStatistics[] {
  if (column === 'name') return [...people]
  const figure = (person: PersonStatistics) => Number(person[column])
  const known = people.filter((person) => person[column] !== null)
  const sorted = known.toSorted((a, b) => (isSmallFirst ? figure(a) - figure(b) : figure(b) - figure(a)))
  return [...sorted, ...people.filter((person) => person[column] === null)]
}

export const personPath = ({ kind, slug }: PersonStatistics): string | null =>
  slug && (kind === 'official' ? addresseePath(slug) : documentPath('deputies', slug))

/** «Второе полугодие 2026» */
export function periodName(period: string): string {
  const [year, half] = period.split('-')
  return `${half === '1' ? 'Первое' : 'Второе'} полугодие ${year}`
}
