import type { Example } from './example.ts'
import type { LegendProps } from './props.ts'

export const examples: Example<LegendProps>[] = [
  { name: 'Все виды', props: {} },
  { name: 'Только то, что есть на странице', props: { kinds: ['event', 'reception'] } },
]
