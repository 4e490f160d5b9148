import type { CollectionConfig, GlobalConfig } from 'payload'

const status = '/PublishStatus.tsx#PublishStatus'
const previewButton = '/PreviewButton.tsx#PreviewButton'

/** Adds to an editorial collection where its last publication stands, and a preview button with a word on it. */
export const withPublishing = (collection: CollectionConfig): CollectionConfig => {
  if (typeof collection.versions !== 'object' || !collection.versions.drafts) return collection
  const { components, ...admin } = collection.admin ?? {}
  const edit = {
    ...components?.edit,
    beforeDocumentControls: [...(components?.edit?.beforeDocumentControls ?? []), status],
    ...(admin.preview ? { PreviewButton: previewButton } : {}),
  }
  return { ...collection, admin: { ...admin, components: { ...components, edit } } }
}

/** The same for a global: the site shows it on every page. */
export const withPublishingGlobal = (global: GlobalConfig): GlobalConfig => {
  const { components, ...admin } = global.admin ?? {}
  const elements = {
    ...components?.elements,
    beforeDocumentControls: [...(components?.elements?.beforeDocumentControls ?? []), status],
  }
  return { ...global, admin: { ...admin, components: { ...components, elements } } }
}
