import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { openPortal, siteUrl, type Portal } from '../test/openPortal.ts'
import { flyerPath } from './flyer.schema.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal(inject('databaseUrl'))
  await page('public', 'novosti/most', 'Мост откроют раньше')
})
afterAll(() => portal.close())

const page = async (folder: string, path: string, title: string, more = '') => {
  const dir = join(portal.dataDir, 'site', 'current', folder, path)
  await mkdir(dir, { recursive: true })
  await writeFile(
    join(dir, 'index.html'),
    `<head>${more}<meta property="og:title" content="${title}"></head>`,
  )
}
const ask = (address: string) => portal.fetch('anonymous', address.replace(/^\/api/, ''))

it('gives anybody a PDF about a page of the site, the same until the page changes', async () => {
  const reply = await ask(flyerPath('/novosti/most/', 'a5'))
  expect(reply.status).toBe(200)
  expect(reply.headers.get('content-type')).toBe('application/pdf')
  expect(
    Buffer.from(await reply.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  const tag = reply.headers.get('etag')
  expect((await ask(flyerPath(`${siteUrl}/novosti/most/`, 'a5'))).headers.get('etag')).toBe(tag)
  await page('layer', 'novosti/most', 'Мост уже открыт')
  expect((await ask(flyerPath('/novosti/most/', 'a5'))).headers.get('etag')).not.toBe(tag)
})

it('gives none of other sites, of pages that are not there, or that hide', async () => {
  await page('public', 'status/x', 'Ваш вопрос', '<meta name="robots" content="noindex">')
  expect((await ask(flyerPath('https://evil.example/novosti/most/', 'a4'))).status).toBe(400)
  expect((await ask('/flyer.pdf?page=/novosti/most/&size=a0')).status).toBe(400)
  expect((await ask(flyerPath('/novosti/net/', 'a4'))).status).toBe(404)
  expect((await ask(flyerPath('/status/x/', 'a4'))).status).toBe(404)
})
