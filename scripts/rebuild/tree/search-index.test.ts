import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  watch,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { keptMs, layIndex } from './search-index.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'search-'))
  mkdirSync(join(folder, 'public'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const index = () => join(folder, 'public', 'pagefind')
const has = (file: string) => existsSync(join(index(), file))

const lay = (texts: Record<string, string>, now = 0) =>
  layIndex({
    publicDir: join(folder, 'public'),
    notesFile: join(folder, 'search.json'),
    files: new Map(Object.entries(texts).map(([file, text]) => [file, Buffer.from(text)])),
    now,
  })

const first = { 'pagefind-entry.json': 'names one', 'pagefind.js': 'code', 'fragment/one.pf_fragment': '1' }
const second = { 'pagefind-entry.json': 'names two', 'pagefind.js': 'code', 'fragment/two.pf_fragment': '2' }

it('lays the entry last, after all that it names', async () => {
  lay(first)
  const order: string[] = []
  const watchers = ['', 'fragment'].map((part) =>
    watch(join(index(), part), (_, file) => file && !file.endsWith('.new') && order.push(file)),
  )
  const written = lay(second)
  await sleep(50)
  for (const watcher of watchers) watcher.close()
  expect(new Set(written)).toEqual(
    new Set(['pagefind/fragment/two.pf_fragment', 'pagefind/pagefind-entry.json']),
  )
  expect(order.at(-1)).toBe('pagefind-entry.json')
  expect(order).toContain('two.pf_fragment')
})

it('writes only what differs, and takes the compressed copy of a former text away with it', () => {
  lay(first)
  writeFileSync(join(index(), 'pagefind.js.br'), 'copy')
  const { ino } = statSync(join(index(), 'pagefind.js'))
  lay(second)
  lay(second, keptMs)
  expect(statSync(join(index(), 'pagefind.js')).ino).toBe(ino)
  expect(has('pagefind.js.br')).toBe(true)
  lay({ ...second, 'pagefind.js': 'other code' })
  expect(readFileSync(join(index(), 'pagefind.js'), 'utf8')).toBe('other code')
  expect(has('pagefind.js.br')).toBe(false)
})

it('keeps the files of a former index for those who still read it, and takes them away after the rest', () => {
  lay(first, 0)
  lay(second, 1_000)
  expect(has('fragment/one.pf_fragment')).toBe(true)
  lay(second, keptMs)
  expect(has('fragment/one.pf_fragment')).toBe(true)
  lay(second, 1_000 + keptMs)
  expect(has('fragment/one.pf_fragment')).toBe(false)
  expect(has('fragment/two.pf_fragment')).toBe(true)
})

it('counts the rest anew for a file that has been named again', () => {
  lay(first, 0)
  lay(second, 0)
  lay(first, keptMs - 1)
  lay(second, keptMs)
  expect(has('fragment/one.pf_fragment')).toBe(true)
})
