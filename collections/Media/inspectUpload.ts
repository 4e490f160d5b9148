import { isUtf8 } from 'node:buffer'
import { detectFormat } from './detectFormat.ts'
import { inspectPdf } from './inspectPdf.ts'
import { pdfText } from './pdfText.ts'
import { remakePicture } from './remakePicture.ts'
import { UploadRefused } from './UploadRefused.ts'

export type AcceptedUpload = {
  data: Buffer
  kind: 'image' | 'document' | 'captions'
  mimeType: string
  extension: string
  /** Pages of a PDF, when it says so. */
  pages?: number
  /** The words of a PDF; empty for a scan. */
  text?: string
}

export const maxPictureBytes = 20 * 1024 * 1024
export const maxDocumentBytes = 30 * 1024 * 1024
const maxCaptionBytes = 2 * 1024 * 1024

/**
 * Decides by the bytes alone whether the portal takes a file, and returns the bytes to store: pictures are made anew
 * (upright, sRGB, without metadata or anything hidden behind them), documents are looked through.
 */
export const inspectUpload = async (bytes: Buffer): Promise<AcceptedUpload> => {
  const format = detectFormat(bytes)
  if (format === 'pdf') {
    refuseLarger(bytes, maxDocumentBytes, 'PDF')
    const { pages } = inspectPdf(bytes)
    return {
      data: bytes,
      kind: 'document',
      mimeType: 'application/pdf',
      extension: 'pdf',
      ...(pages ? { pages } : {}),
      text: await pdfText(bytes),
    }
  }
  if (format === 'vtt') {
    refuseLarger(bytes, maxCaptionBytes, 'Файл субтитров')
    if (!isUtf8(bytes))
      throw new UploadRefused(
        'Субтитры не в кодировке UTF-8: русский текст пропал бы. Сохраните файл в UTF-8.',
        'The captions are not in UTF-8. Save the file in UTF-8.',
      )
    return { data: bytes, kind: 'captions', mimeType: 'text/vtt', extension: 'vtt' }
  }
  refuseLarger(bytes, maxPictureBytes, 'Снимок')
  const { data, format: stored } = await remakePicture(bytes, format)
  return { data, kind: 'image', mimeType: `image/${stored}`, extension: stored === 'jpeg' ? 'jpg' : stored }
}

const refuseLarger = (bytes: Buffer, limit: number, what: string): void => {
  if (bytes.length <= limit) return
  const size = Math.ceil(bytes.length / 1024 / 1024)
  const max = limit / 1024 / 1024
  throw new UploadRefused(
    `${what} весит ${size} МБ, а можно до ${max} МБ. Уменьшите его: снимок — до 4000 точек по длинной стороне, PDF — сохраните «для экрана».`,
    `The file is ${size} MB, the limit is ${max} MB. Make it smaller and try again.`,
  )
}
