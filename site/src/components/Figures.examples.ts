import type { Example } from './example.ts'
import type { FiguresProps } from './props.ts'

export const examples: Example<FiguresProps>[] = [
  {
    name: 'Числа с источником',
    props: {
      figures: [
        {
          value: '32',
          meaning: 'депутата, по четыре от каждого из восьми округов',
          source: { name: 'Официальный сайт округа', url: '#', checkedAt: '2026-11-03T09:00:00Z' },
        },
        { value: '31', unit: '%', meaning: 'явка на выборах 2016 года' },
        { value: '18 460', meaning: 'имеют право голоса' },
      ],
    },
  },
  {
    name: 'Нет данных',
    props: { figures: [{ value: null, meaning: 'мало вопросов, чтобы считать срок ответа: нужно от 5' }] },
  },
]
