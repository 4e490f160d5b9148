import type { Example } from './example.ts'
import type { PrintMastProps } from './props.ts'

export const examples: Example<PrintMastProps>[] = [
  {
    name: 'Шапка листа (видна при печати)',
    props: { authority: 'Администрация городского округа', site: 'portal.example', isDemo: true },
  },
]
