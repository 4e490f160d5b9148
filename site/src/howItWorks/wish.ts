import { daysWord } from '../../../collections/Questions/clock.schema.ts'
import {
  declineReasons,
  moderationDays,
  movesFrom,
  needsReason,
  needsReply,
  wishPaths,
  wishStates,
  wordOf,
  type WishState,
} from '../../../collections/Wishes/wishes.schema.ts'
import { procedureOf } from './procedure.ts'

const name = (state: WishState) => wordOf(wishStates, state)

const nextOf = (state: WishState): string => {
  const words = movesFrom(state).map(
    (to) => `«${name(to)}»${needsReply(to) ? ' с ответом' : needsReason(to) ? ' с причиной' : ''}`,
  )
  return words.length > 0 ? words.join('; ') : 'дальше не меняется'
}

export const wish = procedureOf({
  slug: 'pozhelanie',
  title: 'Как предложить улучшение',
  lead: 'Пожелание — это то, чего в городе не хватает. Соседи могут его поддержать, редакция пишет, что с ним стало.',
  start: { label: 'Написать пожелание', href: wishPaths.new },
  lines: [
    {
      title: 'Путь пожелания',
      stops: [
        {
          title: name('received'),
          when: `не позже чем через ${daysWord(moderationDays)}`,
          text: 'Редактор читает его до публикации.',
        },
        { title: name('published'), text: 'Его видят и поддерживают соседи.' },
        { title: name('planned'), text: 'С ответом: когда и кто сделает.' },
        {
          title: `${name('done')} или ${name('refused').toLowerCase()}`,
          text: 'С ответом, который читают все.',
        },
      ],
    },
  ],
  states: wishStates.map(({ value, ru }) => ({ name: ru, next: nextOf(value) })),
  terms: [{ what: 'Прочитать и опубликовать', term: daysWord(moderationDays), basis: 'обещание портала' }],
  reasons: declineReasons.map(({ ru }) => ru),
  notes: ['О пожелании, которое не опубликовали, на сайте остаются номер и причина.'],
})
