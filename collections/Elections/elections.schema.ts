import { plusDays, type Day } from '../moscow.schema.ts'

export const electionKinds = [
  { value: 'council', ru: 'Выборы Совета депутатов', en: 'Election of the Council' },
  { value: 'byElection', ru: 'Дополнительные выборы депутата', en: 'By-election' },
  { value: 'regional', ru: 'Региональные выборы', en: 'Regional election' },
  { value: 'national', ru: 'Всероссийские выборы', en: 'National election' },
  { value: 'referendum', ru: 'Местный референдум', en: 'Local referendum' },
] as const

export type ElectionKind = (typeof electionKinds)[number]['value']

export const electionPaths = {
  list: '/vybory/',
  turnoutCsv: '/vybory/yavka.csv',
  turnoutJson: '/vybory/yavka.json',
} as const

/** Voting closes at this hour unless an election says otherwise. */
export const usualHours = { from: '08:00', to: '20:00' } as const

/** Days before the first day of voting without polls and forecasts (67-ФЗ ст. 46 п. 3). */
export const silenceDays = 5

/** Days of voting and the hour at which the last one ends. */
export interface Voting {
  from: Day
  to: Day
  closes: string
}

/**
 * When no polls and forecasts about the election may be published: from five days before the first day of voting until the
 * polling stations close on the last (67-ФЗ ст. 46 п. 3).
 */
export const silenceOf = ({ from, to, closes }: Voting): { from: Day; until: Date } => ({
  from: plusDays(from, -silenceDays),
  until: new Date(`${to}T${closes}:00+03:00`),
})

/** Whether a moment lies within it. */
export const isSilent = (voting: Voting, at: Date): boolean => {
  const { from, until } = silenceOf(voting)
  return at >= new Date(`${from}T00:00:00+03:00`) && at < until
}
