import sharp, { type Sharp } from 'sharp'
import type { PictureFormat } from './detectFormat.ts'
import { UploadRefused } from './UploadRefused.ts'

export type StoredFormat = Exclude<PictureFormat, 'avif'>
export type RemadePicture = { data: Buffer; format: StoredFormat }

/** More pixels than any camera people carry; a small file that unpacks to more is made to exhaust the memory. */
export const maxPixels = 60_000_000

/** The longest side of a stored picture: twice the widest the site shows, for another crop or a poster. */
export const longestSide = 2560

/**
 * The same picture, drawn anew: turned upright, in sRGB, no larger than the site can use. Only pixels survive, so
 * neither the place where it was taken nor anything appended to the file does.
 */
export const remakePicture = async (bytes: Buffer, format: PictureFormat): Promise<RemadePicture> => {
  try {
    const picture = sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' })
    const { format: found, compression, width, height, pages } = await picture.metadata()
    const isExpected = format === 'avif' ? found === 'heif' && compression === 'av1' : found === format
    if (!isExpected) throw unreadable()
    if (width * height > maxPixels) throw tooManyPixels(width, height)
    if (pages !== undefined && pages > 1) throw animated()
    const upright = picture
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
    const stored: StoredFormat = format === 'avif' ? 'webp' : format
    return { data: await encode(upright, stored).toBuffer(), format: stored }
  } catch (error) {
    if (error instanceof UploadRefused) throw error
    if (error instanceof Error && /pixel limit/i.test(error.message)) throw tooManyPixels()
    throw unreadable(error)
  }
}

// An AVIF is kept as WebP: encoding a large one takes longer than an editor waits, and the site gets its own AVIFs anyway.
const encode = (picture: Sharp, format: StoredFormat): Sharp =>
  ({
    jpeg: () => picture.jpeg({ quality: 88 }),
    png: () => picture.png({ compressionLevel: 6 }),
    webp: () => picture.webp({ quality: 86, effort: 2 }),
  })[format]()

const tooManyPixels = (width?: number, height?: number): UploadRefused =>
  new UploadRefused(
    `Снимок слишком велик${width ? `: ${width}×${height} точек` : ''}. Уменьшите его до 4000 точек по длинной стороне.`,
    'The picture has too many pixels. Scale it down to 4000 px on the longer side.',
  )

const animated = (): UploadRefused =>
  new UploadRefused(
    'Это анимация. Сохраните один кадр как JPEG, PNG или WebP.',
    'This is an animation. Save one frame as JPEG, PNG or WebP.',
  )

const unreadable = (cause?: unknown): UploadRefused =>
  new UploadRefused(
    'Снимок не читается: файл повреждён или скачан не до конца. Откройте его на компьютере и сохраните заново.',
    'The picture cannot be read. Open it on a computer and save it again.',
    { cause },
  )
