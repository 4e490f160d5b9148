/** What an event is; `slug` and `all` are the address and the name of its list. `official`: a sitting, an official ceremony; `reception`: office hours outside the usual rule. */
export const eventKinds = [
  { value: 'event', ru: 'Мероприятие', en: 'Event', slug: 'meropriyatiya', all: 'Мероприятия' },
  {
    value: 'official',
    ru: 'Официальное событие',
    en: 'Official event',
    slug: 'ofitsialno',
    all: 'Официально',
  },
  {
    value: 'reception',
    ru: 'Приём или встреча',
    en: 'Reception or meeting',
    slug: 'vstrechi',
    all: 'Приёмы и встречи',
  },
] as const

/** Whom an event is for; `slug` and `who` are the address and the name of the audience's page. */
export const audiences = [
  { value: 'everyone', ru: 'Для всех жителей', en: 'Everyone', slug: 'vsem', who: 'Все жители' },
  { value: 'parents', ru: 'Родителям', en: 'Parents', slug: 'roditelyam', who: 'Родители' },
  {
    value: 'drivers',
    ru: 'Автомобилистам',
    en: 'Drivers',
    slug: 'avtomobilistam',
    who: 'Автовладельцы и ГСК',
  },
  {
    value: 'disabled',
    ru: 'Людям с инвалидностью',
    en: 'People with disabilities',
    slug: 'lyudyam-s-invalidnostyu',
    who: 'Люди с инвалидностью',
  },
  {
    value: 'seniors',
    ru: 'Старшему поколению',
    en: 'Seniors',
    slug: 'starshemu-pokoleniyu',
    who: 'Старшее поколение',
  },
  { value: 'youth', ru: 'Молодёжи', en: 'Youth', slug: 'molodezhi', who: 'Молодёжь' },
  {
    value: 'entrepreneurs',
    ru: 'Предпринимателям',
    en: 'Entrepreneurs',
    slug: 'predprinimatelyam',
    who: 'Предприниматели',
  },
  { value: 'volunteers', ru: 'Добровольцам', en: 'Volunteers', slug: 'dobrovoltsam', who: 'Добровольцы' },
] as const

export const eventStatuses = [
  { value: 'scheduled', ru: 'Состоится', en: 'Scheduled' },
  { value: 'moved', ru: 'Перенесено', en: 'Moved' },
  { value: 'cancelled', ru: 'Отменено', en: 'Cancelled' },
] as const

export type EventKind = (typeof eventKinds)[number]['value']
export type Audience = (typeof audiences)[number]['value']
