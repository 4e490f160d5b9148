import type { Example } from './example.ts'
import type { ReceptionTableProps } from './props.ts'

export const examples: Example<ReceptionTableProps>[] = [
  {
    name: 'Кто, где, когда',
    props: {
      caption: 'Приём граждан депутатами',
      receptions: [
        {
          days: 'по вторникам',
          hours: '17:00–19:00',
          nearest: 'ближайший — завтра',
          changes: ['1 декабря приёма не будет', '8 декабря: перенесён на 9 декабря, 18:00–20:00'],
          who: { label: 'Вера Петровна Образцова', href: '#' },
          place: 'Библиотека на Примерной, кабинет 3',
          note: 'Пандус с торца. Запись не нужна.',
        },
        {
          days: 'в последнее воскресенье месяца',
          hours: 'с 12:00',
          who: { label: 'Пётр Ильич Примеров', href: '#' },
        },
      ],
    },
  },
]
