import type { CollectionBeforeChangeHook } from 'payload'
import type { Stream } from '../payload-types.ts'
import { idOf } from '../relation.ts'

/** Names a stream after what it shows, when that is chosen. */
export const keepTitle: CollectionBeforeChangeHook<Stream> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const { of } = data
  const isSame = operation === 'update' && idOf(originalDoc?.of.value ?? '') === idOf(of?.value ?? '')
  if (!of || isSame) return data
  const shown = await req.payload.findByID({
    collection: of.relationTo,
    id: idOf(of.value),
    depth: 0,
    disableErrors: true,
    req,
  })
  return { ...data, title: shown?.title ?? null }
}
