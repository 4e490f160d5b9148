import type { PayloadRequest, Where } from 'payload'
import { withoutUser } from '../hooks/publicView.ts'
import { fixedSubjects, subject, subjectParts, type SubjectKind } from './subscriptions.schema.ts'

export type Named = { subject: string; kind: SubjectKind; value: string; name: string }

const collections = { house: 'houses', district: 'districts', deputy: 'deputies' } as const

type DocumentKind = keyof typeof collections

/** The subjects that exist, with their names; what residents cannot see is left out. */
export const nameSubjects = async (req: PayloadRequest, subjects: readonly string[]): Promise<Named[]> => {
  const parts = subjects.flatMap((text) => subjectParts(text) ?? [])
  const fixed = parts.flatMap(({ kind, value }): Named[] => {
    if (isDocument(kind)) return []
    const found = fixedSubjects[kind].find((each) => each.value === value)
    return found ? [{ subject: subject(kind, value), kind, value, name: found.ru }] : []
  })
  const documents = await Promise.all(
    documentKinds.map(async (kind) => {
      const ids = parts.flatMap((part) => (part.kind === kind && isId(part.value) ? [part.value] : []))
      return ids.length > 0 ? readNames(req, kind, { id: { in: ids } }) : []
    }),
  )
  return [...documents.flat(), ...fixed]
}

/** Everything one may choose from, but houses: they are found on their pages. */
export const offeredSubjects = async (req: PayloadRequest): Promise<Named[]> => {
  const [districts, deputies] = await Promise.all([
    readNames(req, 'district', {}),
    readNames(req, 'deputy', {}),
  ])
  const fixed = (['hearing', 'topic', 'audience'] as const).flatMap((kind) =>
    fixedSubjects[kind].map(({ value, ru }): Named => ({
      subject: subject(kind, value),
      kind,
      value,
      name: ru,
    })),
  )
  return [...districts, ...fixed, ...deputies]
}

const documentKinds: DocumentKind[] = ['house', 'district', 'deputy']

const isDocument = (kind: SubjectKind): kind is DocumentKind => Object.hasOwn(collections, kind)

const isId = (value: string): boolean => /^[0-9a-f]{24}$/.test(value)

const readNames = async (req: PayloadRequest, kind: DocumentKind, where: Where): Promise<Named[]> => {
  const { docs } = await req.payload.find({
    collection: collections[kind],
    where,
    depth: 0,
    pagination: false,
    overrideAccess: false,
    req: withoutUser(req),
  })
  return docs.map(({ id, title }) => ({ subject: subject(kind, id), kind, value: id, name: title ?? '' }))
}
