import { APIError, type CollectionBeforeChangeHook, type PayloadRequest } from 'payload'
import { lastEdition, writeEdition } from '../Editions/keepEditions.ts'
import { reasonLength } from '../Hearings/law/override.schema.ts'
import { message } from '../fields/message.ts'
import { plainText } from '../Hearings/law/notice.schema.ts'
import { before, remember } from '../hooks/before.ts'
import { publicView } from '../hooks/publicView.ts'
import { record } from '../hooks/requestRebuild.ts'
import type { Saved } from '../hooks/saved.ts'
import { dayOf, dayWords } from '../moscow.schema.ts'
import { erase, patternOf, type Erasure } from './erase.ts'

/**
 * Erases words or a file from a notice, from its versions, editions and everything the portal has noted of it, in the
 * transaction of the record. Editions keep the checksum of what they said; a published notice gets a new edition that
 * says what was done. The record itself keeps neither words nor file.
 */
export const withdraw: CollectionBeforeChangeHook<Saved> = async ({ data, operation, req }) => {
  if (operation !== 'create') return data
  const at = new Date()
  const { passage, reason } = { passage: textIn(data['passage']), reason: textIn(data['reason']) }
  // Before Payload validates: this hook forgets what it was given, and a file it has deleted does not come back.
  if (!/^[0-9a-f]{24}$/.test(String(data['hearing']))) throw fault(req, 'Укажите уведомление.')
  if (reason.length < reasonLength)
    throw fault(req, `Напишите основание подробнее, хотя бы ${reasonLength} знаков: его прочтут жители.`)
  if (passage.length < 4 && (passage !== '' || !data['file']))
    throw fault(req, 'Укажите не меньше четырёх знаков или файл.')
  const hearing = String(data['hearing'])
  const file = textIn(data['file']) || null
  const words = [...(passage ? [passage] : []), ...(file ? await fileNames(req, file) : [])]
  const day = `${dayWords(dayOf(at))} ${dayOf(at).slice(0, 4)}`
  const erasure: Erasure = {
    words,
    file,
    mark: `[Изъято: персональные данные, ${day}]`,
    address: `izyato-${hearing.slice(-6)}`,
  }
  const isTold = words.some((each) => patternOf(each).test(reason) || patternOf(each).test(erasure.mark))
  if (isTold) throw fault(req, 'В основании стоит то, что изымается. Напишите его без персональных данных.')
  await eraseEverywhere(req, { hearing, erasure, withdrawal: { at: at.toISOString(), reason } })
  if (file) await req.payload.delete({ collection: 'media', id: file, overrideAccess: true, depth: 0, req })
  return { ...data, passage: null, file: null, at: at.toISOString() }
}

type Withdrawal = { at: string; reason: string }
type Work = { hearing: string; erasure: Erasure; withdrawal: Withdrawal }

const eraseEverywhere = async (req: PayloadRequest, { erasure, hearing, withdrawal }: Work) => {
  const { db } = req.payload
  const { docs: editions } = await db.find<{ id: string }>({
    collection: 'editions',
    where: { hearing: { equals: hearing } },
    pagination: false,
    req,
  })
  await remember(req, 'hearings', hearing)
  for (const { id } of editions) await remember(req, 'editions', id)
  const records = recordsOf(req)
  const { ObjectId } = db.connection.base.mongo
  const ids = { $in: [hearing, new ObjectId(hearing)] }
  const last = await lastEdition(req, hearing)

  const documents = [hearing, ...editions.map(({ id }) => id), ...(erasure.file ? [erasure.file] : [])]
  const counts = [
    await records('hearings', { _id: new ObjectId(hearing) }, (doc) => noted(erase(doc, erasure), doc)),
    await records('_hearings_versions', { parent: ids }, (doc) => notedVersion(erase(doc, erasure), doc)),
    await records('editions', { hearing: ids }, (doc) => eraseEdition(doc, { erasure, withdrawal })),
    await records('publications', { documentId: { $in: documents } }, (doc) => erase(doc, erasure)),
    await records('told-notices', { documentId: hearing }, (doc) => erase(doc, erasure)),
  ]
  if (counts.every((count) => count === 0))
    throw fault(req, 'В уведомлении и его редакциях такого нет. Скопируйте слова точно, как они стоят.')
  await refuseRemains(req, hearing, erasure)
  const saved = await db.findOne<Saved>({ collection: 'hearings', req, where: { id: { equals: hearing } } })
  if (saved?.['_status'] === 'published' && last) {
    const edition = { edition: last.edition + 1, editionAt: withdrawal.at }
    await db.updateOne({ collection: 'hearings', id: hearing, data: edition, req })
    await writeEdition(req, { ...saved, ...edition }, await lastEdition(req, hearing))
  }
  for (const [collection, id] of [
    ['hearings', hearing] as const,
    ...editions.map(({ id }) => ['editions', id] as const),
  ])
    await record(req, {
      collection,
      id,
      before: before(req, collection, id).view,
      after: await publicView(req, collection, id),
      isDeleted: false,
    })

  // That something was taken out is part of what the notice says.
  function noted(erased: unknown, doc: object): unknown {
    if (erased === doc || !isRecord(erased)) return erased
    const former: unknown[] = Array.isArray(erased['withdrawals']) ? erased['withdrawals'] : []
    return { ...erased, withdrawals: [...former, { at: new Date(withdrawal.at), reason: withdrawal.reason }] }
  }
  function notedVersion(erased: unknown, doc: object): unknown {
    if (erased === doc || !isRecord(erased) || !isRecord(erased['version'])) return erased
    return { ...erased, version: noted({ ...erased['version'] }, doc) }
  }
}

