import type { Endpoint, PayloadRequest } from 'payload'
import type { z } from 'zod'
import { showPage } from './answerPage.ts'
import { formFields, type FormErrors, type Receipt } from './form.schema.ts'
import { takePoint, type Limit } from './limits.ts'
import { isFromOurPage } from './origin.ts'
import { createPlainQuestion, takePlainAnswer } from './plainQuestion.ts'
import { errorsBody, questionBody } from './receiveBodies.ts'
import { takeProof, type ProofFault } from './puzzle.ts'
import { readForm, type Sent } from './readForm.ts'
import { waitWords } from './words.ts'

/** A form that residents send without an account. */
export type Form<Fields> = {
  path: `/${string}`
  /** A strict object: unknown fields are refused. Its messages stand beside the fields. */
  fields: z.ZodType<Fields>
  maxBytes?: number
  /** How often one neighbourhood may send it. */
  limit: Limit
  /** Without a puzzle the sender must have shown something else, e.g. a credential. */
  hasPuzzle?: boolean
  /** Does what the form is for. It writes staff fields itself: nothing that was sent goes into the database as it came. */
  act: (fields: Fields, req: PayloadRequest) => Promise<Outcome>
}

export type Outcome =
  /** `location`: the page that tells the resident what happened; `reply`: the same for the form's script. */
  | {
      state: 'done'
      location: string
      reply: Receipt & Record<string, unknown>
      headers?: Record<string, string>
    }
  | ({ state: 'refused'; status: number } & FormErrors)

/** Tries of everything, by all forms together: a person who corrects mistakes stays far below. */
const tries: Limit = { name: 'tries', points: 60, seconds: 10 * 60 }
const usualBytes = 32 * 1024

/**
 * POST endpoint of a form, open to everybody. In this order, the cheap before the dear: our own page, size and number of
 * tries, fields, puzzle, number of sent forms, and then the form itself. A form without script gets pages: 303 to the
 * result, or what is wrong in words.
 */
export const receive = <Fields>(form: Form<Fields>): Endpoint => ({
  path: form.path,
  method: 'post',
  handler: async (req) => {
    const answer = await take(form, req)
    return wantsJson(req) ? asJson(answer) : asPage(req, answer)
  },
})

type Answer = Outcome | { state: 'question'; sent: Sent; fault: ProofFault }

const take = async <Fields>(form: Form<Fields>, req: PayloadRequest): Promise<Answer> => {
  if (!isFromOurPage(req))
    return refused(
      403,
      'Форма отправлена не со страницы портала. Откройте её на портале и отправьте ещё раз.',
    )
  const wait = await takePoint(req, tries)
  if (wait > 0) return tooMany(wait)
  const maxBytes = form.maxBytes ?? usualBytes
  const sent = await readForm(req, maxBytes)
  if (sent === 'large')
    return refused(413, `Слишком много данных: не больше ${Math.floor(maxBytes / 1024)} кБ.`)
  if (sent === 'broken') return refused(400, 'Форма пришла повреждённой. Отправьте её ещё раз.')
  const { own, guard } = split(sent)
  if (guard.trap)
    return refused(400, 'Заполнено поле, которого не видно на странице. Очистите его и отправьте снова.')
  const parsed = form.fields.safeParse(own)
  if (!parsed.success) return faultsOf(parsed.error)
  if (form.hasPuzzle !== false) {
    const fault = guard.question
      ? await takePlainAnswer(req.payload, guard)
      : await takeProof(req.payload, guard.proof)
    if (fault) return { state: 'question', sent: own, fault }
  }
  const pause = await takePoint(req, form.limit)
  return pause > 0 ? tooMany(pause) : form.act(parsed.data, req)
}

const split = (sent: Sent) => {
  const own = { ...sent }
  const take = (name: string): string | undefined => {
    const value = own[name]
    delete own[name]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const guard = {
    trap: take(formFields.trap),
    proof: take(formFields.proof),
    answer: take(formFields.answer),
    question: take(formFields.question),
  }
  return { own, guard }
}

const refused = (status: number, error: string): Outcome => ({ state: 'refused', status, error })

const tooMany = (seconds: number): Outcome =>
  refused(429, `С Вашего адреса отправлено слишком много. Попробуйте через ${waitWords(seconds)}.`)

const faultsOf = ({ issues }: z.ZodError): Outcome => {
  const unknown = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []))
  if (unknown.length > 0) return refused(400, `Таких полей в форме нет: ${unknown.join(', ')}.`)
  const fields: Record<string, string> = {}
  for (const { path, message } of issues) fields[String(path[0] ?? '')] ??= message
  return { state: 'refused', status: 422, error: 'Проверьте, что написано в форме.', fields }
}

const proofWords: Record<ProofFault, string> = {
  missing: 'Форма ещё не готова к отправке. Подождите несколько секунд и отправьте снова.',
  wrong: 'Проверка не прошла. Отправьте форму ещё раз.',
  expired: 'Форма открыта больше часа назад. Отправьте её ещё раз: всё, что Вы написали, сохранилось.',
  early: 'Форма отправлена слишком быстро. Подождите несколько секунд и отправьте снова.',
  used: 'Эта форма уже отправлена. Чтобы отправить ещё раз, откройте её заново.',
}

/** Whether the script of a form asks; a form without script gets pages. */
export const wantsJson = (req: PayloadRequest): boolean =>
  req.headers.get('accept')?.includes('application/json') ?? false

const asJson = (answer: Answer): Response => {
  const headers = { 'cache-control': 'no-store' }
  if (answer.state === 'done')
    return Response.json(answer.reply, { status: 201, headers: { ...headers, ...answer.headers } })
  if (answer.state === 'question')
    return Response.json({ error: proofWords[answer.fault], needsPuzzle: true }, { status: 422, headers })
  const { status, error, fields } = answer
  return Response.json({ error, ...(fields ? { fields } : {}) }, { status, headers })
}

const asPage = (req: PayloadRequest, answer: Answer): Promise<Response> | Response => {
  if (answer.state === 'done')
    return new Response(null, {
      status: 303,
      headers: { location: answer.location, 'cache-control': 'no-store', ...answer.headers },
    })
  if (answer.state === 'question')
    return showPage({
      title: 'Ещё один шаг',
      body: questionBody({
        action: new URL(req.url ?? '', req.payload.config.serverURL).pathname,
        sent: answer.sent,
        question: createPlainQuestion(req.payload),
        remark: answer.fault === 'missing' ? null : proofWords[answer.fault],
      }),
      status: 422,
    })
  return showPage({ title: 'Пока не отправлено', body: errorsBody(answer), status: answer.status })
}
