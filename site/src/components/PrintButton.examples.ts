import type { Example } from './example.ts'
import type { PrintButtonProps } from './props.ts'

export const examples: Example<PrintButtonProps>[] = [
  { name: 'Печать', props: { label: 'Напечатать для подъезда' } },
]
