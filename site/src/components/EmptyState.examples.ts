import type { Example } from './example.ts'
import type { EmptyStateProps } from './props.ts'

export const examples: Example<EmptyStateProps>[] = [
  {
    name: 'Пусто, и что ближе всего',
    props: {
      text: 'На этой неделе приёмов нет. Ближайший — 1 декабря.',
      link: { label: 'Все приёмы', href: '#' },
    },
  },
]
