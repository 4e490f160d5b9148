import { daysWord, terms } from '../../../collections/Questions/clock.schema.ts'
import { chooseAddresseePath } from '../../../collections/Questions/paths.schema.ts'
import {
  declineReasons,
  movesOf,
  ruleOf,
  stateName,
  states,
  type Actor,
  type QuestionState,
} from '../../../collections/Questions/states.schema.ts'
import { procedureOf } from './procedure.ts'

const actors: Record<Actor, string> = {
  editor: 'редактор',
  respondent: 'тот, кому задан вопрос',
  author: 'автор по личной ссылке',
}

/** Who may bring a question where from a state. */
function nextOf(state: QuestionState): string {
  const moves = movesOf(state, ['editor', 'respondent', 'author']).flatMap((move) => {
    const { to, by } = ruleOf(move)
    return to ? { to, by } : []
  })
  const words = [...Map.groupBy(moves, ({ to }) => to)].map(([to, ways]) => {
    const by = [...new Set(ways.flatMap((way) => way.by))].map((actor) => actors[actor])
    return `«${stateName(to)}» (${by.join(', ')})`
  })
  return words.length > 0 ? words.join('; ') : 'дальше не меняется'
}

export const question = procedureOf({
  slug: 'vopros',
  title: 'Как задать вопрос власти',
  lead: 'Публичный вопрос депутату, главе или юристу: его и ответ видят все. Официальным обращением он не считается.',
  start: { label: 'Задать вопрос', href: chooseAddresseePath },
  lines: [
    {
      title: 'Путь вопроса',
      stops: [
        { title: stateName('received'), text: 'Сразу приходят номер и личная ссылка.' },
        { title: stateName('moderation'), when: `не позже чем через ${daysWord(terms.register)}` },
        { title: stateName('published'), text: 'Вопрос на сайте, идёт срок ответа.' },
        {
          title: stateName('answered'),
          when: `не позже чем через ${daysWord(terms.answer)} после публикации`,
        },
        {
          title: `${stateName('helped')} или ${stateName('notHelped').toLowerCase()}`,
          text: 'Решает автор по личной ссылке.',
        },
      ],
    },
  ],
  states: states.map(({ value, ru }) => ({ name: ru, next: nextOf(value) })),
  terms: [
    {
      what: 'Проверить и опубликовать',
      term: daysWord(terms.register),
      basis: '59-ФЗ, ст. 8: портал держит этот срок как обещание',
    },
    { what: 'Передать тому, кто отвечает за это', term: daysWord(terms.forward), basis: '59-ФЗ, ст. 8' },
    { what: 'Ответить', term: daysWord(terms.answer), basis: '59-ФЗ, ст. 12' },
    {
      what: 'Продлить, один раз и с причиной',
      term: `не больше чем на ${daysWord(terms.extension)}`,
      basis: '59-ФЗ, ст. 12',
    },
  ],
  reasons: declineReasons.map(({ ru }) => ru),
  notes: [
    'Передача и продление — не просрочка: их видно на странице вопроса вместе с причиной.',
    'Если нужен ответ в срок по закону, подайте официальное обращение через Госуслуги.',
  ],
})
