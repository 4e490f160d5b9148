/** Duties in the Council of deputies, in the order in which a list shows them. */
export const deputyDuties = [
  { value: 'chair', ru: 'Председатель Совета депутатов', en: 'Chair of the Council' },
  { value: 'viceChair', ru: 'Заместитель председателя Совета депутатов', en: 'Vice chair of the Council' },
  { value: 'secretary', ru: 'Секретарь Совета депутатов', en: 'Secretary of the Council' },
  { value: 'deputy', ru: 'Депутат', en: 'Deputy' },
] as const

/** ISO weekdays: 1 is Monday. `on` completes «приём …» («в среду»). */
export const weekdays = [
  { value: '1', ru: 'Понедельник', en: 'Monday', on: 'в понедельник' },
  { value: '2', ru: 'Вторник', en: 'Tuesday', on: 'во вторник' },
  { value: '3', ru: 'Среда', en: 'Wednesday', on: 'в среду' },
  { value: '4', ru: 'Четверг', en: 'Thursday', on: 'в четверг' },
  { value: '5', ru: 'Пятница', en: 'Friday', on: 'в пятницу' },
  { value: '6', ru: 'Суббота', en: 'Saturday', on: 'в субботу' },
  { value: '7', ru: 'Воскресенье', en: 'Sunday', on: 'в воскресенье' },
] as const

/** Which weeks of a month a reception rule means. */
export const receptionWeeks = [
  { value: 'every', ru: 'Каждую неделю', en: 'Every week' },
  { value: '1', ru: 'Первая неделя месяца', en: 'First week of the month' },
  { value: '2', ru: 'Вторая неделя месяца', en: 'Second week of the month' },
  { value: '3', ru: 'Третья неделя месяца', en: 'Third week of the month' },
  { value: '4', ru: 'Четвёртая неделя месяца', en: 'Fourth week of the month' },
  { value: 'last', ru: 'Последняя неделя месяца', en: 'Last week of the month' },
] as const

export type DeputyDuty = (typeof deputyDuties)[number]['value']
export type Weekday = (typeof weekdays)[number]['value']
export type ReceptionWeeks = (typeof receptionWeeks)[number]['value']
