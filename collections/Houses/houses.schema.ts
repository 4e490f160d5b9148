/** How far the capital repair of a house has come. */
export const repairStates = [
  { value: 'planned', ru: 'В плане', en: 'Planned' },
  { value: 'underway', ru: 'Идёт', en: 'Under way' },
  { value: 'done', ru: 'Закончен', en: 'Done' },
] as const

export type RepairState = (typeof repairStates)[number]['value']

/** The least and the most a number may be; degrees enclose the Moscow region. */
export const houseBounds = {
  latitude: { min: 55, max: 57 },
  longitude: { min: 37, max: 39 },
  station: { min: 1, max: 99_999 },
  repairYear: { min: 2014, max: 2100 },
} as const

/** Longest texts, in characters. */
export const houseLengths = {
  locality: 60,
  street: 100,
  part: 20,
  text: 300,
  manager: 200,
  phone: 60,
} as const

/** What an import of a file came to, or would come to (a dry run). */
export interface ImportOutcome {
  created: number
  changed: number
  unchanged: number
  wrong: number
  /** The first of them; `line` is the line of the file. */
  errors: ImportError[]
  isDry: boolean
}

export interface ImportError {
  line: number
  message: string
}

/** The columns of the file in the order of the sample; the first two must be there. */
export const importColumns = [
  'Улица',
  'Дом',
  'Посёлок',
  'Буква',
  'Корпус',
  'Строение',
  'Округ',
  'Широта',
  'Долгота',
  'УИК',
  'УИК место',
  'УИК адрес',
  'Ремонт год',
  'Ремонт работы',
  'Ремонт состояние',
  'УК',
  'УК телефон',
  'УК сайт',
] as const

export type ImportColumn = (typeof importColumns)[number]
