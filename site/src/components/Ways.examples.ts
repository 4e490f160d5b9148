import type { Example } from './example.ts'
import type { WaysProps } from './props.ts'

export const examples: Example<WaysProps>[] = [
  {
    name: 'Сказать своё',
    props: {
      ways: [
        {
          icon: 'person',
          label: 'Прийти на приём',
          href: '#',
          text: 'Кто, где и когда принимает — одной таблицей.',
        },
        { icon: 'document', label: 'Высказаться на слушаниях', href: '#', text: 'Открыто сейчас: 2.' },
      ],
    },
  },
]
