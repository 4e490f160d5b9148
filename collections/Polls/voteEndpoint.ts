import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { formFields, type FormErrors, type Receipt } from '../forms/form.schema.ts'
import { isFromOurPage } from '../forms/origin.ts'
import { readForm, type Sent } from '../forms/readForm.ts'
import { receive, wantsJson, type Outcome } from '../forms/receive.ts'
import { showPage } from '../forms/answerPage.ts'
import { html } from '../forms/html.ts'
import { receiptText } from './ballotList.schema.ts'
import { castVote, secretOf, type Cast } from './castVote.ts'
import { credentialOf, newDevice, setCredential, type Credential } from './credential.ts'
import { credentialLimit } from './credentialEndpoint.ts'
import { votedPoll, type VotedPoll } from './openPoll.ts'
import { dayWords, momentWords } from '../moscow.schema.ts'

const maxBytes = 8 * 1024

const id = z.string().regex(/^[0-9a-f]{24}$/)
/** Compiled once. A form sends one choice as a text and several as a list. */
const voteFields = z.strictObject({
  choices: z.preprocess(
    (value) => (typeof value === 'string' ? [value] : value),
    z.array(id, 'Выберите вариант.').min(1, 'Выберите вариант.').max(20),
  ),
  secret: z
    .string()
    .regex(/^[\w-]{22}$/)
    .optional(),
})
type Fields = z.infer<typeof voteFields>

/**
 * POST /api/polls/:id/vote: open to everybody who shows a credential. The way of a whole district on the last evening, so
 * it does only what a vote needs. It counts no requests per neighbourhood: that would be a third write to a record that all
 * votes of an operator's gate contend for. The unique mark is the limit per credential, and getting a credential costs a
 * puzzle (or a letter) and is counted.
 */
export const vote: Endpoint = {
  path: '/:id/vote',
  method: 'post',
  handler: async (req) => {
    if (!isFromOurPage(req)) return refuse(req, { status: 403, error: elsewhere })
    const poll = await votedPoll(req.payload, String(req.routeParams?.['id']))
    const refusal = whyNot(poll)
    if (!poll || refusal) return refuse(req, refusal ?? notThere)
    const credential = credentialOf(req, { level: poll.level, poll: poll.id })
    if (!credential) return poll.level === 'open' ? firstVote.handler(req) : refuse(req, notConfirmed)
    const sent = await readForm(req, maxBytes)
    if (sent === 'large') return refuse(req, { status: 413, error: 'Слишком много данных.' })
    if (sent === 'broken')
      return refuse(req, { status: 400, error: 'Голос пришёл повреждённым. Отправьте его ещё раз.' })
    const parsed = voteFields.safeParse(ownFields(sent))
    if (!parsed.success) return refuse(req, { status: 422, error: parsed.error.issues[0]?.message ?? '' })
    const taken = await take(req, poll, { credential, fields: parsed.data })
    if ('error' in taken) return refuse(req, taken)
    return wantsJson(req)
      ? Response.json(taken.reply, { status: taken.isNew ? 201 : 200, headers: noStore })
      : new Response(null, { status: 303, headers: { ...noStore, location: receiptPath(poll) } })
  },
}

/** The same without a credential yet: with a solved puzzle, or the question in words, both are given in one step. */
const firstVote = receive<Fields>({
  path: '/:id/vote',
  fields: voteFields,
  maxBytes,
  limit: credentialLimit,
  act: async (fields, req): Promise<Outcome> => {
    const poll = await votedPoll(req.payload, String(req.routeParams?.['id']))
    const refusal = whyNot(poll)
    if (!poll || refusal) return { state: 'refused', ...(refusal ?? notThere) }
    const credential = newDevice()
    const taken = await take(req, poll, { credential, fields })
    if ('error' in taken) return { state: 'refused', ...taken }
    const cookie = setCredential(req.payload, { level: 'open', poll: poll.id }, credential)
    return {
      state: 'done',
      location: receiptPath(poll),
      reply: taken.reply,
      headers: { 'set-cookie': cookie },
    }
  },
})

