import { identityOf } from './snapshot.ts'

/** The document a page failed on, as the rebuild service reports it to the editor. */
export interface NamedDocument {
  collection: string
  id: string
  title: string
}

/** A page cannot be made from this document; the message says which one and why. */
export class ContentError extends Error {
  readonly document: NamedDocument

  constructor(document: NamedDocument, reason: string, options?: ErrorOptions) {
    super(`документ ${document.collection}/${document.id} «${document.title}»: ${reason}`, options)
    this.name = 'ContentError'
    this.document = document
  }
}

/** The name of a document of the snapshot for an error message; null for any other object. */
export function nameOf(value: object): NamedDocument | null {
  const identity = identityOf(value)
  if (!identity) return null
  const title = 'title' in value && typeof value.title === 'string' ? value.title : (identity.id ?? '')
  return { collection: identity.collection, id: identity.id, title }
}
