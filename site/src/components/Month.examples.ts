import type { Example } from './example.ts'
import { monthEntries } from './monthEntries.ts'
import type { MonthProps } from './props.ts'

export const examples: Example<MonthProps>[] = [
  { name: 'Месяц с событиями', props: { month: '2026-11', today: '2026-11-23', entries: monthEntries } },
  { name: 'Пустой месяц', props: { month: '2027-02', today: '2026-11-23', entries: [] } },
]
