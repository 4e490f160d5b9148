import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { APIError } from 'payload'
import { message } from '../fields/message.ts'
import { plainText } from '../Hearings/law/notice.schema.ts'
import { publishes } from '../hooks/intent.ts'
import type { Saved } from '../hooks/saved.ts'
import { dayOf, momentWords } from '../moscow.schema.ts'
import type { Election } from '../payload-types.ts'
import { all } from '../where.ts'
import { isSilent, silenceOf, usualHours, type Voting } from './elections.schema.ts'
import { agitationIn, forecastsIn, isElectoral } from './neutrality.schema.ts'

/** Pages of elections: no agitation and no forecasts, whatever the day. */
export const keepNeutral: CollectionBeforeChangeHook<Saved> = ({ context, data, operation, req }) => {
  if (!publishes({ context, operation, status: data['_status'] })) return data
  const text = wordsOf(data)
  const [breach] = [...agitationIn(text), ...forecastsIn(text)]
  if (!breach) return data
  throw refusal(
    req,
    `Страница выборов нейтральна: ни призывов, ни опросов и прогнозов. Уберите: «${breach.words}»`,
    `A page of elections is neutral. Remove: “${breach.words}”`,
  )
}

/** News and events: no opinion research and no forecasts about an election in the forbidden days (67-ФЗ ст. 46 п. 3). */
export const keepSilence: CollectionBeforeChangeHook<Saved> = async ({ context, data, operation, req }) => {
  if (!publishes({ context, operation, status: data['_status'] })) return data
  const [breach] = forecastsIn(wordsOf(data))
  if (!breach) return data
  const voting = (await votings(req)).find((one) => isSilent(one, new Date()))
  if (!voting) return data
  const end = momentWords(silenceOf(voting).until.getTime())
  throw refusal(
    req,
    `До ${end} нельзя публиковать опросы и прогнозы о выборах (67-ФЗ, ст. 46, п. 3). Опубликуйте позже или уберите: «${breach.words}»`,
    `No polls or forecasts about elections before the voting ends (${end}). Remove: “${breach.words}”`,
  )
}

/** Polls: none about elections, candidates or parties. */
export const keepOffElections: CollectionBeforeChangeHook<Saved> = ({ context, data, operation, req }) => {
  if (!publishes({ context, operation, status: data['_status'] })) return data
  const rows: unknown[] = Array.isArray(data['options']) ? data['options'] : []
  const texts = [data['title'], data['question'], ...rows.map((row) => (isRecord(row) ? row['text'] : ''))]
  if (!texts.some((text) => typeof text === 'string' && isElectoral(text))) return data
  throw refusal(
    req,
    'Портал не проводит голосований о выборах, кандидатах и партиях. Спросите о том, что делать во дворе и в городе.',
    'The portal holds no votes about elections, candidates or parties.',
  )
}

const votings = async (req: PayloadRequest): Promise<Voting[]> => {
  const earliest = new Date(Date.now() - 3 * 86_400_000).toISOString()
  const { docs } = await req.payload.db.find<Election>({
    collection: 'elections',
    where: all({ _status: { equals: 'published' } }, { votingTo: { greater_than: earliest } }),
    pagination: false,
    req,
  })
  return docs.map(votingOf)
}

/** Its days and hour as the rules read them. */
const votingOf = ({
  votingFrom,
  votingTo,
  hoursTo,
}: Pick<Election, 'votingFrom' | 'votingTo' | 'hoursTo'>) => ({
  from: dayOf(votingFrom),
  to: dayOf(votingTo),
  closes: hoursTo || usualHours.to,
})

/** All words of a document that are published. */
const wordsOf = (data: Partial<Saved>): string =>
  [data['title'], data['lead'], data['elects'], ...stagesOf(data), plainText(data['body'])]
    .filter((text) => typeof text === 'string')
    .join('\n')

const stagesOf = (data: Partial<Saved>): unknown[] =>
  (Array.isArray(data['stages']) ? data['stages'] : []).flatMap((row: unknown) =>
    isRecord(row) ? [row['title'], row['text']] : [],
  )

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const refusal = (req: PayloadRequest, ru: string, en: string) =>
  new APIError(message(req, ru, en), 400, undefined, true)
