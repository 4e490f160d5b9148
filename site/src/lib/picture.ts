import type { PictureData, Rendition } from '../components/props.ts'
import type { Media } from '../cms/types.ts'

/**
 * A media document as the picture components take it; null when it is no picture or has no file. The renditions are
 * those that the CMS made, so the site never touches an original.
 */
export function pictureOf(media: Media | null): PictureData | null {
  if (!media) return null
  const known = pictures.get(media)
  if (known !== undefined) return known
  const picture = madeOf(media)
  pictures.set(media, picture)
  return picture
}

// A document is never changed in place, and one picture stands on several pages.
const pictures = new WeakMap<Media, PictureData | null>()

function madeOf(media: Media): PictureData | null {
  if (!media.filename || !media.width || !media.height || !media.mimeType?.startsWith('image/')) return null
  const renditions = renditionsOf(media)
  const fallback = renditions.findLast(({ mimeType, width }) => mimeType === 'image/webp' && width <= 960)
  return {
    alt: media.alt ?? '',
    width: media.width,
    height: media.height,
    src: mediaUrl(fallback?.url ?? media.filename),
    renditions,
    focalX: media.focalX ?? 50,
    focalY: media.focalY ?? 50,
    caption: media.caption ?? null,
    credit: media.credit ?? null,
  }
}

/** Files are served from /media/ whatever address the CMS stores them under. */
export function mediaUrl(url: string): string {
  const name = url.split('/').pop() ?? url
  return `/media/${encodeURIComponent(decodeURIComponent(name))}`
}

interface Size {
  url?: string | null
  width?: number | null
  height?: number | null
  mimeType?: string | null
}

/** Narrow to wide. Sizes wider than the original have no file. */
function renditionsOf(media: Media): Rendition[] {
  const sizes: [string, Size | undefined][] = Object.entries(media.sizes ?? {})
  return sizes
    .flatMap(([name, size]) => {
      if (!/^w\d+/.test(name) || !size?.url || !size.width || !size.height || !size.mimeType) return []
      return { url: mediaUrl(size.url), width: size.width, height: size.height, mimeType: size.mimeType }
    })
    .sort((a, b) => a.width - b.width)
}
