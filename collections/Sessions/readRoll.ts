import { z } from 'zod'
import type { RollEntry } from './roll.schema.ts'
import { votes } from './sessions.schema.ts'

const id = z.string().min(1).max(64)
const schema = z
  .array(
    z.strictObject({
      deputy: id,
      present: z.boolean(),
      votes: z.array(z.strictObject({ item: id, vote: z.enum(votes.map(({ value }) => value)) })).max(200),
    }),
  )
  .max(300)

/** The roll of a sitting from what somebody sent; null when it is none. */
export const readRoll = (value: unknown): RollEntry[] | null => {
  if (value === undefined || value === null) return []
  const parsed = schema.safeParse(value)
  return parsed.success ? parsed.data : null
}
