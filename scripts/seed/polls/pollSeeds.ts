import type { PollLevel } from '../../../collections/Polls/pollRules.schema.ts'
import type { DemoClock } from '../time/demoClock.ts'

/** A poll before it is stored. Days are offsets from the day of seeding. */
export type PollSeed = {
  slug: string
  title: string
  lead: string
  question: string
  text: string
  audience: string
  level: PollLevel
  results: 'afterClose' | 'afterVoting'
  /** How many options may be chosen. */
  most: number
  options: { text: string; note?: string }[]
  opens: number
  closes: number
  /** Of a poll that is over: how many chose what, by positions of the options. */
  votes?: { choices: number[]; count: number }[]
}

/** Two that are open, one ahead, two that are over with all their ballots. */
export const pollSeeds = (c: DemoClock): PollSeed[] => [
  {
    slug: 'chto-postroit-u-mosta',
    title: 'Что построить у моста через Пехорку первым?',
    lead: `Итог учтут при планировании работ у моста. Решение Совет депутатов назовёт до ${c.on(22)}.`,
    question: 'Что построить у моста через Пехорку первым?',
    audience: 'жителей округов № 3 и № 4',
    level: 'open',
    results: 'afterClose',
    most: 1,
    options: [
      { text: 'Детская площадка с навесом', note: 'До 1 июля, 6,2 млн ₽' },
      { text: 'Освещённая лыжная и беговая дорожка', note: 'До 1 ноября, 8,9 млн ₽' },
      { text: 'Причал и скамьи у воды', note: 'До 15 августа, 4,1 млн ₽' },
      { text: 'Ничего не строить, посадить сосны', note: 'До 1 мая, 0,9 млн ₽' },
    ],
    opens: -21,
    closes: 4,
    text: `
## Почему спрашивают

На берегу у моста есть место для одного объекта в год. Остальные варианты не отменяются: их предложат снова.

## Кто решит

Итог голосования не обязателен для Совета депутатов, но ответ с причинами он опубликует в любом случае.
`,
  },
  {
    slug: 'kruzhki-v-dome-kultury',
    title: 'Какие кружки открыть в доме культуры?',
    lead: 'Откроют три кружка, за которые проголосует больше всего жителей, если наберутся группы.',
    question: 'Какие кружки нужны в первую очередь?',
    audience: 'жителей от 14 лет',
    level: 'confirmed',
    results: 'afterVoting',
    most: 3,
    options: [
      { text: 'Хор для взрослых' },
      { text: 'Столярная мастерская' },
      { text: 'Шахматы' },
      { text: 'Театральная студия для подростков' },
      { text: 'Рисование для тех, кому за 60' },
    ],
    opens: -6,
    closes: 15,
    text: `
## Почему по почте

Кружки открывают на бюджетные деньги, поэтому голос подтверждают: портал присылает ссылку на адрес почты. Где живёт голосующий, портал не проверяет.
`,
  },
  {
    slug: 'katok-ili-gorka',
    title: 'Каток или горка во дворах Зенино?',
    lead: `Зимний городок один на квартал. Что заливать, решат по итогу голосования до ${c.on(24)}.`,
    question: 'Что сделать во дворе этой зимой?',
    audience: 'жителей Зенино',
    level: 'open',
    results: 'afterClose',
    most: 1,
    options: [{ text: 'Каток' }, { text: 'Снежная горка' }, { text: 'Ни то ни другое' }],
    opens: 5,
    closes: 19,
    text: '',
  },
  {
    slug: 'elka-v-krasnoy-gorke',
    title: 'Где поставить ёлку в Красной Горке?',
    lead: 'Ёлку поставят там, где попросит большинство.',
    question: 'Где поставить ёлку?',
    audience: 'жителей Красной Горки',
    level: 'open',
    results: 'afterClose',
    most: 1,
    options: [
      { text: 'Площадь у школы' },
      { text: 'Сквер у поликлиники' },
      { text: 'Двор у торгового центра, на месте нынешней парковки' },
      { text: 'Против всех' },
    ],
    opens: -56,
    closes: -42,
    votes: [
      { choices: [0], count: 634 },
      { choices: [1], count: 376 },
      { choices: [2], count: 175 },
      { choices: [3], count: 19 },
    ],
    text: '',
  },
  {
    slug: 'chasy-biblioteki',
    title: 'Когда работать библиотеке?',
    lead: 'Новое расписание составят из часов, которые выбрали чаще всего.',
    question: 'В какие часы Вам нужна библиотека?',
    audience: 'читателей библиотек',
    level: 'confirmed',
    results: 'afterClose',
    most: 2,
    options: [
      { text: 'Будни, утро' },
      { text: 'Будни, вечер до 21:00' },
      { text: 'Суббота' },
      { text: 'Воскресенье' },
    ],
    opens: -90,
    closes: -76,
    votes: [
      { choices: [1, 2], count: 88 },
      { choices: [1], count: 41 },
      { choices: [2, 3], count: 37 },
      { choices: [0], count: 12 },
    ],
    text: '',
  },
]
