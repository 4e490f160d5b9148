import type { CollectionConfig, GlobalConfig } from 'payload'

const status = '/PublishStatus.tsx#PublishStatus'
const previewButton = '/PreviewButton.tsx#PreviewButton'

/** Adds to an editorial collection where its last publication stands, and a preview button with a word on it. */
export const withPublishing = (collection: CollectionConfig): CollectionConfig => {
  const { components, ...rest } = collection.admin ?? {}
  const admin = { ...rest, hideAPIURL: true } // a tab of JSON is no tool of an editor
  if (typeof collection.versions !== 'object' || !collection.versions.drafts)
    return { ...collection, admin: { ...admin, ...(components ? { components } : {}) } }
  const edit = {
    ...components?.edit,
    beforeDocumentControls: [...(components?.edit?.beforeDocumentControls ?? []), status],
    ...(admin.preview ? { PreviewButton: previewButton } : {}),
  }
  return { ...collection, admin: { ...admin, components: { ...components, edit } } }
}

/** The same for a global: the site shows it on every page. */
export const withPublishingGlobal = (global: GlobalConfig): GlobalConfig => {
  const { components, ...rest } = global.admin ?? {}
  const admin = { ...rest, hideAPIURL: true }
  const elements = {
    ...components?.elements,
    beforeDocumentControls: [...(components?.elements?.beforeDocumentControls ?? []), status],
  }
  return { ...global, admin: { ...admin, components: { ...components, elements } } }
}
