import { plainText } from '../Hearings/law/notice.schema.ts'
import { dayYearWords, timeOf } from '../moscow.schema.ts'
import { cutText } from './cutText.schema.ts'
import { networkLimits, type NetworkLimit } from './networkLimits.schema.ts'

/** What a post about a document is made of, in the order in which it is read. */
export type KitItem = {
  title: string
  /** When and where: never cut. */
  facts: string[]
  lead: string
  text: string
  url: string
  hasPicture: boolean
}

/** The collections whose documents have posts. */
export const kitCollections = [
  'news',
  'events',
  'hearings',
  'sessions',
  'polls',
  'elections',
  'documents',
  'places',
  'pages',
] as const
export type KitCollection = (typeof kitCollections)[number]

export const hasKit = (collection: string): collection is KitCollection =>
  kitCollections.some((one) => one === collection)

/** A post for each network that has a limit. */
export const kitOf = (item: KitItem): { limit: NetworkLimit; text: string }[] =>
  networkLimits.map((limit) => ({
    limit,
    text: postOf(item, item.hasPicture ? limit.withPicture : limit.post),
  }))

/**
 * Title, facts, gist, link, within the limit: the gist is cut at the end of a sentence, or of a word. The link and what
 * must be known to come stay whole; where even they do not fit, the title is cut.
 */
export const postOf = ({ title, facts, lead, text, url }: KitItem, limit: number): string => {
  const head = [title.trim(), ...facts.map((fact) => fact.trim())].filter(Boolean).join('\n')
  const room = (used: string) => limit - used.length - url.length - 2 * gap.length
  const first = room(head) >= 0 ? head : cutText(head, limit - url.length - gap.length)
  const gist =
    room(first) > 0
      ? cutText(
          [lead, text]
            .map((part) => part.trim())
            .filter(Boolean)
            .join(gap),
          room(first),
        )
      : ''
  return [first, gist, url].filter(Boolean).join(gap)
}

const gap = '\n\n'

/** What a kit takes of a document or of the values of its form. */
export const kitItemOf = (
  collection: KitCollection,
  data: Record<string, unknown>,
  url: string,
): KitItem => ({
  title: textOf(data['title']),
  facts: factsOf[collection](data),
  lead: textOf(data['lead']),
  text: plainText(data['body'])
    .replace(/\n{2,}/g, '\n')
    .trim(),
  url,
  hasPicture: Boolean(data['cover']),
})

const factsOf: Record<KitCollection, (data: Record<string, unknown>) => string[]> = {
  news: () => [],
  events: (data) => [
    ...(data['status'] === 'cancelled' ? ['Отменено'] : []),
    ...momentOf('Когда', data['startsAt'], Boolean(data['allDay'])),
    ...placeOf(partOf(data['place'])),
  ],
  hearings: (data) => {
    const [comments, meeting] = [partOf(data['comments']), partOf(data['meeting'])]
    return [
      ...(data['status'] === 'cancelled' ? ['Отменено'] : []),
      ...momentOf('Собрание', meeting['startsAt']),
      ...placeOf({ name: meeting['place'] }),
      ...momentOf('Предложения принимают до', comments['until'], true),
    ]
  },
  sessions: (data) => [
    ...(data['status'] === 'cancelled' ? ['Отменено'] : []),
    ...momentOf('Когда', data['startsAt']),
    ...placeOf(partOf(data['place'])),
  ],
  polls: (data) => momentOf('Голосовать можно до', data['closesAt']),
  elections: (data) => momentOf('Голосование', data['votingFrom'], true),
  documents: (data) => {
    const [number, day] = [textOf(data['number']), textOf(data['adoptedAt'])]
    return number && day ? [`№ ${number} от ${dayYearWords(day)}`] : []
  },
  places: (data) => placeOf({ address: data['address'] }),
  pages: () => [],
}

const placeOf = ({ name, address }: Record<string, unknown>): string[] => {
  const words = [textOf(name), textOf(address)].filter(Boolean).join(', ')
  return words ? [`Где: ${words}`] : []
}

const momentOf = (label: string, value: unknown, isDay = false): string[] => {
  if (typeof value !== 'string' || Number.isNaN(Date.parse(value))) return []
  const words = isDay ? dayYearWords(value) : `${dayYearWords(value)}, ${timeOf(value)}`
  return [label.endsWith(' до') ? `${label} ${words}` : `${label}: ${words}`]
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

const partOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
