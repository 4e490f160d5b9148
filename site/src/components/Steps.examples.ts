import type { Example } from './example.ts'
import type { StepsProps } from './props.ts'

export const examples: Example<StepsProps>[] = [
  { name: 'Первый этап', props: { current: 1, total: 4 } },
  { name: 'Второй из пяти', props: { current: 2, total: 5 } },
  { name: 'Завершено', props: { current: 5, total: 4 } },
]
