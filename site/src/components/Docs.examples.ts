import type { Example } from './example.ts'
import type { DocsProps } from './props.ts'

export const examples: Example<DocsProps>[] = [
  {
    name: 'Документы с размером',
    props: {
      onPaper: 2,
      documents: [
        {
          title: 'Проект планировки территории, том 1',
          href: '#',
          format: 'PDF',
          pages: 64,
          size: 11_200_000,
          note: 'опубликован 09.11.2026',
        },
        { title: 'Постановление о проведении слушаний', href: '#', format: 'PDF', pages: 2, size: 240_000 },
        { title: 'Схема без сведений о файле', href: '#' },
      ],
    },
  },
]
