import {
  electionKinds,
  electionPaths,
  silenceDays,
  usualHours,
} from '../../../collections/Elections/elections.schema.ts'
import { daysWord } from '../../../collections/Questions/clock.schema.ts'
import { hoursWords } from '../lib/elections.ts'
import { procedureOf } from './procedure.ts'

export const election = procedureOf({
  slug: 'vybory',
  title: 'Как проголосовать на выборах',
  lead: 'Где Ваш участок, когда он открыт и чего портал не делает: не агитирует и не предсказывает.',
  start: { label: 'Ближайшие выборы', href: electionPaths.list },
  lines: [
    {
      title: 'Путь избирателя',
      stops: [
        { title: 'Узнайте участок', text: 'По адресу дома: номер УИК, адрес и дорога на странице дома.' },
        { title: 'Проверьте себя в списке', text: 'Избирательная комиссия исправит ошибку до голосования.' },
        {
          title: 'Придите с паспортом',
          when: hoursWords({
            votingFrom: '',
            votingTo: '',
            hoursFrom: usualHours.from,
            hoursTo: usualHours.to,
          }),
          text: 'Часы, если на странице выборов не указаны другие.',
        },
        { title: 'Итоги', text: 'Публикует избирательная комиссия, портал — со ссылкой на неё.' },
      ],
    },
  ],
  states: electionKinds.map(({ ru }) => ({ name: ru, next: 'своя страница с этапами' })),
  terms: [
    {
      what: 'Не публиковать опросов и прогнозов',
      term: `за ${daysWord(silenceDays)} до голосования и до закрытия участков`,
      basis: '67-ФЗ, ст. 46, п. 3',
    },
  ],
  notes: ['У каждой цифры явки — источник и день проверки: без них портал её не сохранит.'],
})
