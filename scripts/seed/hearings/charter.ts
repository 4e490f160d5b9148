import type { DemoClock } from '../time/demoClock.ts'
import type { HearingSeed } from './hearingSeed.ts'
import { charterDays } from './schedule.ts'

const council = 'Совет депутатов (образец)'
const basis = '131-ФЗ, ст. 28; 33-ФЗ, ст. 47; вымышленное решение Совета'
const identification =
  'Назовите имя и район проживания. Паспорт нужен только для входа в зал, его данные не записывают и не публикуют.'

/** The meeting on the budget, which the calendar announces too. */
export const budgetDays = (c: DemoClock) => charterDays(c, -8)

/** The hearing on the charter that is over. */
export const charterChangeDays = (c: DemoClock) => charterDays(c, -70)

export function charter(c: DemoClock): HearingSeed[] {
  const year = c.year()
  const budget = budgetDays(c)
  const rules = charterChangeDays(c)
  return [
    {
      slug: 'byudzhet-na-sleduyushchiy-god',
      kind: 'municipalHearing',
      municipalMatter: 'budget',
      title: `Бюджет на ${year + 1} год: на что хватит и от чего откажутся`,
      officialTitle: `О проведении публичных слушаний по проекту бюджета городского округа на ${year + 1} год и плановый период ${year + 2} и ${year + 3} годов`,
      number: `${year}-С-4`,
      authority: council,
      contact: 'Аппарат Совета депутатов (образец)',
      basis: `${basis} № 0104Д`,
      territory: 'Весь округ',
      lead: `Проект и простое изложение на двух страницах — ниже. Собрание — ${c.weekdayOn(budget.meeting)}, в 18:00.`,
      text: `
## С чего начать

Прочитайте изложение: в нём восемь строк расходов и что изменилось к прошлому году. Потом откройте проект на той строке, которая Вас касается.

## Как устроено собрание

1. Доклад финансового управления — 20 минут.
2. Вопросы жителей — час, по три минуты на вопрос.
3. Содоклад комитета по бюджету — 15 минут.

Предложения рассмотрит комитет по бюджету и собственности. По каждому будет ответ с объяснением.`,
      notice: budget.notice,
      comments: {
        from: budget.notice,
        until: budget.until,
        channels: [
          { way: 'writing', text: 'Письменно — в Совет депутатов' },
          { way: 'other', text: 'На приёме депутата Вашего округа', url: '/deputaty/' },
          { way: 'meeting', text: 'Устно — на собрании' },
        ],
        identification,
        order: 'В свободной форме: что изменить в проекте и почему.',
      },
      meeting: {
        on: budget.meeting,
        at: '18:00',
        registration: '17:30',
        place: 'Зал заседаний Совета, Образцовый проезд, 1',
      },
      protocol: budget.protocol,
      conclusion: budget.conclusion,
      documents: [
        { kind: 'notice', file: 'budgetNotice' },
        { kind: 'project', file: 'budgetProject' },
        { kind: 'materials', file: 'budgetPlain' },
      ],
      informed: [
        { place: 'organiser', text: 'Стенд у входа в администрацию', on: budget.notice },
        {
          place: 'crowded',
          text: 'Библиотеки округа, стойка «Бюджет простыми словами»',
          on: budget.notice + 1,
        },
      ],
    },
    {
      slug: 'izmeneniya-v-ustav',
      kind: 'municipalHearing',
      municipalMatter: 'charter',
      title: 'Устав: как жители будут предлагать решения Совету',
      officialTitle: 'О проведении публичных слушаний по проекту изменений в устав городского округа',
      number: `${year}-С-3`,
      authority: council,
      contact: 'Аппарат Совета депутатов (образец)',
      basis: `${basis} № 0103Д`,
      territory: 'Весь округ',
      lead: 'Предложили снизить порог для предложения от жителей с 500 подписей до 300. Собрание поддержало, Совет получит заключение.',
      text: `
На собрание пришли 58 человек, поступило 12 предложений. Два совпали с проектом, пять учтены с поправками, пять отклонены с объяснением.

## Что изменилось после слушаний

Срок рассмотрения предложения жителей — 30 дней вместо 60. Автору сообщают дату заседания не позднее чем за неделю.`,
      outcome: {
        participants: 58,
        residents: 12,
        others: 0,
        protocolNumber: '3-С',
        recommendation:
          'Поддержать с поправками: семь предложений учтены полностью или частично, по пяти дано объяснение.',
      },
      notice: rules.notice,
      comments: {
        from: rules.notice,
        until: rules.until,
        channels: [
          { way: 'writing', text: 'Письменно — в Совет депутатов' },
          { way: 'meeting', text: 'Устно — на собрании' },
        ],
        identification,
        order: 'В свободной форме: что изменить в проекте и почему.',
      },
      meeting: {
        on: rules.meeting,
        at: '18:30',
        registration: '18:00',
        place: 'Зал заседаний Совета, Образцовый проезд, 1',
      },
      protocol: rules.protocol,
      conclusion: rules.conclusion,
      documents: [
        { kind: 'notice', file: 'charterNotice' },
        { kind: 'project', file: 'charterProject' },
        { kind: 'protocol', file: 'charterProtocol' },
        { kind: 'conclusion', file: 'charterConclusion' },
      ],
      informed: [
        { place: 'organiser', text: 'Стенд у входа в администрацию', on: rules.notice },
        { place: 'crowded', text: 'Библиотеки округа', on: rules.notice + 1 },
      ],
    },
  ]
}
