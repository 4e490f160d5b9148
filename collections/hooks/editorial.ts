import type { CollectionBeforeChangeHook, CollectionBeforeValidateHook, CollectionConfig } from 'payload'
import type { EditorialSlug } from '../editorial.ts'
import { noteIntent } from './intent.ts'
import { keepMediaRefs } from './mediaRefs.ts'
import { keepOldAddress } from './keepOldAddress.ts'
import { publicationGuard } from './publicationGuard.ts'
import { publicationHooks } from './requestRebuild.ts'
import { keepSlug } from './slug.ts'
import { stampPublication } from './stampPublication.ts'

type EditorialHooks = Required<
  Pick<
    NonNullable<CollectionConfig['hooks']>,
    'beforeOperation' | 'beforeValidate' | 'beforeChange' | 'afterChange' | 'beforeDelete' | 'afterDelete'
  >
>

type Extra = { beforeValidate?: CollectionBeforeValidateHook[]; beforeChange?: CollectionBeforeChangeHook[] }

/** What happens when an editorial document is saved, in this order. `extra` runs when its address and date are known. */
export const editorialHooks = (
  collection: EditorialSlug,
  { beforeValidate = [], beforeChange = [] }: Extra = {},
): EditorialHooks => {
  const changes = publicationHooks(collection)
  return {
    beforeOperation: [noteIntent],
    beforeValidate,
    beforeChange: [
      ...changes.beforeChange,
      publicationGuard(collection),
      keepSlug(collection),
      stampPublication(collection),
      ...beforeChange,
      keepMediaRefs(collection),
    ],
    afterChange: [keepOldAddress(collection), ...changes.afterChange],
    beforeDelete: changes.beforeDelete,
    afterDelete: changes.afterDelete,
  }
}
