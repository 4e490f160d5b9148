import { APIError, type PayloadRequest } from 'payload'
import { detectFormat } from '../Media/detectFormat.ts'
import { UploadRefused } from '../Media/UploadRefused.ts'

/** By it a photo is known that came with a wish. */
export const photoCredit = 'Снимок жителя'

/**
 * Puts a resident's photo into the library, through its checks: drawn anew, without the place where it was taken. It is
 * public only while a published wish shows it (snapshot/publicMedia.ts).
 */
export const storePhoto = async (
  req: PayloadRequest,
  file: File,
): Promise<{ id: string } | { fault: string }> => {
  const data = Buffer.from(await file.arrayBuffer())
  try {
    if (['pdf', 'vtt'].includes(detectFormat(data)))
      return { fault: 'Нужен снимок: JPEG, PNG, WebP или AVIF.' }
    const { id } = await req.payload.create({
      collection: 'media',
      data: { alt: 'Снимок жителя к пожеланию', credit: photoCredit },
      file: { data, name: 'pozhelanie.jpg', mimetype: file.type, size: data.length },
      depth: 0,
      // The library is closed to strangers; this form is their one way into it, and what comes is checked like all.
      overrideAccess: true,
    })
    return { id }
  } catch (error) {
    if (error instanceof UploadRefused) return { fault: error.ru }
    if (error instanceof APIError && error.status === 400) return { fault: error.message }
    throw error
  }
}
