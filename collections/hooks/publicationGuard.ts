import type { CollectionBeforeChangeHook } from 'payload'
import { APIError } from 'payload'
import { hasRole, isEditor } from '../access/roles.ts'
import type { EditorialSlug } from '../editorial.ts'
import { message } from '../fields/message.ts'
import { before } from './before.ts'
import { publishes, writesMain } from './intent.ts'
import type { Saved } from './saved.ts'

/**
 * Who may change what residents read, enforced where every route ends: REST, bulk edits, autosave, duplicates, restored
 * versions and scheduled jobs. Volunteers neither publish nor touch a published document; a respondent keeps their
 * published profile up to date and cannot take it down or put a hidden one up.
 */
export const publicationGuard =
  (collection: EditorialSlug): CollectionBeforeChangeHook<Saved> =>
  ({ context, data, operation, originalDoc, req }) => {
    // Without a user it is the portal's own code: seeds, imports.
    if (!req.user || isEditor(req)) return data
    const save = { context, operation, status: data['_status'] }
    const isPublic = before(req, collection, originalDoc?.['id']).main?.['_status'] === 'published'
    if (
      hasRole(req, 'respondent')
        ? mayRespondentSave(isPublic, publishes(save), writesMain(save))
        : !isPublic && !publishes(save)
    )
      return data
    throw new APIError(
      message(
        req,
        'Публикует редактор. Сохраните черновик и попросите редактора его посмотреть.',
        'Editors publish. Save a draft and ask an editor to look at it.',
      ),
      403,
      undefined,
      true,
    )
  }

const mayRespondentSave = (isPublic: boolean, willBePublic: boolean, isMainWritten: boolean): boolean =>
  !isMainWritten || (isPublic && willBePublic)
