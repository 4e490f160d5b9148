export const flyerSizes = ['a4', 'a5'] as const
export type FlyerSize = (typeof flyerSizes)[number]

/** Address of the flyer of a page of the site, given as its path: «/novosti/most/». */
export const flyerPath = (page: string, size: FlyerSize): string =>
  `/api/flyer.pdf?${new URLSearchParams({ page, size }).toString()}`

/**
 * The file of the site that holds a page, or null when the address is none of ours: another origin, a way out of the site's
 * folder, a file that is no page. «/novosti/most/» → «novosti/most/index.html».
 */
export const pageFile = (page: string, siteUrl: string): { path: string; file: string } | null => {
  if (!page || !URL.canParse(page, siteUrl)) return null
  const { origin, pathname } = new URL(page, siteUrl)
  if (origin !== new URL(siteUrl).origin || !pathname.endsWith('/')) return null
  let parts: string[]
  try {
    parts = pathname.split('/').filter(Boolean).map(decodeURIComponent)
  } catch {
    return null // not UTF-8: no address of the site
  }
  if (parts.some((part) => /^\.|[/\\\0]/.test(part))) return null
  return { path: pathname, file: [...parts, 'index.html'].join('/') }
}
