/** What a wish can be about and what becomes of it: one list for the form, the moderators, the pages and the statistics. */

export const wishCategories = [
  { value: 'yards', ru: 'Дворы и благоустройство', en: 'Yards' },
  { value: 'roads', ru: 'Дороги и тротуары', en: 'Roads and pavements' },
  { value: 'transport', ru: 'Общественный транспорт', en: 'Public transport' },
  { value: 'light', ru: 'Освещение', en: 'Lighting' },
  { value: 'parks', ru: 'Парки и зелень', en: 'Parks and greenery' },
  { value: 'play', ru: 'Площадки и спорт', en: 'Playgrounds and sport' },
  { value: 'waste', ru: 'Чистота и отходы', en: 'Cleanliness and waste' },
  { value: 'schools', ru: 'Школы и детские сады', en: 'Schools and kindergartens' },
  { value: 'safety', ru: 'Безопасность', en: 'Safety' },
  { value: 'culture', ru: 'Культура и досуг', en: 'Culture' },
  { value: 'other', ru: 'Другое', en: 'Other' },
] as const

export type WishCategory = (typeof wishCategories)[number]['value']

export const wishStates = [
  { value: 'received', ru: 'На проверке', en: 'Received' },
  { value: 'published', ru: 'Опубликовано', en: 'Published' },
  { value: 'planned', ru: 'Запланировано', en: 'Planned' },
  { value: 'done', ru: 'Сделано', en: 'Done' },
  { value: 'refused', ru: 'Отказано', en: 'Refused' },
  { value: 'declined', ru: 'Не опубликовано', en: 'Not published' },
] as const

export type WishState = (typeof wishStates)[number]['value']

/** The only ways from one state to another. A published wish can be taken down, with a reason. */
const moves: Record<WishState, readonly WishState[]> = {
  received: ['published', 'declined'],
  published: ['planned', 'done', 'refused', 'declined'],
  planned: ['done', 'refused'],
  // Minds change, also those of an administration.
  refused: ['planned'],
  done: [],
  declined: [],
}

export const movesFrom = (state: WishState): readonly WishState[] => moves[state]

export const canMove = (from: WishState, to: WishState): boolean => moves[from].includes(to)

/** States in which residents read the text. */
export const openStates = ['published', 'planned', 'done', 'refused'] as const satisfies WishState[]

export const isOpen = (state: unknown): boolean => openStates.some((open) => open === state)

/** What must be said with the move: a reply that all read, or a reason from the list. */
export const needsReply = (to: WishState): boolean => to === 'planned' || to === 'done' || to === 'refused'
export const needsReason = (to: WishState): boolean => to === 'declined'

export const declineReasons = [
  { value: 'personal', ru: 'В нём личные данные других людей', en: 'Personal data of others' },
  { value: 'insult', ru: 'В нём оскорбления', en: 'Insults' },
  { value: 'advertising', ru: 'Это реклама', en: 'Advertising' },
  { value: 'elsewhere', ru: 'Это не о городском округе Люберцы', en: 'Not about this district' },
  { value: 'duplicate', ru: 'Такое же пожелание уже есть', en: 'A duplicate' },
  { value: 'complaint', ru: 'Это жалоба: для неё есть официальное обращение', en: 'A complaint' },
  { value: 'unclear', ru: 'Не удалось понять, о чём оно', en: 'Unclear' },
] as const

export type DeclineReason = (typeof declineReasons)[number]['value']

export const wishLimits = {
  title: { min: 5, max: 120 },
  text: { min: 20, max: 1500 },
  place: 200,
  point: 300,
  name: 80,
  reply: { min: 10, max: 2000 },
  photoBytes: 10 * 1024 * 1024,
} as const

/** Days in which a new wish is looked at: the promise of the page. */
export const moderationDays = 3

export const wishPaths = {
  list: '/pozhelaniya/',
  new: '/pozhelaniya/novoe/',
  statistics: '/pozhelaniya/statistika/',
  send: '/api/wishes/submit',
  supports: '/api/wishes/supports',
} as const

export const wishCategoryPath = (category: string): string => `/pozhelaniya/kategoriya/${category}/`
export const wishStatePath = (state: string): string => `/pozhelaniya/sostoyanie/${state}/`
export const wishSupportPath = (id: string): string => `/api/wishes/${id}/support`

/** «П-2026-12», as people say it, and its address, «p-2026-12». */
export const wishNumber = (year: number, serial: number): string => `П-${year}-${serial}`
export const wishSlug = (number: string): string => number.replace('П', 'p')

/** The word for a value of one of the lists. */
export const wordOf = (list: readonly { value: string; ru: string }[], value: unknown): string =>
  list.find((each) => each.value === value)?.ru ?? ''
