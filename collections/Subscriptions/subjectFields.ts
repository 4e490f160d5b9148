import { z } from 'zod'
import { mostSubjects, rhythms, subject, subjectKinds, type SubjectKind } from './subscriptions.schema.ts'

const values = z
  .union([z.string().max(60), z.array(z.string().max(60)).max(mostSubjects)])
  .transform((sent) => [sent].flat().filter(Boolean))
  .default([])

/** The part of a form that says about what to tell and how often; a field per kind of subject, with values. */
export const subjectFields = {
  house: values,
  district: values,
  hearing: values,
  topic: values,
  audience: values,
  deputy: values,
  rhythm: z.enum(
    rhythms.map(({ value }) => value),
    'Выберите, как часто писать.',
  ),
} satisfies Record<SubjectKind | 'rhythm', z.ZodType>

type Sent = Record<SubjectKind, string[]>

/** The subjects of a form; a word about what is wrong with them otherwise. */
export const subjectsOf = (sent: Sent): string[] => [
  ...new Set(subjectKinds.flatMap(({ value: kind }) => sent[kind].map((value) => subject(kind, value)))),
]
