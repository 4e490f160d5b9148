import { related } from '../cms/index.ts'
import type { Reference } from '../cms/types.ts'
import type { DocumentItem } from '../components/props.ts'
import { mediaUrl } from './picture.ts'

interface Attachment {
  title?: string | null
  file?: Reference
}

/** Attached files as the documents component takes them. A file that is not in the library any more has no row. */
export function documentItems(attachments: readonly Attachment[] | null | undefined): DocumentItem[] {
  return (attachments ?? []).flatMap(({ title, file }) => documentItem(file, title) ?? [])
}

export function documentItem(file: Reference, title?: string | null): DocumentItem | null {
  const media = related('media', file)
  if (!media?.filename) return null
  return {
    title: title || media.caption || media.filename || 'Документ',
    href: mediaUrl(media.filename),
    format: formatName(media.mimeType ?? ''),
    ...(media.pages ? { pages: media.pages } : {}),
    ...(media.filesize ? { size: media.filesize } : {}),
  }
}

function formatName(mimeType: string): string {
  return (mimeType.split('/')[1] ?? 'файл').replace('jpeg', 'jpg').toUpperCase()
}
