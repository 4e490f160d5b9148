import type { Example } from './example.ts'
import { monthEntries } from './monthEntries.ts'
import type { AgendaProps } from './props.ts'

export const examples: Example<AgendaProps>[] = [
  { name: 'Дни с событиями', props: { today: '2026-11-23', entries: monthEntries.slice(1) } },
]
