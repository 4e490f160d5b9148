import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  FlattenedField,
  PayloadRequest,
} from 'payload'
import { APIError } from 'payload'
import { message } from '../fields/message.ts'
import { before } from '../hooks/before.ts'
import { publishes } from '../hooks/intent.ts'
import type { Saved } from '../hooks/saved.ts'
import { publishedNow } from '../Hearings/publishedNow.ts'
import { fileSum, sha256Of } from '../Media/fileSum.ts'
import type { Edition, Media } from '../payload-types.ts'
import {
  contentOf,
  differenceOf,
  namesIn,
  partsOf,
  partsOfContent,
  saysSame,
  type Named,
  type NameOf,
} from './content.ts'

/**
 * A publication that says something else than the last one is a new edition: its number and moment are set by the server,
 * whatever was sent.
 */
export const numberEdition: CollectionBeforeChangeHook<Saved> = async ({
  context,
  data,
  operation,
  originalDoc,
  req,
}) => {
  // A copy begins anew, whatever it is a copy of.
  const id = operation === 'create' ? undefined : originalDoc?.['id']
  const { main } = before(req, 'hearings', id)
  const known = {
    edition: main?.['edition'] ?? null,
    editionAt: main?.['editionAt'] ?? null,
    withdrawals: main?.['withdrawals'] ?? [],
  }
  if (!publishes({ context, operation, status: data['_status'] })) return { ...data, ...known }
  const last = id === undefined ? null : await lastEdition(req, String(id))
  req.context[seen(id)] = last?.edition ?? 0
  const saved = { ...data, ...known }
  if (last && saysSame(last.content, partsOf(fieldsOf(req), saved, await namesOf(req, saved))))
    return { ...saved, edition: last.edition, editionAt: last.publishedAt }
  return { ...saved, edition: (last?.edition ?? 0) + 1, editionAt: publishedNow(req) }
}

/** Keeps the record of a new edition, in the transaction of the publication. */
export const keepEdition: CollectionAfterChangeHook<Saved> = async ({
  context,
  data,
  doc,
  operation,
  req,
}) => {
  if (!publishes({ context, operation, status: data['_status'] })) return doc
  // As it was written: the answer to a request may leave fields out.
  const saved = await req.payload.db.findOne<Saved>({
    collection: 'hearings',
    req,
    where: { id: { equals: doc.id } },
  })
  const last = await lastEdition(req, doc.id)
  // Somebody published between the count and the write: two editions of one number, or a change without one.
  if (last && last.edition !== req.context[seen(operation === 'create' ? undefined : doc.id)])
    throw conflict(req)
  const edition = Number(saved?.['edition'] ?? 0)
  if (saved && edition > (last?.edition ?? 0)) await writeEdition(req, saved, last)
  return doc
}

/** Writes the record of the edition that a notice has come to. */
export const writeEdition = async (
  req: PayloadRequest,
  saved: Saved,
  last: Edition | null,
): Promise<void> => {
  const fields = fieldsOf(req)
  const parts = partsOf(fields, saved, await namesOf(req, saved))
  const content = contentOf(parts)
  await req.payload.create({
    collection: 'editions',
    data: {
      title: String(saved['title']),
      hearing: String(saved['id']),
      edition: Number(saved['edition']),
      publishedAt: new Date(String(saved['editionAt'])).toISOString(),
      content,
      sha256: sha256Of(content),
      difference: last ? differenceOf(partsOfContent(fields, last.content), parts) : [],
    },
    depth: 0,
    // Nobody may write editions by hand; this hook is the one who does.
    overrideAccess: true,
    req,
  })
}

/** Key of the context: the number of the last edition when this one was counted. */
const seen = (id: unknown): string => `editionSeen/${String(id)}`

const conflict = (req: PayloadRequest) =>
  new APIError(
    message(
      req,
      'Уведомление только что опубликовал кто-то ещё. Обновите страницу и проверьте, что изменилось.',
      'Somebody else has just published the notice. Reload the page.',
    ),
    409,
    undefined,
    true,
  )

/** The editions of a demo notice go with it when the portal clears the demo away; nobody else's are ever deleted. */
export const clearEditions: CollectionAfterDeleteHook<Saved> = async ({ doc, id, req }) => {
  if (!req.user)
    await req.payload.delete({
      collection: 'editions',
      where: { hearing: { equals: String(id) } },
      overrideAccess: true,
      depth: 0,
      req,
    })
  return doc
}

export const lastEdition = async (req: PayloadRequest, hearing: string): Promise<Edition | null> => {
  const { docs } = await req.payload.find({
    collection: 'editions',
    where: { hearing: { equals: hearing } },
    sort: '-edition',
    limit: 1,
    pagination: false,
    depth: 0,
    // What is public is public to the portal as well, drafts of volunteers included.
    overrideAccess: true,
    req,
  })
  return docs[0] ?? null
}

/** The names of everything the notice points to, read in one query per collection. */
const namesOf = async (req: PayloadRequest, doc: Record<string, unknown>): Promise<NameOf> => {
  const names = new Map<string, Named>()
  const byCollection = Map.groupBy(namesIn(fieldsOf(req), doc), ([collection]) => collection)
  for (const collection of ['houses', 'districts', 'media'] as const) {
    const ids = (byCollection.get(collection) ?? []).map(([, id]) => id)
    if (ids.length === 0) continue
    const { docs } = await req.payload.find({
      collection,
      where: { id: { in: ids } },
      pagination: false,
      depth: 0,
      // The names go into a public record of what is being published.
      overrideAccess: true,
      req,
    })
    for (const each of docs)
      names.set(`${collection}:${each.id}`, 'filename' in each ? await fileName(req, each) : nameOf(each))
  }
  return (collection, id) => names.get(`${collection}:${id}`) ?? { id, title: id }
}

const nameOf = ({ id, title }: { id: string; title?: string | null }): Named => ({ id, title: title ?? id })

const fileName = async (req: PayloadRequest, file: Media): Promise<Named> => ({
  id: file.id,
  title: `${file.filename ?? ''} (${file.filesize ?? 0} Б)`,
  sha256: await fileSum(req, file),
})

const fieldsOf = (req: PayloadRequest): FlattenedField[] =>
  req.payload.collections['hearings'].config.flattenedFields
