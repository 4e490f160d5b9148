import { sources, type Source } from '../facts.ts'
import type { DemoClock } from '../time/demoClock.ts'
import type { ElectionKind } from '../../../collections/Elections/elections.schema.ts'

/** An election before it is stored; moments are ISO. */
export type ElectionSeed = {
  slug: string
  title: string
  lead: string
  kind: ElectionKind
  elects?: string
  votingFrom: string
  votingTo: string
  stations?: number
  districts?: number[]
  stages?: { title: string; from: string; to?: string; text?: string }[]
  text?: string
  source: Source
  demo: boolean
}

/** Two true elections of the past and an invented one ahead. */
export function electionSeeds(c: DemoClock): ElectionSeed[] {
  const voting = c.next(7, 38)
  return [
    {
      slug: 'vybory-soveta-2017',
      title: 'Выборы первого Совета депутатов городского округа',
      lead: 'Первый Совет депутатов городского округа избрали 26 марта 2017 года.',
      kind: 'council',
      votingFrom: '2017-03-26T09:00:00.000Z',
      votingTo: '2017-03-26T09:00:00.000Z',
      source: sources.openSources,
      demo: false,
    },
    {
      slug: 'vybory-soveta-2025',
      title: 'Выборы Совета депутатов 2025 года',
      lead: 'Восемь округов, в каждом избирали четырёх депутатов. Работали 196 участков.',
      kind: 'council',
      elects: '32 депутата, по четыре от каждого из восьми округов',
      votingFrom: '2025-04-12T09:00:00.000Z',
      votingTo: '2025-04-13T09:00:00.000Z',
      stations: 196,
      source: sources.officialSite,
      demo: false,
    },
    {
      slug: 'dopolnitelnye-vybory-okrug-4',
      title: 'Дополнительные выборы депутата по округу № 4',
      lead: 'Пример страницы: таких выборов не назначали. Так портал покажет сроки, участок и порядок настоящих.',
      kind: 'byElection',
      elects: 'одного депутата Совета',
      votingFrom: c.at(voting),
      votingTo: c.at(voting),
      stations: 24,
      districts: [4],
      stages: [
        { title: 'Выборы назначены', from: c.at(-30), text: 'Решение Совета депутатов опубликовано.' },
        {
          title: 'Выдвижение и регистрация',
          from: c.at(-28),
          to: c.at(12),
          text: 'Документы принимает комиссия округа.',
        },
        {
          title: 'Проверка списков',
          from: c.at(voting - 10),
          to: c.at(voting - 1),
          text: 'Проверьте себя в списке на своём участке.',
        },
        { title: 'Итоги', from: c.at(voting + 2), text: 'Протоколы участков и итог по округу.' },
      ],
      text: `
## Как проголосовать

1. Узнайте свой участок по адресу дома.
2. Возьмите паспорт.
3. Придите в день голосования. Если до участка не добраться, попросите комиссию прийти домой.

## Если Вы в отъезде

Порядок для тех, кто в отъезде, объявляет избирательная комиссия. Когда объявит, он появится здесь.`,
      source: sources.editors,
      demo: true,
    },
  ]
}

export type TurnoutSeed = {
  title: string
  year: number
  percent: number
  note: string
  source: Source
  demo: boolean
}

/** One true figure; the others are plainly invented, to show how a history looks. */
export const turnoutSeeds: TurnoutSeed[] = [
  {
    title: 'Выборы 2016 года',
    year: 2016,
    percent: 31,
    note: 'С этой цифры начался портал.',
    source: sources.electionCommission,
    demo: false,
  },
  {
    title: 'Учебные выборы',
    year: 2019,
    percent: 34.5,
    note: 'Цифра придумана для показа.',
    source: sources.editors,
    demo: true,
  },
  {
    title: 'Пробные выборы',
    year: 2022,
    percent: 38.25,
    note: 'Цифра придумана для показа.',
    source: sources.editors,
    demo: true,
  },
]
