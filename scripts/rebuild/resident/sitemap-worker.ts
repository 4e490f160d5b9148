// Writes the map of the site into a folder by @astrojs/sitemap, which thinks that a build has just ended.
import { constants, setPriority } from 'node:os'
import { pathToFileURL } from 'node:url'
import { workerData } from 'node:worker_threads'
import sitemap from '@astrojs/sitemap'
import { sitemapOptions } from '../../../site/src/integrations/sitemapOptions.ts'
import type { SitemapInput } from './sitemap.ts'

// Given by sitemap.ts.
const { siteUrl, folder, pages } = workerData as SitemapInput
// On Linux this is for the thread alone: publishes go first.
setPriority(constants.priority.PRIORITY_LOW)
const dates = new Map(pages.split('\n').map((line) => split(line)))
const { hooks } = sitemap(sitemapOptions((path) => dates.get(path)))
const logger = { info: () => {}, warn: fail, error: fail }
const config = { site: siteUrl, base: '/', trailingSlash: 'always', build: { format: 'directory' } }

// The hooks ask for no more of Astro than this.
await call('astro:routes:resolved', { routes: [] })
await call('astro:config:done', { config })
await call('astro:build:done', {
  dir: pathToFileURL(`${folder}/`),
  pages: [...dates.keys()].map((pathname) => ({ pathname })),
  logger,
})

async function call(name: keyof typeof hooks, input: object) {
  const hook = hooks[name] as ((input: object) => Promise<void> | void) | undefined
  await hook?.(input)
}

function split(line: string): [path: string, date: string | undefined] {
  const [path = '', date] = line.split(' ')
  return [path, date || undefined]
}

function fail(message: string): never {
  throw new Error(message)
}
