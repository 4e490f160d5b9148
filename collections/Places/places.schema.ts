export const guidePath = '/putevoditel/'
export const categoryPath = (category: PlaceCategory): string => `${guidePath}kategoriya/${category}/`
export const stopsPath = `${guidePath}ostanovki/`
export const placesFile = `${guidePath}mesta.geojson`
export const stopsFile = `${guidePath}ostanovki.geojson`

export const placeCategories = [
  { value: 'parks', ru: 'Парки и прогулки', en: 'Parks' },
  { value: 'culture', ru: 'Культура и библиотеки', en: 'Culture' },
  { value: 'sport', ru: 'Спорт', en: 'Sport' },
  { value: 'health', ru: 'Здоровье', en: 'Health' },
  { value: 'children', ru: 'Детям и родителям', en: 'Children' },
  { value: 'services', ru: 'Документы и услуги', en: 'Services' },
  { value: 'shops', ru: 'Рынки и магазины', en: 'Shops' },
] as const

export type PlaceCategory = (typeof placeCategories)[number]['value']

/** What somebody needs to know before setting out; only what is there is ticked. */
export const accessFeatures = [
  { value: 'stepFree', ru: 'Вход без ступеней', en: 'Step-free entrance' },
  { value: 'ramp', ru: 'Пандус', en: 'Ramp' },
  { value: 'lift', ru: 'Лифт или подъёмник', en: 'Lift' },
  { value: 'toilet', ru: 'Туалет для людей на колясках', en: 'Accessible toilet' },
  { value: 'loop', ru: 'Индукционная петля', en: 'Induction loop' },
  { value: 'tactile', ru: 'Тактильные указатели', en: 'Tactile signs' },
  { value: 'parking', ru: 'Парковка для людей с инвалидностью', en: 'Disabled parking' },
  { value: 'help', ru: 'Персонал поможет при входе', en: 'Assistance' },
  { value: 'changing', ru: 'Пеленальный стол', en: 'Changing table' },
] as const

/** How a place is open: `hours` are told row by row. */
export const openings = [
  { value: 'hours', ru: 'По часам', en: 'By hours' },
  { value: 'always', ru: 'Круглосуточно', en: 'Always' },
  { value: 'unknown', ru: 'Часы не проверены', en: 'Not checked' },
] as const
