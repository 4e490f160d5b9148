import { isDeepStrictEqual } from 'node:util'
import type { CollectionBeforeChangeHook } from 'payload'
import { APIError } from 'payload'
import { message } from '../fields/message.ts'
import { before } from '../hooks/before.ts'
import { publishes } from '../hooks/intent.ts'
import type { Saved } from '../hooks/saved.ts'
import { hasBallots } from './hasBallots.ts'

/**
 * While people vote, what they vote on stays as it is: on every route, drafts and restored versions included, because a
 * draft may be published later. A poll that would be over before anybody could vote is not published at all.
 */
export const freezeOpened: CollectionBeforeChangeHook<Saved> = async ({
  context,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const id = originalDoc?.['id']
  const main = before(req, 'polls', id).main
  if (main && (isOpened(main) || (await hasBallots(req, String(id))))) {
    if (isDeepStrictEqual(frozen(main), frozen(data))) return data
    throw refusal(
      message(
        req,
        'Голосование уже открыто: вопрос, варианты, сроки и правила больше не меняются. Верните прежние значения или снимите голосование с сайта и создайте новое.',
        'The poll is open: question, options, dates and rules are frozen.',
      ),
    )
  }
  // Without a user it is the portal's own code: the demo has polls of the past.
  const isNew = req.user && publishes({ context, operation, status: data['_status'] })
  if (isNew && new Date(String(data['closesAt'])).getTime() <= Date.now())
    throw refusal(
      message(
        req,
        'Окончание уже прошло: проголосовать никто не успеет. Поставьте будущую дату.',
        'It would be over before anybody could vote. Set a later date.',
      ),
    )
  return data
}

const isOpened = (poll: Record<string, unknown>): boolean =>
  poll['_status'] === 'published' && new Date(String(poll['opensAt'])).getTime() <= Date.now()

/** What voters have been told, in a form that does not depend on how it was sent. */
const frozen = (poll: Record<string, unknown>) => ({
  ...Object.fromEntries(words.map((name) => [name, poll[name] ?? null])),
  most: poll['kind'] === 'several' ? poll['most'] : null,
  ...Object.fromEntries(dates.map((name) => [name, new Date(String(poll[name])).getTime()])),
  options: (Array.isArray(poll['options']) ? poll['options'] : []).map(frozenOption),
})

const words = ['question', 'kind', 'audience', 'level', 'results']
const dates = ['opensAt', 'closesAt']

const frozenOption = (row: unknown) => {
  const { id, text, note, picture } = isObject(row) ? row : {}
  return { id, text, note: note || null, picture: isObject(picture) ? picture['id'] : (picture ?? null) }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const refusal = (text: string) => new APIError(text, 400, undefined, true)
