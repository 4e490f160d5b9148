import type { Example } from './example.ts'
import type { WhatNextProps } from './props.ts'

export const examples: Example<WhatNextProps>[] = [
  {
    name: 'Что будет дальше',
    props: {
      stops: [
        { when: '23 ноября', title: 'Вы отправили', state: 'done' },
        { when: 'сейчас, до 26 ноября', title: 'Проверяем и регистрируем', state: 'now' },
        { when: 'до 26 декабря', title: 'Ответ', text: 'Его увидят все, Вашу почту — никто.' },
      ],
    },
  },
]
