import type { Example } from './example.ts'
import type { BreadcrumbsProps } from './props.ts'

export const examples: Example<BreadcrumbsProps>[] = [
  {
    name: 'Путь к странице',
    props: {
      items: [
        { label: 'Депутаты', href: '#' },
        { label: 'Округ № 4', href: '#' },
      ],
    },
  },
]
