import {
  countAfterMs,
  fewestShown,
  pollLevels,
  pollResults,
} from '../../../collections/Polls/pollRules.schema.ts'
import { plural } from '../lib/dates.ts'
import { decapitalise } from '../lib/words.ts'
import { procedureOf } from './procedure.ts'

const countMinutes = plural(countAfterMs / 60_000, ['минуту', 'минуты', 'минут'])

export const poll = procedureOf({
  slug: 'golosovanie',
  title: 'Как проголосовать по вопросу города',
  lead: 'Голосование портала показывает, чего хотят жители. Кто и как учтёт итог, сказано на странице каждого.',
  start: { label: 'Все голосования', href: '/golosovaniya/' },
  lines: [
    {
      title: 'Путь голоса',
      stops: [
        { title: 'Голосование открыто', text: 'Вопрос, варианты и сроки больше не меняются.' },
        { title: 'Вы голосуете', text: 'Получаете квитанцию: по ней голос можно найти среди бюллетеней.' },
        { title: 'Голосование закончилось', text: `Через ${countMinutes} портал считает бюллетени.` },
        { title: 'Итоги и все бюллетени', text: 'Пересчитать может каждый.' },
      ],
    },
  ],
  states: [
    ...pollLevels.map(({ ru }) => ({ name: ru, next: 'написано рядом с итогом' })),
    ...pollResults.map(({ ru }) => ({
      name: `Числа видны: ${decapitalise(ru)}`,
      next: 'решают до открытия',
    })),
  ],
  terms: [
    { what: 'Подсчитать после окончания', term: `через ${countMinutes}`, basis: 'правило портала' },
    {
      what: 'Показать итог',
      term: `если голосов не меньше ${fewestShown}`,
      basis: 'иначе видно, кто как голосовал',
    },
  ],
  notes: [
    'Отметка «голосовал» и бюллетень не связаны: узнать, кто как голосовал, по ним нельзя.',
    'О выборах, кандидатах и партиях голосований на портале не бывает.',
  ],
})
