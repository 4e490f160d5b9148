export const documentKinds = [
  { value: 'decision', ru: 'Решение', plural: 'Решения', en: 'Decision' },
  { value: 'resolution', ru: 'Постановление', plural: 'Постановления', en: 'Resolution' },
  { value: 'order', ru: 'Распоряжение', plural: 'Распоряжения', en: 'Order' },
  { value: 'charter', ru: 'Устав', plural: 'Устав', en: 'Charter' },
  { value: 'minutes', ru: 'Протокол', plural: 'Протоколы', en: 'Minutes' },
  { value: 'report', ru: 'Отчёт', plural: 'Отчёты', en: 'Report' },
  { value: 'other', ru: 'Другой документ', plural: 'Другие документы', en: 'Other' },
] as const

export const documentBodies = [
  { value: 'council', ru: 'Совет депутатов', en: 'Council of deputies' },
  { value: 'head', ru: 'Глава округа', en: 'Head' },
  { value: 'administration', ru: 'Администрация', en: 'Administration' },
  { value: 'commission', ru: 'Избирательная комиссия', en: 'Election commission' },
  { value: 'other', ru: 'Другой орган', en: 'Other' },
] as const

export const documentStates = [
  { value: 'inForce', ru: 'Действует', plural: 'Действуют', en: 'In force' },
  {
    value: 'pending',
    ru: 'Ещё не вступил в силу',
    plural: 'Ещё не действуют',
    en: 'Pending',
  },
  { value: 'repealed', ru: 'Утратил силу', plural: 'Утратили силу', en: 'Repealed' },
] as const

export type DocumentKind = (typeof documentKinds)[number]['value']
export type DocumentState = (typeof documentStates)[number]['value']

export const documentPaths = {
  list: '/dokumenty/',
  csv: '/dokumenty/dokumenty.csv',
  json: '/dokumenty/dokumenty.json',
  kind: (kind: string) => `/dokumenty/vid/${kind}/`,
  year: (year: string) => `/dokumenty/god/${year}/`,
  state: (state: string) => `/dokumenty/sostoyanie/${state}/`,
} as const
