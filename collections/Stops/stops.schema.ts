/** What stops there; the order is that of the lists. */
export const stopKinds = [
  { value: 'rail', ru: 'Станция МЦД', en: 'Railway station' },
  { value: 'metro', ru: 'Метро', en: 'Metro' },
  { value: 'bus', ru: 'Автобусная остановка', en: 'Bus stop' },
] as const

export type StopKind = (typeof stopKinds)[number]['value']
