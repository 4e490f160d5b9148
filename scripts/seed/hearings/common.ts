import type { HearingSeed } from './hearingSeed.ts'

/** Sentences that a planning notice must contain (ГрК ст. 5.1 ч. 10 и 12), the same in every demo notice. */
export const identification =
  'Граждане указывают фамилию, имя, отчество, дату рождения и адрес места жительства, показывают паспорт. Организации указывают название, ОГРН, место нахождения и адрес. Правообладатели прилагают сведения о своих участках и помещениях. В открытых документах эти данные не публикуют.'

export const authority = 'Администрация округа (образец)'

export const byWritingAndJournal = [
  { way: 'writing', text: 'Письменно — в администрацию, с номером оповещения' },
  { way: 'journal', text: 'Записью в журнале посетителей экспозиции' },
] as const

export const atTheMeeting = { way: 'meeting', text: 'Устно или письменно — на собрании участников' } as const

export const onTheSite = { way: 'site', text: 'На официальном сайте, после входа через Госуслуги' } as const

export const order =
  'В свободной форме: что изменить и почему. Номер пункта проекта поможет не потерять предложение.'

export const ownCheck =
  'Своё предложение и число участников видно на официальном сайте, в разделе этого оповещения.'

export const contact = 'Отдел градостроительства (образец)'

export const stands = (on: number, place: string): HearingSeed['informed'] => [
  { place: 'organiser', text: 'Стенд у входа в администрацию', on },
  { place: 'crowded', text: 'Стенд у рынка', on },
  { place: 'territory', text: `Стенды на территории: ${place}`, on },
  { place: 'territory', text: 'Доски объявлений в подъездах домов в границах проекта', on: on + 1 },
]

export const hours = 'пн–пт 10:00–19:00, сб 11:00–15:00'
