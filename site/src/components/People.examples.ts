import type { Example } from './example.ts'
import type { PeopleProps } from './props.ts'

export const examples: Example<PeopleProps>[] = [
  {
    name: 'Депутаты округа',
    props: {
      people: [
        {
          firstName: 'Вера',
          lastName: 'Образцова',
          name: 'Вера Петровна Образцова',
          href: '#',
          text: 'Отвечает за школы, дворы и капитальный ремонт.',
        },
        {
          firstName: 'Дамир',
          lastName: 'Демонстратов-Показательный',
          name: 'Дамир Ильдарович Демонстратов-Показательный',
          href: '#',
        },
      ],
    },
  },
]
