import { randomBytes } from 'node:crypto'
import type { Endpoint, PayloadRequest } from 'payload'
import { keyed } from '../forms/keys.ts'
import { receive, type Outcome } from '../forms/receive.ts'
import type { Addressee, Question } from '../payload-types.ts'
import { rowId } from '../rowId.ts'
import { inTransaction } from '../state/inTransaction.ts'
import { beginSeries, nextNumber } from '../state/series.ts'
import { askFields, type AskFields } from './askFields.ts'
import { registration } from './clock.schema.ts'
import { dayOf, dayWords } from '../moscow.schema.ts'
import { confirmReceipt } from './letters.ts'
import { statusPath } from './paths.schema.ts'
import { readQuestion } from './readQuestion.ts'

/** The texts a resident has agreed to: change it together with the pages. */
const consentVersion = '2026-11-25'

/** POST /api/questions/ask: a question from a resident, without an account. */
export const ask: Endpoint = receive({
  path: '/ask',
  fields: askFields,
  limit: { name: 'questions', points: 5, seconds: 3600 },
  act: async (fields, req): Promise<Outcome> => {
    const addressee = await req.payload.db.findOne<Addressee>({
      collection: 'addressees',
      where: { slug: { equals: fields.addressee } },
    })
    if (!addressee) return refused('Такого адресата нет: выберите его из списка.')
    if (!addressee.accepting)
      return refused(`Этот адресат сейчас не принимает вопросы. ${addressee.pausedReason ?? ''}`.trim())
    const { question, token } = await keepQuestion(req, fields, addressee)
    const until = dayWords(registration(question).until)
    return {
      state: 'done',
      location: statusPath(token),
      reply: {
        title: `Вопрос № ${question.number} получен`,
        text: [
          `До ${until} его прочитает редактор и опубликует — или откажет и напишет причину.`,
          'Сохраните личную ссылку: по ней видно, что с вопросом, его можно отозвать, а данные — удалить. Второй раз мы её не покажем.',
        ],
        link: { href: statusPath(token), label: `Личная страница вопроса № ${question.number}` },
      },
    }
  },
})

const refused = (text: string): Outcome => ({
  state: 'refused',
  status: 422,
  error: 'Вопрос пока не отправлен.',
  fields: { addressee: text },
})

/** Writes the question with its number and the author's first letter, all or nothing. */
export const keepQuestion = async (
  req: PayloadRequest,
  fields: AskFields,
  { id, termDays, demo }: Pick<Addressee, 'id' | 'termDays' | 'demo'>,
): Promise<{ question: Question; token: string }> => {
  const now = new Date()
  const at = now.toISOString()
  const token = randomBytes(24).toString('base64url')
  const year = dayOf(now).slice(0, 4)
  const series = `questions:${year}`
  await beginSeries(req, series)
  const question = await inTransaction(req, async () => {
    await req.payload.db.create({
      collection: 'questions',
      data: {
        number: `${year}-${await nextNumber(req, series)}`,
        state: 'received',
        addressee: id,
        topic: fields.topic,
        termDays,
        same: 0,
        answers: [],
        demo: demo ?? false,
        sent: {
          subject: fields.subject,
          text: fields.text,
          name: fields.name,
          email: fields.email,
          house: fields.house,
          consents: [
            { id: rowId(), name: 'processing', at, version: consentVersion },
            ...(fields.consentPublication
              ? [{ id: rowId(), name: 'publication', at, version: consentVersion }]
              : []),
          ],
        },
        record: {
          history: [{ id: rowId(), at, move: 'ask', by: 'author', who: 'Автор вопроса', to: 'received' }],
        },
        statusKey: statusKey(req, token),
        step: 0,
        createdAt: at,
        updatedAt: at,
      },
      req,
    })
    const kept = await readQuestion(req, { statusKey: { equals: statusKey(req, token) } })
    if (!kept) throw new Error('A question that was just written is not there')
    await confirmReceipt(req, kept, token)
    return kept
  })
  return { question, token }
}

/** What is stored of the token of a private page. */
export const statusKey = (req: PayloadRequest, token: string): string =>
  keyed(req.payload, 'question status', token)
