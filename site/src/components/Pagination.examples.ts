import type { Example } from './example.ts'
import type { PaginationProps } from './props.ts'

const base = { base: '/novosti/', label: 'Страницы новостей' }

export const examples: Example<PaginationProps>[] = [
  { name: 'Новейшая страница', props: { ...base, page: 3, isNewest: true, isBeforeNewest: false } },
  {
    name: 'В середине многих',
    props: { ...base, page: 12, isNewest: false, isBeforeNewest: false, label: 'Страницы архива' },
  },
]
