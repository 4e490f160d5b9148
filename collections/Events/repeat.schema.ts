/** How an event repeats: by a plain rule, until a date. */
export const repeatRules = [
  { value: 'once', ru: 'Один раз', en: 'Once' },
  { value: 'weekly', ru: 'Каждую неделю, по дням недели', en: 'Weekly' },
  { value: 'monthDay', ru: 'Каждый месяц, по числу', en: 'Monthly, by date' },
  { value: 'monthWeekday', ru: 'Каждый месяц, по дню недели', en: 'Monthly, by weekday' },
] as const

/** Which weekday of a month: «второй вторник». */
export const repeatWeeks = [
  { value: '1', ru: 'Первый в месяце', en: 'First of the month' },
  { value: '2', ru: 'Второй в месяце', en: 'Second of the month' },
  { value: '3', ru: 'Третий в месяце', en: 'Third of the month' },
  { value: '4', ru: 'Четвёртый в месяце', en: 'Fourth of the month' },
  { value: 'last', ru: 'Последний в месяце', en: 'Last of the month' },
] as const

/** What can happen to a date. `skipped` was never announced: a holiday that the rule happens to meet. */
export const dateChanges = [
  { value: 'cancelled', ru: 'Отменено', en: 'Cancelled' },
  { value: 'moved', ru: 'Перенесено', en: 'Moved' },
  { value: 'skipped', ru: 'В этот день не проводится', en: 'Not held on this day' },
] as const

export type DateChange = (typeof dateChanges)[number]['value']
