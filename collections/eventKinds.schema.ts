/** What an event is. `official`: a sitting, an official ceremony; `reception`: office hours outside the usual rule. */
export const eventKinds = [
  { value: 'event', ru: 'Мероприятие', en: 'Event' },
  { value: 'official', ru: 'Официальное событие', en: 'Official event' },
  { value: 'reception', ru: 'Приём или встреча', en: 'Reception or meeting' },
] as const

/** Whom an event is for. */
export const audiences = [
  { value: 'everyone', ru: 'Для всех жителей', en: 'Everyone' },
  { value: 'parents', ru: 'Родителям', en: 'Parents' },
  { value: 'drivers', ru: 'Автомобилистам', en: 'Drivers' },
  { value: 'disabled', ru: 'Людям с инвалидностью', en: 'People with disabilities' },
  { value: 'seniors', ru: 'Старшему поколению', en: 'Seniors' },
  { value: 'youth', ru: 'Молодёжи', en: 'Youth' },
  { value: 'entrepreneurs', ru: 'Предпринимателям', en: 'Entrepreneurs' },
  { value: 'volunteers', ru: 'Добровольцам', en: 'Volunteers' },
] as const

export const eventStatuses = [
  { value: 'scheduled', ru: 'Состоится', en: 'Scheduled' },
  { value: 'moved', ru: 'Перенесено', en: 'Moved' },
  { value: 'cancelled', ru: 'Отменено', en: 'Cancelled' },
] as const

export type EventKind = (typeof eventKinds)[number]['value']
export type Audience = (typeof audiences)[number]['value']
