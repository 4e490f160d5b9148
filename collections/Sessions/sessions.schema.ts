/** What became of a sitting of the Council. */
export const sessionStatuses = [
  { value: 'scheduled', ru: 'Назначено', en: 'Scheduled' },
  { value: 'moved', ru: 'Перенесено', en: 'Moved' },
  { value: 'cancelled', ru: 'Отменено', en: 'Cancelled' },
  { value: 'held', ru: 'Состоялось', en: 'Held' },
] as const

/** What was decided on an item of the agenda. */
export const itemResults = [
  { value: 'accepted', ru: 'Принято', en: 'Accepted' },
  { value: 'rejected', ru: 'Не принято', en: 'Rejected' },
  { value: 'postponed', ru: 'Отложено', en: 'Postponed' },
  { value: 'removed', ru: 'Снято с повестки', en: 'Removed from the agenda' },
  { value: 'noted', ru: 'Принято к сведению', en: 'Noted' },
] as const

/** How a deputy voted; `absent` was at the sitting and did not vote on this item. */
export const votes = [
  { value: 'for', ru: 'За', en: 'For' },
  { value: 'against', ru: 'Против', en: 'Against' },
  { value: 'abstained', ru: 'Воздержался', en: 'Abstained' },
  { value: 'absent', ru: 'Не голосовал', en: 'Did not vote' },
] as const

export type ItemResult = (typeof itemResults)[number]['value']
export type Vote = (typeof votes)[number]['value']

export const sessionsPath = '/zasedaniya/'
export const sessionCalendarPath = (slug: string): string => `${sessionsPath}${slug}.ics`
export const councilStatisticsPath = '/deputaty/statistika/'
