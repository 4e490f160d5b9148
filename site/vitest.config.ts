/// <reference types="vitest/config" />
import { fileURLToPath } from 'node:url'
import { getViteConfig } from 'astro/config'

const root = fileURLToPath(new URL('.', import.meta.url))

/** Components are compiled by Astro itself: their HTML is tested as pages get it. */
export default getViteConfig(
  { root, test: { name: 'components', include: ['src/**/*.html.test.ts'], testTimeout: 30_000 } },
  { root },
)
