'use client'

import { useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { say } from './words.ts'

/** Opens the newest saved draft in the design of the site. A word, not only Payload's icon. */
export const PreviewButton = () => {
  const { id, collectionSlug } = useDocumentInfo()
  const { i18n } = useTranslation()
  if (!collectionSlug || id === undefined) return null
  const query = new URLSearchParams({ collection: collectionSlug, id: String(id) })
  return (
    <a
      className="portal-preview"
      href={`/api/preview/link?${query}`}
      id="preview-button"
      target="_blank"
      rel="noreferrer"
    >
      {say(i18n.language, { ru: 'Предпросмотр', en: 'Preview' })}
    </a>
  )
}
