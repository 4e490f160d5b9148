/** Address of the edit view of a document, or of a global (whose «collection» is its slug). */
export const documentHref = (
  { collection, id }: { collection: string; id: string },
  globals: readonly { slug: string }[],
): string =>
  globals.some(({ slug }) => slug === collection)
    ? `/admin/globals/${collection}`
    : `/admin/collections/${collection}/${id}`
