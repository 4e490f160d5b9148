import { excerpt, plainText, related, settings } from '../cms/index.ts'
import type { Reference } from '../cms/types.ts'
import type { RichText } from '../cms/richText/nodes.ts'
import { mediaUrl } from './picture.ts'

interface Described {
  title?: string | null
  lead?: string | null
  body?: RichText | null
  seo?: { title?: string | null; description?: string | null; image?: Reference } | null
}

/** The title for search engines: the editor's own, else the document's. */
export function seoTitle({ seo, title }: Described): string {
  return seo?.title || title || ''
}

/** The editor's description, else the lead, else the beginning of the text. */
export function seoDescription({ seo, lead, body }: Described): string | null {
  return seo?.description || excerpt(lead || plainText(body), 200) || null
}

export interface SharePicture {
  url: string
  alt: string | null
  size: number | null
}

/** The picture for links (1200 × 630): the document's own, else that of the site; null leaves the drawn default. */
export function sharePicture(doc: Described, ...others: Reference[]): SharePicture | null {
  return ownPicture(doc, ...others) ?? firstPicture([settings()?.ogImage])
}

/** The editor's picture for links, else the first of the document's pictures that has one. */
export function ownPicture({ seo }: Described, ...others: Reference[]): SharePicture | null {
  return firstPicture([seo?.image, ...others])
}

function firstPicture(references: Reference[]): SharePicture | null {
  for (const reference of references) {
    const media = related('media', reference)
    const og = media?.sizes?.og
    if (media && og?.url) return { url: mediaUrl(og.url), alt: media.alt ?? null, size: og.filesize ?? null }
  }
  return null
}
