import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionSlug,
  GlobalAfterChangeHook,
  GlobalBeforeChangeHook,
  GlobalSlug,
  PayloadRequest,
} from 'payload'
import { dayOf, dayWords } from '../moscow.schema.ts'
import { wakeDispatcher } from '../publications/wake.ts'
import { before, remember, rememberBefore } from './before.ts'
import { mediaIn } from './mediaRefs.ts'
import { publicChange, type PublicChange } from './publicChange.ts'
import { publicGlobal, publicView, type PublicView } from './publicView.ts'
import type { Saved } from './saved.ts'

/**
 * Hooks that write a row of the outbox, in the transaction of the save, whenever residents will see a difference.
 * The dispatcher sends it after the commit; a save that fails leaves no row.
 */
export const publicationHooks = (collection: CollectionSlug): PublicationHooks => ({
  beforeChange: [rememberBefore(collection)],
  afterChange: [
    async ({ doc, req }) => {
      const after = await publicView(req, collection, doc.id)
      await record(req, {
        collection,
        id: doc.id,
        before: before(req, collection, doc.id).view,
        after,
        isDeleted: false,
      })
      return doc
    },
  ],
  beforeDelete: [({ id, req }) => remember(req, collection, String(id))],
  afterDelete: [
    async ({ doc, id, req }) => {
      const view = before(req, collection, id).view
      await record(req, { collection, id: String(id), before: view, after: null, isDeleted: true })
      return doc
    },
  ],
})

/** The same for a global: public from the start, so it can only be updated. In the outbox its slug is both names. */
export const globalPublicationHooks = (slug: GlobalSlug): GlobalPublicationHooks => ({
  beforeChange: [
    async ({ req }) => {
      req.context[`globalBefore/${slug}`] = await publicGlobal(req, slug)
    },
  ],
  afterChange: [
    async ({ req }) => {
      const view = req.context[`globalBefore/${slug}`]
      const after = await publicGlobal(req, slug)
      await record(req, {
        collection: slug,
        id: slug,
        before: isView(view) ? view : null,
        after,
        isDeleted: false,
      })
    },
  ],
})

type PublicationHooks = {
  beforeChange: CollectionBeforeChangeHook<Saved>[]
  afterChange: CollectionAfterChangeHook<Saved>[]
  beforeDelete: CollectionBeforeDeleteHook[]
  afterDelete: CollectionAfterDeleteHook<Saved>[]
}

type GlobalPublicationHooks = { beforeChange: GlobalBeforeChangeHook[]; afterChange: GlobalAfterChangeHook[] }

type Difference = {
  collection: CollectionSlug | GlobalSlug
  id: string
  before: PublicView | null
  after: PublicView | null
  isDeleted: boolean
}

/** Writes the row of the outbox for a change, unless residents see none. */
export const record = async (
  req: PayloadRequest,
  { collection, id, before, after, isDeleted }: Difference,
): Promise<void> => {
  const kind: PublicChange = publicChange(before, after, isDeleted)
  if (kind === 'none') return
  await req.payload.create({
    collection: 'publications',
    data: {
      collectionSlug: collection,
      documentId: id,
      title: titleOf(collection, after ?? before, id),
      kind,
      requestedAt: new Date().toISOString(),
      status: 'queued',
      actor: req.user?.name ?? 'Портал',
      media: onlyInOne(mediaIn(req.payload, collection, before), mediaIn(req.payload, collection, after)),
    },
    depth: 0,
    // Nobody may write the outbox by hand; this hook is the one who does.
    overrideAccess: true,
    req,
  })
  // Inside a transaction the dispatcher wakes at its commit; a database without them has a promise of nothing here.
  if (!(await req.transactionID)) wakeDispatcher()
}

/** Files the document shows anew or no longer: those it goes on showing are on the site already. */
const onlyInOne = (before: string[], after: string[]): string[] => [
  ...before.filter((file) => !after.includes(file)),
  ...after.filter((file) => !before.includes(file)),
]

/** What editors call the document in their log: a file of signatures by its day, a stream by the day it is planned for. */
const titleOf = (collection: string, view: PublicView | null, id: string): string => {
  const { day, plannedAt } = view ?? {}
  if (collection === 'manifests' && typeof day === 'string') return `Ведомость за ${dayWords(day)}`
  if (collection === 'streams' && typeof plannedAt === 'string')
    return `Трансляция ${dayWords(dayOf(plannedAt))}`
  const title =
    view?.['title'] ??
    view?.['siteName'] ??
    view?.['filename'] ??
    view?.['from'] ??
    view?.['subject'] ??
    view?.['number'] ??
    globalTitles[id]
  return typeof title === 'string' ? title : id
}

const globalTitles: Record<string, string> = {
  navigation: 'Меню в подвале',
  channels: 'Каналы муниципалитета',
  initiative: 'Инициативная группа',
}

const isView = (value: unknown): value is PublicView => typeof value === 'object' && value !== null
