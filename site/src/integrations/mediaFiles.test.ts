import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { mediaNames } from '../resident/mediaNames.ts'
import { bringMedia } from './mediaFiles.ts'

let dir = ''
const names = new Map([['most.avif', '/novosti/most/']])
const target = () => join(dir, 'public', 'media')

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'media-'))
  await mkdir(join(dir, 'uploads'))
})
afterEach(() => rm(dir, { recursive: true }))

it('finds every file a page, a feed or its data refers to, once decoded', () => {
  const html =
    '<img src="/media/a.webp" srcset="/media/b-320.avif 320w, /media/c%20d.avif 640w"><a href="https://x.ru/media/p.pdf">' +
    '{"image":["http://localhost/media/og.jpg"]} <url>/media/e.jpg</url>'
  expect(mediaNames(html)).toEqual(['a.webp', 'b-320.avif', 'c d.avif', 'p.pdf', 'og.jpg', 'e.jpg'])
})

it('links the uploads of this machine instead of copying them', async () => {
  await writeFile(join(dir, 'uploads', 'most.avif'), 'picture')
  await bringMedia(names, target(), { mediaDir: join(dir, 'uploads'), cmsUrl: '' })
  const [upload, built] = await Promise.all([
    stat(join(dir, 'uploads', 'most.avif')),
    stat(join(target(), 'most.avif')),
  ])
  expect(built.ino).toBe(upload.ino)
})

it('stops the build and names the page when a file is missing', async () => {
  await expect(bringMedia(names, target(), { mediaDir: join(dir, 'uploads'), cmsUrl: '' })).rejects.toThrow(
    /страница \/novosti\/most\/: нет файла «most\.avif»/,
  )
})

it('fetches files from the CMS when the uploads are elsewhere, and refuses a bad answer', async () => {
  const server = createServer((request, response) => {
    if (request.url === '/api/snapshot/media/most.avif') response.end('picture')
    else response.writeHead(404).end()
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const source = { mediaDir: null, cmsUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
  await bringMedia(names, target(), source)
  expect(await readFile(join(target(), 'most.avif'), 'utf8')).toBe('picture')
  await expect(bringMedia(new Map([['net.avif', '/a/']]), target(), source)).rejects.toThrow('ответ 404')
  server.close()
  await expect(bringMedia(new Map([['x.avif', '/a/']]), target(), source)).rejects.toThrow('не получен')
})

it('never leaves the media folder', async () => {
  const source = { mediaDir: join(dir, 'uploads'), cmsUrl: '' }
  for (const name of ['../secrets.json', '.hidden', 'a/b', 'a\\b'])
    await expect(bringMedia(new Map([[name, '/']]), target(), source)).rejects.toThrow('неверное имя файла')
})
