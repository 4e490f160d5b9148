import type { CollectionBeforeChangeHook } from 'payload'
import { APIError } from 'payload'
import { isEditor } from '../access/roles.ts'
import { message } from '../fields/message.ts'
import { isPublicMedia } from '../snapshot/publicMedia.ts'
import { acceptedFile } from './acceptFile.ts'
import { sha256Of } from './fileSum.ts'
import type { Saved } from '../hooks/saved.ts'

/** Writes down what the content turned out to be, and who uploaded it. A volunteer cannot change a file in public use. */
export const recordFile: CollectionBeforeChangeHook<Saved> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const file = acceptedFile(req)
  const known = {
    kind: originalDoc?.['kind'],
    pages: originalDoc?.['pages'],
    text: originalDoc?.['text'],
    sha256: originalDoc?.['sha256'],
  }
  const facts = file
    ? { kind: file.kind, pages: file.pages ?? null, text: file.text || null, sha256: sha256Of(file.data) }
    : known
  if (operation === 'create') return { ...data, ...facts, uploadedBy: req.user?.id ?? null }
  if (req.user && !isEditor(req) && (await isPublicMedia(req, String(originalDoc?.['id']))))
    throw new APIError(
      message(
        req,
        'Файл уже на сайте: изменить его может редактор. Загрузите новый.',
        'The file is public: an editor can change it. Upload a new one.',
      ),
      403,
      undefined,
      true,
    )
  return { ...data, ...facts, uploadedBy: originalDoc?.['uploadedBy'] }
}
