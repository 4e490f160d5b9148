import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { provisionEngine } from './provision.ts'

/** What the person reads when the database cannot be installed; apt and its mirror are real, the mirror is bad. */
let cache: string
let server: Server
let answer: { status: number; body: string }
beforeEach(async () => {
  cache = mkdtempSync(join(tmpdir(), 'portal-cache-'))
  answer = { status: 404, body: '' }
  server = createServer((_, reply) => reply.writeHead(answer.status).end(answer.body))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  vi.stubEnv('XDG_CACHE_HOME', cache)
  vi.stubEnv('DEBIAN_MIRROR', `http://127.0.0.1:${(server.address() as AddressInfo).port}/debian`)
  // Only loopback is asked here: no proxy of the host in between.
  for (const name of ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY']) vi.stubEnv(name, undefined)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  rmSync(cache, { recursive: true, force: true })
})

async function failureText(what?: Parameters<typeof provisionEngine>[1]): Promise<string> {
  try {
    await provisionEngine(() => {}, what)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  throw new Error('the installation succeeded')
}

function expectWaysOut(text: string) {
  expect(text).toContain('Встроенная база данных не установлена.')
  for (const way of ['DATABASE_URL=', 'mongod', 'DEBIAN_MIRROR=']) expect(text).toContain(way)
  expect(readdirSync(join(cache, 'lyubertsy-portal')).filter((name) => name.startsWith('install-'))).toEqual(
    [],
  )
}

describe('when the database cannot be installed, the text', () => {
  it('says that the mirror does not answer, and names three ways out', async () => {
    vi.stubEnv('DEBIAN_MIRROR', 'http://127.0.0.1:9/debian')
    const text = await failureText()
    expect(text).toContain('Зеркало http://127.0.0.1:9/debian не отвечает')
    expectWaysOut(text)
  })
  it('says so too when the address is no mirror', async () => {
    const text = await failureText()
    expect(text).toMatch(
      /Зеркало http:\/\/127\.0\.0\.1:\d+\/debian не отвечает: нет сети, или адрес указан неверно/,
    )
    expect(text).toContain('does not have a Release file')
    expectWaysOut(text)
  })
  it('does not take a page of a hotel network for a mirror', async () => {
    answer = { status: 200, body: '<html>Войдите в сеть</html>' }
    expectWaysOut(await failureText())
  })
  it('says how much disk is needed when there is too little', async () => {
    const text = await failureText({ packages: [], neededMb: 1e9 })
    expect(text).toMatch(/Мало места на диске: для установки нужно 1000000000 МБ, в .* свободно \d+ МБ/)
    expectWaysOut(text)
  })
  it('says that the mirror has no such package', async () => {
    // The mirror of this machine, which has Debian's packages but not this one.
    vi.unstubAllEnvs()
    vi.stubEnv('XDG_CACHE_HOME', cache)
    const text = await failureText({ packages: ['postgresql-18-no-such-engine'], neededMb: 1 })
    expect(text).toMatch(/На зеркале http.* \(выпуск forky\) нет пакета/)
    expectWaysOut(text)
  })
})

describe('the cache', () => {
  it('serves a complete tree without asking anybody', async () => {
    const root = join(cache, 'lyubertsy-portal', 'engine-1-9.9-1')
    mkdirSync(root, { recursive: true })
    vi.stubEnv('DEBIAN_MIRROR', 'http://127.0.0.1:9/debian')
    expect(await provisionEngine(() => {})).toEqual({ root, version: '9.9-1' })
  })
  it('takes the newest of several trees, and none of another layout', async () => {
    for (const name of ['engine-1-1.0-0-2', 'engine-1-1.0-0-10', 'engine-0-2.0-0-1', 'install-left']) {
      mkdirSync(join(cache, 'lyubertsy-portal', name), { recursive: true })
    }
    expect((await provisionEngine(() => {})).version).toBe('1.0-0-10')
  })
})
