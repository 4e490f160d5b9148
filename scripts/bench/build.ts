import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeFixture } from '../../site/test/fixture/index.ts'
import { root } from '../portal/data-dir.ts'
import { runAstroBuild } from '../rebuild/astro-build.ts'
import { figure, print, printRatio } from './figures.ts'

const sizes = [1000, 5000]
const turns = 3

/** The whole site against Eleventy with the same news: lists of 20, a page each, one feed-like list, no pictures. */
export const benchBuild = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-build-'))
  try {
    const fixture = await writeFixture(join(folder, 'fixture'))
    for (const size of sizes) {
      const snapshotFile = join(folder, `snapshot-${size}.ndjson`)
      const news = multiply(readFileSync(fixture.snapshotFile, 'utf8'), size, snapshotFile)
      const unit = 's'
      const ours = figure(
        { bench: 'build', variant: `astro build, ${size} news`, unit },
        await repeat(() => buildOurs({ folder, snapshotFile, mediaDir: fixture.mediaDir })),
      )
      print(ours)
      writeEleventy(join(folder, 'eleventy'), news)
      const peer = figure(
        { bench: 'build', variant: `Eleventy, ${size} news`, unit },
        await repeat(() => buildEleventy(join(folder, 'eleventy'))),
      )
      print(peer)
      printRatio(ours, peer)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

type News = { id: string; slug: string; title: string; lead: string; publishedAt: string; body: unknown }
type Line = { kind: string; collection?: string; id?: string; doc?: News; count?: number }

const repeat = async (work: () => Promise<void>): Promise<number[]> => {
  const times: number[] = []
  for (let turn = 0; turn < turns; turn += 1) {
    const started = performance.now()
    await work()
    times.push((performance.now() - started) / 1000)
  }
  return times
}

/** The fixture with as many news as asked for, copies of its own under other names. */
const multiply = (text: string, size: number, path: string): News[] => {
  // The fixture's own lines, in the format of the content door.
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
  const originals = lines.flatMap(({ collection, doc }) => (collection === 'news' && doc ? [doc] : []))
  const news = Array.from({ length: size }, (_, number) => {
    const original = originals[number % originals.length]
    if (!original) throw new Error('The fixture has no news')
    const publishedAt = new Date(Date.UTC(2026, 10, 1) - number * 3_600_000).toISOString()
    return {
      ...original,
      id: `bench${number}`,
      slug: `zamer-${number}`,
      title: `${original.title} № ${number}`,
      publishedAt,
    }
  })
  const kept = lines.filter(({ kind }) => kind !== 'end')
  const added = news.map((doc) => ({ kind: 'doc', collection: 'news', id: doc.id, doc }))
  const end = { kind: 'end', count: kept.length - 1 + added.length }
  writeFileSync(path, [...kept, ...added, end].map((line) => `${JSON.stringify(line)}\n`).join(''))
  return [...originals, ...news]
}

const buildOurs = async (build: { folder: string; snapshotFile: string; mediaDir: string }) => {
  const out = join(build.folder, 'astro')
  await runAstroBuild({
    ...build,
    folder: out,
    siteUrl: 'http://localhost:3000',
    cmsUrl: 'http://127.0.0.1:9',
    logFile: join(build.folder, 'astro.log'),
  })
  rmSync(out, { recursive: true })
}

const writeEleventy = (folder: string, news: News[]) => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, '_data'), { recursive: true })
  writeFileSync(join(folder, '_data', 'news.json'), JSON.stringify(news))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  writeFileSync(join(folder, 'article.11ty.js'), eleventyArticle)
  writeFileSync(join(folder, 'list.11ty.js'), eleventyList)
}

const buildEleventy = async (folder: string) => {
  const bin = join(root, 'node_modules', '.bin', 'eleventy')
  const child = spawn(process.execPath, [bin, '--quiet', '--output=out'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await once(child, 'exit')
  if (child.exitCode !== 0) throw new Error(`Eleventy ended with code ${child.exitCode}`)
  rmSync(join(folder, 'out'), { recursive: true })
}

const eleventyLayout = `
const text = (node) => node.text ? escape(node.text) : (node.children ?? []).map(text).join('')
const escape = (value) => String(value ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const tags = { paragraph: 'p', heading: 'h2', quote: 'blockquote', list: 'ul', listitem: 'li' }
const html = (node) => tags[node.type]
  ? '<' + tags[node.type] + '>' + (node.type === 'list' ? node.children.map(html).join('') : text(node)) + '</' + tags[node.type] + '>'
  : (node.children ?? []).map(html).join('')
const page = (title, main) => '<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>' + escape(title) +
  '</title></head><body><header><a href="/">Люберцы</a></header><main><h1>' + escape(title) + '</h1>' + main + '</main></body></html>'
`

const eleventyArticle = `${eleventyLayout}
export const data = {
  pagination: { data: 'news', size: 1, alias: 'item' },
  permalink: ({ item }) => '/novosti/' + item.slug + '/index.html',
}
export const render = ({ item }) =>
  page(item.title, '<p>' + escape(item.lead) + '</p><time>' + item.publishedAt + '</time>' + html(item.body?.root ?? {}))
`

const eleventyList = `${eleventyLayout}
export const data = {
  pagination: { data: 'news', size: 20, alias: 'items' },
  permalink: ({ pagination }) => '/novosti/' + (pagination.pageNumber ? 'stranica/' + pagination.pageNumber + '/' : '') + 'index.html',
}
export const render = ({ items }) =>
  page('Новости', items.map((item) => '<article><h2><a href="/novosti/' + item.slug + '/">' + escape(item.title) + '</a></h2><p>' + escape(item.lead) + '</p></article>').join(''))
`
