import { randomInt, randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { shortestFillMs } from './form.schema.ts'
import { isSame, keyed } from './keys.ts'
import type { ProofFault } from './puzzle.ts'
import { spend } from './spend.ts'

/*
 * Where no script runs there is no puzzle: a sum in words stands in for it. It keeps out what fills in forms blindly; whoever
 * can do sums meets the limits.
 */

const lifetimeMs = 60 * 60_000
const words = ['ноль', 'один', 'два', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять', 'десять']

export type PlainQuestion = { text: string; token: string }

export const createPlainQuestion = (payload: Payload, now = new Date()): PlainQuestion => {
  const [one, other] = [randomInt(2, 11), randomInt(2, 11)]
  const [issuedAt, id] = [String(now.getTime()), randomUUID()]
  return {
    text: `Сколько будет ${words[one]} плюс ${words[other]}? Напишите цифрами.`,
    token: [issuedAt, id, signature(payload, { sum: String(one + other), issuedAt, id })].join('.'),
  }
}

/** Takes an answer, once; null when it is right. */
export const takePlainAnswer = async (
  payload: Payload,
  { answer = '', question = '' }: { answer?: string | undefined; question?: string | undefined },
  now = new Date(),
): Promise<ProofFault | null> => {
  if (!answer || !question) return 'missing'
  const [issuedAt = '', id = '', given = ''] = question.split('.')
  if (!isSame(signature(payload, { sum: answer.trim(), issuedAt, id }), given)) return 'wrong'
  const age = now.getTime() - Number(issuedAt)
  if (age > lifetimeMs) return 'expired'
  if (age < shortestFillMs) return 'early'
  const expiresAt = new Date(Number(issuedAt) + lifetimeMs)
  return (await spend(payload, { key: `plain:${id}`, expiresAt })) ? null : 'used'
}

const signature = (payload: Payload, parts: { sum: string; issuedAt: string; id: string }) =>
  keyed(payload, 'plain question', [parts.sum, parts.issuedAt, parts.id].join(' '))
