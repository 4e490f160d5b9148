import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { createPreview } from './preview.ts'

const cms = {
  state: () => 'up' as const,
  payload: () => null,
  config: () => null,
  stop: async () => {},
}
const env = {
  payloadSecret: 'p'.repeat(32),
  rebuildUrl: 'http://127.0.0.1:9',
  rebuildSecret: 'r'.repeat(32),
  dataDir: '/nowhere',
  siteUrl: 'http://localhost:3000',
  streamHosts: [],
}

const open = async (isDevelopment: boolean) => {
  const preview = createPreview({ env, cms, isDevelopment })
  const server = createServer((req, res) => void preview(req, res, req.url ?? ''))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const response = await fetch(`http://127.0.0.1:${port}/preview/token`)
  const text = await response.text()
  server.close()
  return { status: response.status, text, headers: response.headers }
}

describe('a preview', () => {
  it('says in development that it needs npm start', async () => {
    const { headers, status, text } = await open(true)
    expect(status).toBe(501)
    expect(text).toContain('Предпросмотр работает в npm start')
    expect(headers.get('x-robots-tag')).toContain('noindex')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('refuses a token that nobody signed', async () => {
    const { status, text } = await open(false)
    expect(status).toBe(404)
    expect(text).toContain('Ссылка не действует')
  })
})
