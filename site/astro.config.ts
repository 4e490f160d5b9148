import sitemap from '@astrojs/sitemap'
import { defineConfig } from 'astro/config'
import { siteEnvironment } from './src/cms/environment.ts'
import { freshContent } from './src/integrations/freshContent.ts'
import { lastModifiedOf, resident } from './src/integrations/resident.ts'
import { searchIndex } from './src/integrations/searchIndex.ts'
import { serviceWorker } from './src/integrations/serviceWorker.ts'
import { sitemapOptions } from './src/integrations/sitemapOptions.ts'

const { isCompilation, siteUrl } = siteEnvironment()

export default defineConfig({
  site: siteUrl,
  // A release has public/ with the pages and, beside it, app/ with what rendered them.
  outDir: './dist/public',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'always' },
  // Styles stand in the page, so that a phone on a poor line paints after one answer.
  vite: { build: { cssMinify: 'lightningcss' }, worker: { format: 'es' } },
  integrations: [
    resident({ isCompilation }),
    freshContent(),
    serviceWorker(),
    // Of a compilation the rebuild service makes the map and the index itself, in the same way.
    ...(isCompilation ? [] : [sitemap(sitemapOptions(lastModifiedOf)), searchIndex()]),
  ],
  devToolbar: { enabled: false },
})
