/** What stops there; the order is that of the lists. */
export const stopKinds = [
  { value: 'rail', ru: 'Станция МЦД', many: 'Станции МЦД', en: 'Railway station' },
  { value: 'metro', ru: 'Метро', many: 'Метро рядом', en: 'Metro' },
  { value: 'bus', ru: 'Автобусная остановка', many: 'Автобусные остановки', en: 'Bus stop' },
] as const

export type StopKind = (typeof stopKinds)[number]['value']
