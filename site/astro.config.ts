import sitemap from '@astrojs/sitemap'
import { defineConfig } from 'astro/config'
import { siteEnvironment } from './src/cms/environment.ts'
import { freshContent } from './src/integrations/freshContent.ts'
import { lastModifiedOf, resident } from './src/integrations/resident.ts'

export default defineConfig({
  site: siteEnvironment().siteUrl,
  // A release has public/ with the pages and, beside it, app/ with what rendered them.
  outDir: './dist/public',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'always' },
  // Styles stand in the page, so that a phone on a poor line paints after one answer.
  vite: { build: { cssMinify: 'lightningcss' } },
  integrations: [
    resident(),
    freshContent(),
    sitemap({
      filter: (page) => !page.includes('/komponenty/'),
      serialize: (item) => ({ ...item, lastmod: lastModifiedOf(new URL(item.url).pathname) }),
    }),
  ],
  devToolbar: { enabled: false },
})
