import type { Example } from './example.ts'
import { monthEntries } from './monthEntries.ts'
import type { WeekProps } from './props.ts'

const days = ['23', '24', '25', '26', '27', '28', '29'].map((day) => `2026-11-${day}`)

export const examples: Example<WeekProps>[] = [
  { name: 'Неделя с событиями', props: { days, today: '2026-11-23', entries: monthEntries } },
  { name: 'Пустая неделя', props: { days, today: '2026-10-01', entries: [] } },
]
