import { readFile, writeFile } from 'node:fs/promises'
import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload'
import { APIError } from 'payload'
import { isStaff } from '../access/roles.ts'
import { message } from '../fields/message.ts'
import { fileName } from './fileName.ts'
import { inspectUpload, type AcceptedUpload } from './inspectUpload.ts'
import { UploadRefused } from './UploadRefused.ts'

/**
 * Replaces every uploaded file by what inspectUpload made of it, before Payload looks at it: the name, the type and the
 * bytes a browser sent are never stored.
 */
export const acceptFile: CollectionBeforeOperationHook = async ({ args, operation, overrideAccess, req }) => {
  if (operation !== 'create' && operation !== 'update') return args
  // Payload checks access after this hook; strangers get no picture decoded for them.
  if (!overrideAccess && !isStaff(req)) return args
  const file = req.file
  // Without a file Payload would fetch the address given in `url`: a door past this inspection.
  if (!file && operation === 'create') throw refusal(req, 'Приложите файл.', 'Attach a file.')
  if (!file) return args
  try {
    const bytes = file.tempFilePath ? await readFile(file.tempFilePath) : file.data
    const accepted = await inspectUpload(bytes)
    if (file.tempFilePath) await writeFile(file.tempFilePath, accepted.data)
    req.file = {
      ...file,
      data: accepted.data,
      size: accepted.data.length,
      mimetype: accepted.mimeType,
      name: fileName(file.name, accepted.extension),
    }
    req.context[key] = accepted
    return args
  } catch (error) {
    if (error instanceof UploadRefused) throw refusal(req, error.ru, error.en)
    throw error
  }
}

/** What the hook above found in this request's file, if it had one. */
export const acceptedFile = (req: PayloadRequest): AcceptedUpload | undefined => {
  const accepted = req.context[key]
  return isAccepted(accepted) ? accepted : undefined
}

const key = 'acceptedFile'

const isAccepted = (value: unknown): value is AcceptedUpload =>
  typeof value === 'object' && value !== null && 'kind' in value

const refusal = (req: PayloadRequest, ru: string, en: string): Error =>
  new APIError(message(req, ru, en), 400, undefined, true)
