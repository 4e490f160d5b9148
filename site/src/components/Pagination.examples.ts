import type { Example } from './example.ts'
import type { PaginationProps } from './props.ts'

const base = { base: '/novosti/', label: 'Страницы новостей' }

export const examples: Example<PaginationProps>[] = [
  { name: 'Новейшая страница', props: { ...base, current: 3, total: 3 } },
  { name: 'В середине многих', props: { ...base, current: 12, total: 40, label: 'Страницы архива' } },
]
