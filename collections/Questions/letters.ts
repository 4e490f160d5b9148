import type { PayloadRequest } from 'payload'
import { queueLetter } from '../letters/queueLetter.ts'
import type { Addressee, Question } from '../payload-types.ts'
import { answering, registration, termWords } from './clock.schema.ts'
import { dayWords } from '../moscow.schema.ts'
import { questionPath, statusPath } from './paths.schema.ts'
import { reasonName, type Move } from './states.schema.ts'

/** The first letter: the only one that has the private link, which nobody but the author knows. */
export const confirmReceipt = async (
  req: PayloadRequest,
  question: Question,
  token: string,
): Promise<void> => {
  await send(req, question, 'received', {
    subject: `Вопрос № ${question.number} получен`,
    lines: [
      `Вопрос «${question.sent?.subject}» получен, его номер — ${question.number}.`,
      `До ${dayWords(registration(question).until)} его прочитает редактор. Если откажет, напишем причину.`,
      'Ваша личная страница вопроса. По этой ссылке видно, что с ним, его можно отозвать, а данные — удалить. Никому её не пересылайте:',
      `${site(req)}${statusPath(token)}`,
      'Это публичный вопрос, а не официальное обращение по 59-ФЗ.',
    ],
  })
}

/** A letter to the author about what has just happened; of some moves there is nothing to tell. */
export const tellAuthor = async (
  req: PayloadRequest,
  question: Question,
  move: Move,
  addressee: Addressee | null,
): Promise<void> => {
  const letter = letterOf(req, question, move, addressee?.title ?? 'Адресат')
  if (letter) await send(req, question, `${move}/${question.step}`, letter)
}

/** Letters that have not gone yet to whoever asked not to be written to. */
export const dropLetters = (req: PayloadRequest, number: string): Promise<void> =>
  req.payload.db.deleteMany({
    collection: 'letters',
    where: { and: [{ key: { like: keyOf(number, '') } }, { status: { equals: 'waiting' } }] },
    req,
  })

type Letter = { subject: string; lines: string[] }

const letterOf = (req: PayloadRequest, question: Question, move: Move, who: string): Letter | null => {
  const { number } = question
  const link = `${site(req)}${questionPath(number)}`
  const until = `Ответ будет до ${dayWords(answering(question).until)} (${termWords(answering(question))}).`
  switch (move) {
    case 'publish':
      return {
        subject: `Вопрос № ${number} опубликован`,
        lines: ['Вопрос опубликован и зарегистрирован.', `Отвечает: ${who}.`, until, link],
      }
    case 'decline':
      return {
        subject: `Вопрос № ${number} отклонён`,
        lines: [
          `Вопрос не опубликован. Причина: ${reasonName(question.reason)}.`,
          'Его текст никому не виден. Вопрос можно исправить и задать снова.',
        ],
      }
    case 'forward':
      return {
        subject: `Вопрос № ${number} передан`,
        lines: [`Теперь отвечает: ${who}.`, `Почему: ${question.forwardReason}`, until, link],
      }
    case 'extend':
      return {
        subject: `Срок ответа на вопрос № ${number} продлён`,
        lines: [`Почему: ${question.extensionReason}`, until, 'Второй раз продлить срок нельзя.', link],
      }
    case 'answer':
      return {
        subject: `Ответ на вопрос № ${number}`,
        lines: [
          `${who}:`,
          question.answers?.at(-1)?.text ?? '',
          `Вопрос и ответ на портале: ${link}`,
          'Скажите, помог ли ответ: кнопки — на личной странице вопроса, ссылка на неё была в первом письме.',
        ],
      }
    case 'correct':
      return {
        subject: `Ответ на вопрос № ${number} исправлен`,
        lines: [`${who}:`, question.answers?.at(-1)?.text ?? '', `Все редакции ответа: ${link}`],
      }
    case 'take':
    case 'helped':
    case 'notHelped':
    case 'withdraw':
      return null
  }
}

const send = async (
  req: PayloadRequest,
  { number, sent }: Question,
  key: string,
  { subject, lines }: Letter,
): Promise<void> => {
  if (!sent?.email) return
  await queueLetter(req, {
    key: keyOf(number, key),
    to: sent.email,
    subject,
    text: ['Здравствуйте!', ...lines, 'Портал Люберец'].join('\n\n'),
  })
}

const keyOf = (number: string, what: string) => `question/${number}/${what}`

const site = (req: PayloadRequest): string => req.payload.config.serverURL
