import type { Example } from './example.ts'
import type { LineProps, Stop } from './props.ts'

const procedure: Stop[] = [
  { when: '9 ноября', title: 'Оповещение', state: 'done' },
  {
    when: 'сейчас, до 4 декабря',
    title: 'Экспозиция и предложения',
    text: 'Осталось 11 дней',
    state: 'now',
  },
  { when: '27 ноября, 18:00', title: 'Собрание' },
  { when: 'до 11 декабря', title: 'Протокол' },
  { when: 'до 18 декабря', title: 'Заключение' },
]

export const examples: Example<LineProps>[] = [
  { name: 'Этапы: пройдено, сейчас, впереди', props: { stops: procedure } },
  { name: 'Лежит на широком экране', props: { stops: procedure, row: true } },
  {
    name: 'Расписание: отдельные события',
    props: {
      times: true,
      row: true,
      stops: [
        {
          when: 'сейчас, до 16:00',
          title: 'Выдача саженцев',
          href: '#',
          text: 'Наташинский парк',
          state: 'now',
        },
        { when: 'завтра, 18:30', title: 'Приём депутата В. П. Образцовой', href: '#', text: 'Округ № 4' },
        { when: 'ещё 11 событий', title: 'Весь календарь', href: '#' },
      ],
    },
  },
  {
    name: 'Всё пройдено',
    props: {
      stops: procedure.map(({ title }): Stop => ({ title, state: 'done', when: '9 ноября' })),
      row: true,
    },
  },
  {
    name: 'Очень длинно',
    props: {
      stops: [
        {
          when: 'с 9 ноября по 18 декабря 2026 года',
          title: 'Государственно-общественное электронно-консультационное собрание жителей',
          text: 'Проект внесения изменений в правила землепользования и застройки территории городского округа',
          state: 'now',
        },
        { title: 'Заключение' },
      ],
    },
  },
]
