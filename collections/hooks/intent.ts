import type { CollectionBeforeOperationHook, PayloadRequest, RequestContext } from 'payload'

type Intent = { savesDraft: boolean; restores: boolean }

/**
 * Notes whether the operation asked for a draft. Later hooks do not learn it from Payload, and it decides whether the
 * main document, the one residents read, is written at all.
 */
export const noteIntent: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const isWrite = operation === 'create' || operation === 'update' || operation === 'restoreVersion'
  if (isWrite) {
    const savesDraft = 'draft' in args && args.draft === true
    const intent: Intent = { savesDraft, restores: operation === 'restoreVersion' }
    req.context[key] = intent
  }
  return args
}

/** Whether this save writes the main document (Payload writes only a version when a draft is saved). */
export const writesMain = ({ context, status, operation }: Save): boolean => {
  const { restores, savesDraft } = intentOf(context)
  if (operation === 'create' || !savesDraft) return true
  return !restores && status === 'published'
}

/** Whether residents will read the document after this save. */
export const publishes = (save: Save): boolean => {
  const { restores, savesDraft } = intentOf(save.context)
  // A version restored as a draft still says «published» in these hooks; Payload corrects it afterwards.
  return writesMain(save) && save.status === 'published' && !(restores && savesDraft)
}

/** Whether the save brings an old version back. */
export const restores = (req: PayloadRequest): boolean => intentOf(req.context).restores

type Save = { context: RequestContext; status: unknown; operation: 'create' | 'update' }

const key = 'saveIntent'

const intentOf = (context: RequestContext): Intent => {
  const intent = context[key]
  return isIntent(intent) ? intent : { savesDraft: false, restores: false }
}

const isIntent = (value: unknown): value is Intent =>
  typeof value === 'object' && value !== null && 'savesDraft' in value
