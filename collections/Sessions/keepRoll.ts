import { APIError, type CollectionBeforeChangeHook, type PayloadRequest } from 'payload'
import { publishes } from '../hooks/intent.ts'
import type { Saved } from '../hooks/saved.ts'
import { dayOf } from '../moscow.schema.ts'
import { readRoll } from './readRoll.ts'
import { rollProblems, type RollCase, type RollEntry } from './roll.schema.ts'

/**
 * No sitting becomes public with votes that cannot be true: every save ends here, whatever the way. Votes on an item that left
 * the agenda go with it.
 */
export const keepRoll: CollectionBeforeChangeHook<Saved> = async ({ context, data, operation, req }) => {
  const sent = readRoll(data['roll'])
  if (!sent) throw refusal(['Поимённые голоса записаны не так, как их пишет таблица.'])
  const items = new Set(itemIds(data['agenda']))
  const roll = sent.map((entry) => ({ ...entry, votes: entry.votes.filter(({ item }) => items.has(item)) }))
  if (roll.length > 0 && publishes({ context, operation, status: data['_status'] })) {
    const problems = await problemsOf(req, data, roll)
    if (problems.length > 0) throw refusal(problems)
  }
  return { ...data, roll }
}

const problemsOf = async (
  req: PayloadRequest,
  data: Partial<Saved>,
  roll: RollEntry[],
): Promise<string[]> => {
  const startsAt = data['startsAt']
  if (typeof startsAt !== 'string' && !(startsAt instanceof Date)) return ['Не указано, когда заседание.']
  if (new Date(startsAt) > new Date()) return ['Заседание ещё не началось, голосов быть не может.']
  if (data['status'] === 'cancelled') return ['Заседание отменено, голосов быть не может.']
  return rollProblems({ roll, deputies: await readDeputies(req, roll), day: dayOf(startsAt) })
}

const readDeputies = async (req: PayloadRequest, roll: RollEntry[]): Promise<RollCase['deputies']> => {
  // Whoever saves: a deputy whose page is hidden now has voted all the same.
  const { docs } = await req.payload.find({
    collection: 'deputies',
    where: { id: { in: roll.map(({ deputy }) => deputy) } },
    select: { title: true, term: true, earlierTerms: true },
    pagination: false,
    depth: 0,
    req,
  })
  return new Map(
    docs.map(({ id, title, term, earlierTerms }) => [
      id,
      { name: title, ...(term ? { term } : {}), ...(earlierTerms ? { earlierTerms } : {}) },
    ]),
  )
}

const itemIds = (agenda: unknown): string[] =>
  Array.isArray(agenda)
    ? agenda.flatMap((row: unknown) =>
        typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'string' ? row.id : [],
      )
    : []

// The admin takes what follows a colon for a list of fields, and breaks it at its commas.
const refusal = (problems: string[]) =>
  new APIError(
    `Опубликовать нельзя. ${[...new Set(problems)].join(' ')}`,
    400,
    { errors: problems.map((message) => ({ path: 'roll', message })) },
    true,
  )
