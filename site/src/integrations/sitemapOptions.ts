import type { SitemapOptions } from '@astrojs/sitemap'

/**
 * What the map of the site holds: every page but the gallery, the search, forms to register, the frame of answers and those of
 * the service worker, each with the day its content changed last.
 */
export function sitemapOptions(lastModifiedOf: (path: string) => string | undefined) {
  return {
    filter: (page) => !/\/(komponenty|poisk|otvet|net-svyazi|moy-dom|zapis)\//.test(page),
    serialize: (item) => ({ ...item, lastmod: lastModifiedOf(new URL(item.url).pathname) }),
  } satisfies SitemapOptions
}
