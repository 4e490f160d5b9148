import { createHash } from 'node:crypto'
import sitemap from '@astrojs/sitemap'
import { defineConfig } from 'astro/config'
import { siteEnvironment } from './src/cms/environment.ts'
import { lastModifiedOf, resident } from './src/integrations/resident.ts'
import { DISPLAY_SCRIPT } from './src/layouts/display.ts'
import { LAYERS } from './src/styles/layers.ts'

const sha256 = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}` as const

export default defineConfig({
  site: siteEnvironment().siteUrl,
  // A release has public/ with the pages and, beside it, app/ with what rendered them.
  outDir: `${process.env.RELEASE_DIR || './dist'}/public`,
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'always' },
  // Styles stand in the page, so that a phone on a poor line paints after one answer.
  vite: { build: { cssMinify: 'lightningcss' } },
  security: {
    csp: {
      // No host but our own, and nothing inline but what the page was built with.
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
      ],
      scriptDirective: { hashes: [sha256(DISPLAY_SCRIPT)] },
      styleDirective: { hashes: [sha256(LAYERS)] },
    },
  },
  integrations: [
    resident(),
    sitemap({
      filter: (page) => !page.includes('/komponenty/'),
      serialize: (item) => ({ ...item, lastmod: lastModifiedOf(new URL(item.url).pathname) }),
    }),
  ],
  devToolbar: { enabled: false },
})
