import type { HearingKind } from '../hearingKinds.schema.ts'

/** What the paper is called: the line above the title of a notice. */
export const noticeName: Record<HearingKind, string> = {
  publicHearing: 'Оповещение о публичных слушаниях',
  publicDiscussion: 'Оповещение об общественных обсуждениях',
  municipalHearing: 'Оповещение о публичных слушаниях',
  ownersMeeting: 'Сообщение об общем собрании собственников',
  officialNotice: 'Официальное сообщение',
}

/** What a planning notice is about: terms and contents differ (ГрК ст. 28, 31, 39, 40, 46). */
export const planningMatters = [
  { value: 'generalPlan', ru: 'Генеральный план', en: 'General plan' },
  { value: 'landUse', ru: 'Правила землепользования и застройки', en: 'Land use rules' },
  { value: 'landUseZone', ru: 'ПЗЗ: одна зона или КРТ', en: 'Land use rules: one zone' },
  { value: 'layout', ru: 'Планировка или межевание территории', en: 'Layout of a territory' },
  { value: 'conditionalUse', ru: 'Условно разрешённый вид использования', en: 'Conditional use' },
  { value: 'deviation', ru: 'Отклонение от предельных параметров', en: 'Deviation from limits' },
  { value: 'landscaping', ru: 'Правила благоустройства', en: 'Rules of landscaping' },
] as const

/** Matters of hearings outside planning (131-ФЗ ст. 28 ч. 3). */
export const municipalMatters = [
  { value: 'charter', ru: 'Устав', en: 'Charter' },
  { value: 'budget', ru: 'Бюджет', en: 'Budget' },
  { value: 'budgetReport', ru: 'Отчёт об исполнении бюджета', en: 'Budget report' },
  { value: 'strategy', ru: 'Стратегия развития', en: 'Strategy' },
  { value: 'transformation', ru: 'Преобразование муниципалитета', en: 'Change of the municipality' },
] as const

/** The three forms of an owners' meeting (ЖК ст. 44.1). */
export const meetingForms = [
  { value: 'inPerson', ru: 'Очное', en: 'In person' },
  { value: 'absentee', ru: 'Заочное', en: 'Absentee' },
  { value: 'mixed', ru: 'Очно-заочное', en: 'Mixed' },
] as const

/** Ways to send a proposal (ГрК ст. 5.1 ч. 10). */
export const channelWays = [
  { value: 'site', ru: 'Сайт или информационная система', en: 'Site or system' },
  { value: 'writing', ru: 'Письменно', en: 'In writing' },
  { value: 'journal', ru: 'Журнал экспозиции', en: 'Journal of the exposition' },
  { value: 'meeting', ru: 'На собрании', en: 'At the meeting' },
  { value: 'other', ru: 'Иначе', en: 'Otherwise' },
] as const

/** Where people are told besides the portal (ГрК ст. 5.1 ч. 8 п. 2; ЖК ст. 45 ч. 4). */
export const informedPlaces = [
  { value: 'organiser', ru: 'Стенд у здания организатора', en: 'Stand at the organiser’s building' },
  { value: 'crowded', ru: 'Место массового скопления людей', en: 'Place of mass gathering' },
  { value: 'territory', ru: 'Стенд на территории', en: 'Stand on the territory' },
  { value: 'newspaper', ru: 'Газета', en: 'Newspaper' },
  { value: 'gis', ru: 'ГИС ЖКХ', en: 'State housing system' },
  { value: 'regional', ru: 'Региональная система', en: 'Regional system' },
  { value: 'letter', ru: 'Заказное письмо', en: 'Registered letter' },
  { value: 'signature', ru: 'Вручение под подпись', en: 'Handed over against signature' },
  { value: 'house', ru: 'Объявление в доме', en: 'Notice in the house' },
  { value: 'other', ru: 'Другое место', en: 'Elsewhere' },
] as const

export type PlanningMatter = (typeof planningMatters)[number]['value']
