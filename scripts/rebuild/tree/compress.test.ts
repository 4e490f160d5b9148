import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createCompressor } from './compress.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'compress-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const page = () => join(folder, 'index.html')
const copy = () => brotliDecompressSync(readFileSync(`${page()}.br`)).toString()

it('lays a copy beside a page', async () => {
  writeFileSync(page(), 'один '.repeat(1000))
  const compressor = createCompressor(folder)
  compressor.add(['index.html'])
  await compressor.idle()
  expect(copy()).toBe('один '.repeat(1000))
})

it('throws a copy away when a publish has replaced the page meanwhile', async () => {
  writeFileSync(page(), 'один '.repeat(100_000))
  const compressor = createCompressor(folder)
  compressor.add(['index.html'])
  // The page has been read and is being compressed.
  writeFileSync(`${page()}.next`, 'два '.repeat(1000))
  renameSync(`${page()}.next`, page())
  await compressor.idle()
  expect(existsSync(`${page()}.br`)).toBe(false)
})
