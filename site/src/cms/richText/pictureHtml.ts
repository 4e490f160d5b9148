import { attributes, escapeHtml } from '../../lib/html.ts'
import { pictureOf } from '../../lib/picture.ts'
import { typography } from '../../lib/typography.ts'
import type { Media } from '../types.ts'

const sizes = '(min-width: 52rem) 50rem, 100vw'

/** A picture within a text, with the derivatives of the CMS. Null when the file is no picture. */
export function pictureHtml(media: Media, caption: string): string | null {
  const picture = pictureOf(media)
  if (!picture) return null
  const sources = ['image/avif', 'image/webp'].map((type) => {
    const srcset = picture.renditions
      .filter(({ mimeType }) => mimeType === type)
      .map(({ url, width }) => `${url} ${width}w`)
      .join(', ')
    return srcset && `<source${attributes({ type, srcset, sizes })}>`
  })
  const image = `<img${attributes({
    src: picture.src,
    width: picture.width,
    height: picture.height,
    alt: picture.alt,
    loading: 'lazy',
    decoding: 'async',
  })}>`
  const words = [caption || picture.caption, picture.credit]
    .flatMap((part) => part?.replace(/\.$/, '') || [])
    .join('. ')
  const figcaption = words && `<figcaption>${escapeHtml(typography(words))}</figcaption>`
  return `<figure><picture>${sources.join('')}${image}</picture>${figcaption}</figure>`
}
