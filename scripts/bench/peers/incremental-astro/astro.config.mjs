import sitemap from '@astrojs/sitemap'

// The twin of site/astro.config.ts, without the renderer of our own. No «astro/config»: a plain object does.
export default {
  site: 'http://localhost:3000',
  trailingSlash: 'always',
  // Not under node_modules, which is a link to that of the repository.
  cacheDir: './cache',
  build: { format: 'directory', inlineStylesheets: 'always' },
  vite: {
    cacheDir: './cache/vite',
    // Astro leaves what it skips where it stands. Into an emptied folder, its default, it copies every page from its cache.
    build: { emptyOutDir: !process.env.IS_OUTPUT_KEPT },
  },
  integrations: [sitemap()],
  experimental: { incrementalBuild: true },
}
