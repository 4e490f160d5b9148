import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bodyHtml } from './shared/bodyHtml.ts'
import type { News } from './shared/News.ts'
import { siteFacts } from './siteFacts.ts'
import { copyStaticFiles, siteStyles } from './siteStyles.ts'

/** Installs Debian's Hugo when there is none. @throws when that needs rights it has not got. */
export const ensureHugo = (): void => {
  if (isHugoInstalled()) return
  if (process.getuid?.() !== 0)
    throw new Error(
      'Для сравнения нужен Hugo, а прав на установку нет: выполните «sudo apt-get install hugo».',
    )
  console.error('Устанавливаю Hugo для сравнения (apt)…')
  apt('update', '-qq')
  apt('install', '-y', '-qq', '--no-install-recommends', 'hugo')
  if (!isHugoInstalled())
    throw new Error('Hugo не установился: выполните «apt-get install hugo» и повторите npm run bench.')
}

export const isHugoInstalled = (): boolean => spawnSync('hugo', ['version']).status === 0

/**
 * Writes a whole Hugo site with these news: its layouts are a twin of our article, lists, feed and home page, without
 * pictures and without our typography (less work for the peer). Its articles weigh 46 KB, its lists 52 KB; ours 45 and 51 KB.
 * The bodies are HTML, which Hugo takes as they are: Markdown would cost it no less.
 */
export const writeHugoSite = ({ folder, news }: { folder: string; news: readonly News[] }): void => {
  rmSync(folder, { recursive: true, force: true })
  cpSync(join(import.meta.dirname, 'hugo'), folder, { recursive: true })
  nameLayouts(join(folder, 'layouts'))
  copyStaticFiles(join(folder, 'static'))
  const facts = siteFacts()
  write(join(folder, 'assets', 'site.css'), siteStyles())
  write(join(folder, 'data', 'site.json'), JSON.stringify(facts))
  writePage(join(folder, 'content', '_index.html'), { title: facts.title })
  writePage(join(folder, 'content', 'novosti', '_index.html'), { title: 'Новости' })
  for (const { value, label, words } of facts.topics)
    writePage(join(folder, 'content', 'tema', value, '_index.html'), { title: label, slug: value, words })
  for (const item of news) writeNews(folder, item)
}

/** Writes one article anew: the edit of an author, after which Hugo is run. */
export const writeNews = (folder: string, news: News): void => {
  const { slug, title, lead, topic, publishedAt, updatedAt = publishedAt, demo = false, body } = news
  const matter = {
    title,
    description: lead ?? '',
    date: moscow(publishedAt),
    lastmod: moscow(updatedAt),
    tema: topic ? [topic] : [],
    demo,
  }
  writePage(join(folder, 'content', 'novosti', `${slug}.html`), matter, bodyHtml(body))
}

/** A whole rebuild over the last one, with Hugo's defaults: it knows no other. */
export const buildHugo = async (folder: string): Promise<void> => {
  const child = spawn('hugo', ['--quiet', '--destination', join(folder, 'public')], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await once(child, 'exit')
  if (child.exitCode !== 0) throw new Error(`Hugo ended with code ${child.exitCode}`)
}

const apt = (...args: string[]) =>
  spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })

/** The layouts are kept as «.gohtml», because a formatter of HTML breaks Go's templates. */
const nameLayouts = (folder: string) => {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.gohtml'))
      renameSync(join(folder, name), join(folder, name.replace(/\.gohtml$/, '.html')))
  }
}

const writePage = (path: string, matter: object, text = '') =>
  write(path, `${JSON.stringify(matter, null, 1)}\n${text}\n`)

const write = (path: string, text: string) => {
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, text)
}

/** The same moment by the clock of Moscow, which Hugo prints as it finds it. */
const moscow = (moment: string) =>
  new Date(Date.parse(moment) + 3 * 3_600_000).toISOString().replace('Z', '+03:00')
