import { audiences } from '../eventKinds.schema.ts'
import { hearingKinds } from '../hearingKinds.schema.ts'
import { newsTopics } from '../newsTopics.schema.ts'

/** What one can be told about; with a value it is a subject: «topic/transport», «district/<id>». */
export const subjectKinds = [
  { value: 'house', ru: 'Дом' },
  { value: 'district', ru: 'Округ' },
  { value: 'hearing', ru: 'Официальные уведомления' },
  { value: 'topic', ru: 'Темы новостей' },
  { value: 'audience', ru: 'События для кого' },
  { value: 'deputy', ru: 'Депутаты' },
] as const

export type SubjectKind = (typeof subjectKinds)[number]['value']

/** Kinds whose values are words of the model; those of the others are ids of documents. */
export const fixedSubjects = {
  topic: newsTopics,
  audience: audiences,
  hearing: hearingKinds,
} as const satisfies Partial<Record<SubjectKind, readonly { value: string; ru: string }[]>>

export const rhythms = [
  { value: 'now', ru: 'Сразу', text: 'Через несколько минут после того, как новость появилась на портале.' },
  { value: 'daily', ru: 'Раз в день', text: 'В 8 утра, если за сутки что-то появилось.' },
  {
    value: 'weekly',
    ru: 'Раз в неделю',
    text: 'По понедельникам в 8 утра, если за неделю что-то появилось.',
  },
] as const

export type Rhythm = (typeof rhythms)[number]['value']

/** More would be everything there is. */
export const mostSubjects = 100

/** An unconfirmed address is kept for so long. */
export const unconfirmedMs = 2 * 86_400_000

/** `page` is of the site, the others are endpoints; what ends with a slash takes the token of a private link. */
export const subscriptionPaths = {
  page: '/podpiska/',
  subscribe: '/api/told/subscribe',
  device: '/api/told/device',
  /** Ends with the id of a house. */
  house: '/api/told/house/',
  sent: '/api/told/sent',
  confirm: '/api/told/confirm/',
  mine: '/api/told/mine/',
  stop: '/api/told/stop/',
  erased: '/api/told/erased',
} as const

export const subject = (kind: SubjectKind, value: string): string => `${kind}/${value}`

/** What a device is pushed. */
export type PushText = { title: string; body: string; url: string }

/** Kind and value of a subject; null when it is none. */
export const subjectParts = (text: string): { kind: SubjectKind; value: string } | null => {
  const [name, value = ''] = text.split('/')
  const kind = subjectKinds.find((each) => each.value === name)?.value
  return kind && value ? { kind, value } : null
}
