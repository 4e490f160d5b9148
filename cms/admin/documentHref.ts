import { wholeCollection } from '../../collections/publications/wholeCollection.schema.ts'

/** Address of the edit view of a document, of a global (whose «collection» is its slug), or of the list of what was imported. */
export const documentHref = (
  { collection, id }: { collection: string; id: string },
  globals: readonly { slug: string }[],
): string =>
  globals.some(({ slug }) => slug === collection)
    ? `/admin/globals/${collection}`
    : `/admin/collections/${collection}${id === wholeCollection ? '' : `/${id}`}`
