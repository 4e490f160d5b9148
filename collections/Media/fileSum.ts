import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { APIError, type PayloadRequest } from 'payload'
import { dataDir } from '../dataDir.ts'
import { message } from '../fields/message.ts'
import type { Media } from '../payload-types.ts'

/** SHA-256 in hex. */
export const sha256Of = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex')

/** The checksum of a stored file; written down for one that was uploaded before files had checksums. */
export const fileSum = async (req: PayloadRequest, media: Media): Promise<string> => {
  if (media.sha256) return media.sha256
  const path = join(dataDir(), 'media', media.filename ?? '')
  const bytes = await readFile(path).catch((cause: unknown) => {
    req.payload.logger.error({ err: cause, msg: 'A file of the library is missing', file: media.id })
    throw new APIError(
      message(
        req,
        `Файла «${media.filename ?? ''}» нет на диске портала. Загрузите его заново и замените в уведомлении.`,
        `The file “${media.filename ?? ''}” is missing on disk. Upload it anew.`,
      ),
      409,
      undefined,
      true,
    )
  })
  const sha256 = sha256Of(bytes)
  await req.payload.db.updateOne({
    collection: 'media',
    where: { id: { equals: media.id } },
    data: { sha256 },
    req,
  })
  return sha256
}
