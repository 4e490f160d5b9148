'use client'

import { useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { PublishLine } from './PublishLine.tsx'
import { usePublication } from './usePublication.ts'

/** Beside the buttons of an edit view: what became of the last publication of this document. */
export const PublishStatus = () => {
  const { id, collectionSlug, globalSlug, lastUpdateTime, hasPublishedDoc } = useDocumentInfo()
  const { i18n } = useTranslation()
  const collection = collectionSlug ?? globalSlug
  const publication = usePublication({
    collection,
    id: globalSlug ?? id,
    // A save may be a publication: look again at once.
    changedAt: `${lastUpdateTime}/${hasPublishedDoc}`,
  })
  return (
    <div className="portal-status" role="status">
      {publication && <PublishLine publication={publication} language={i18n.language} />}
    </div>
  )
}