type Refusal = { status: number } & FormErrors

const elsewhere =
  'Голос отправлен не со страницы портала. Откройте голосование на портале и отправьте ещё раз.'
const notThere: Refusal = { status: 404, error: 'Такого голосования нет.' }
const notConfirmed: Refusal = {
  status: 401,
  error: 'Сначала откройте ссылку из письма: в этом голосовании голос подтверждают по почте.',
}

const whyNot = (poll: VotedPoll | null, now = Date.now()): Refusal | null => {
  if (!poll) return notThere
  if (now < poll.opensAt) return { status: 403, error: `Голосование откроется ${momentWords(poll.opensAt)}.` }
  if (now >= poll.closesAt)
    return { status: 403, error: `Голосование закончилось ${momentWords(poll.closesAt)}.` }
  return null
}

type Given = { credential: Credential; fields: Fields }
type Taken = { isNew: boolean; reply: VoteReceipt }
type VoteReceipt = Receipt & { receipt: string; choices: string[] }

const take = async (
  req: PayloadRequest,
  poll: VotedPoll,
  { credential, fields }: Given,
): Promise<Taken | Refusal> => {
  const chosen = new Set(fields.choices)
  const choices = poll.options.flatMap(({ id }) => (chosen.has(id) ? id : []))
  if (choices.length !== fields.choices.length)
    return { status: 422, error: 'Такого варианта в голосовании нет. Обновите страницу.', fields: {} }
  if (choices.length > poll.most)
    return {
      status: 422,
      error: `Выберите не больше ${poll.most}.`,
      fields: { choices: `Выберите не больше ${poll.most}.` },
    }
  const secret = fields.secret ?? secretOf(poll.id, credential.secret)
  const cast = await castVote(req.payload, { poll: poll.id, voter: credential.voter, choices, secret })
  const refusal = whyRefused(cast)
  if (refusal) return refusal
  return {
    isNew: cast.state === 'new',
    reply: receiptOf(poll, secret, cast.state === 'known' ? cast.choices : choices),
  }
}

const whyRefused = (cast: Cast): Refusal | null => {
  if (cast.state === 'second') return { status: 409, error: `Этот голос уже учтён ${dayWords(cast.day)}.` }
  if (cast.state === 'taken')
    return { status: 409, error: 'Такая квитанция уже выдана. Обновите страницу и отправьте голос ещё раз.' }
  return null
}

/** What a voter keeps. */
export const receiptOf = (poll: VotedPoll, secret: string, choices: string[]): VoteReceipt => ({
  title: 'Ваш голос учтён',
  text: [
    `Вы выбрали: ${poll.options.flatMap(({ id, text }) => (choices.includes(id) ? `«${text}»` : [])).join(', ')}.`,
    `Голосование закончится ${momentWords(poll.closesAt)}, через минуту портал опубликует все бюллетени. По квитанции Вы найдёте среди них свой. Имени и времени в нём нет; кому Вы покажете квитанцию, тот узнает Ваш выбор.`,
  ],
  receipt: receiptText(poll.id, secret),
  choices,
})

export const receiptPath = ({ id }: VotedPoll): string => `/api/polls/${id}/receipt`

const noStore = { 'cache-control': 'no-store' }

/** Without what every form sends beside: whoever shows a credential has solved a puzzle before. */
const ownFields = (sent: Sent): Sent => {
  const guards = new Set<string>(Object.values(formFields))
  return Object.fromEntries(Object.entries(sent).filter(([name]) => !guards.has(name)))
}

const refuse = (req: PayloadRequest, { status, ...reply }: Refusal): Response | Promise<Response> =>
  wantsJson(req)
    ? Response.json(reply, { status, headers: noStore })
    : showPage({ title: 'Голос не принят', body: html`<p>${reply.error}</p>`, status })