const eraseEdition = (
  doc: Record<string, unknown>,
  { erasure, withdrawal }: { erasure: Erasure; withdrawal: Withdrawal },
): unknown => {
  const content: unknown = JSON.parse(String(doc['content']))
  const erased = erase(content, erasure)
  const rest = erase({ ...doc, content: '' }, erasure)
  if (!isRecord(erased) || !isRecord(rest)) return doc
  if (erased === content && JSON.stringify(rest) === JSON.stringify({ ...doc, content: '' })) return doc
  if (erased === content) return { ...rest, content: doc['content'] }
  const former: unknown[] = Array.isArray(erased['withdrawn']) ? erased['withdrawn'] : []
  const withdrawn = [...former, { ...withdrawal, sha256: doc['sha256'] }]
  return { ...rest, content: JSON.stringify({ ...erased, withdrawn }) }
}

type Row = Record<string, unknown>

/** Rewrites raw records within the transaction: versions and editions are nothing that Payload would let anybody change. */
const recordsOf =
  (req: PayloadRequest) => async (name: string, where: Row, change: (doc: Row) => unknown) => {
    const transaction = await req.transactionID
    const session =
      transaction === undefined || transaction === null ? undefined : req.payload.db.sessions[transaction]
    const options = session ? { session } : {}
    const collection = req.payload.db.connection.collection<Row>(name)
    let count = 0
    for (const doc of await collection.find(where, options).toArray()) {
      const changed = change(doc)
      if (changed === doc || !isRecord(changed)) continue
      const { _id, ...rest } = changed
      await collection.replaceOne({ _id: doc._id }, rest, options)
      count += 1
    }
    return count
  }

/** Words that are set in two ways («Иванов **Иван**») are several texts: nothing would find them. */
const refuseRemains = async (req: PayloadRequest, hearing: string, { words }: Erasure) => {
  const main = await req.payload.db.findOne<Saved>({
    collection: 'hearings',
    req,
    where: { id: { equals: hearing } },
  })
  const { docs: versions } = await req.payload.db.findVersions<Row>({
    collection: 'hearings',
    where: { parent: { equals: hearing } },
    pagination: false,
    req,
  })
  const bodies = [main?.['body'], ...versions.map(({ version }) => version['body'])].map(plainText)
  if (words.some((each) => bodies.some((body) => patternOf(each).test(body))))
    throw fault(
      req,
      'Часть этих слов оформлена по-другому (жирным, ссылкой). Изымите их по частям, как они оформлены.',
    )
}

const fileNames = async (req: PayloadRequest, id: string): Promise<string[]> => {
  const file = await req.payload.db.findOne<{ id: string; filename?: string }>({
    collection: 'media',
    req,
    where: { id: { equals: id } },
  })
  return file?.filename ? [file.filename] : []
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

const fault = (req: PayloadRequest, ru: string) =>
  new APIError(message(req, ru, 'Cannot be withdrawn: see the Russian text.'), 400, undefined, true)

const isRecord = (value: unknown): value is Row => typeof value === 'object' && value !== null
