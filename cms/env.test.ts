import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { EnvError, envVariables, readEnv } from './env.ts'

const secret = 'a'.repeat(32)
const complete = {
  DATABASE_URL: 'mongodb://127.0.0.1:27017/portal?replicaSet=rs0',
  PAYLOAD_SECRET: secret,
  REBUILD_SECRET: secret,
}

const faultsOf = (source: Record<string, string | undefined>) => {
  try {
    readEnv(source, '/srv/portal')
  } catch (error) {
    if (error instanceof EnvError) return error.faults
    throw error
  }
  return []
}

describe('readEnv', () => {
  it('fills in the documented defaults', () => {
    expect(readEnv(complete, '/srv/portal')).toMatchObject({
      siteUrl: 'http://localhost:3000',
      host: '127.0.0.1',
      port: 3000,
      dataDir: '/srv/portal/.data',
      cmsUrl: 'http://127.0.0.1:3000',
      siteDevUrl: null,
    })
  })

  it('derives the address for the builder from the port', () => {
    expect(readEnv({ ...complete, PORT: '8080' }, '/').cmsUrl).toBe('http://127.0.0.1:8080')
  })

  it('names every fault at once', () => {
    const faults = faultsOf({ PORT: 'abc', SITE_URL: 'lyubertsy.ru', PAYLOAD_SECRET: 'short' })
    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      'PORT',
      'DATABASE_URL',
      'PAYLOAD_SECRET',
      'SITE_URL',
      'REBUILD_SECRET',
    ])
  })

  it('never repeats a secret or a database password in a message', () => {
    const faults = faultsOf({
      ...complete,
      PAYLOAD_SECRET: 'hunter2',
      DATABASE_URL: 'postgres://portal:hunter3@db/portal',
    })
    expect(faults).toHaveLength(2)
    expect(faults.join()).not.toMatch(/hunter/)
  })

  it.each([
    ['SITE_URL', 'https://portal.example/path'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '3000.5'],
    ['DATABASE_URL', 'mongodb://127.0.0.1:27017'],
    ['SITE_DEV_URL', 'http://192.0.2.1:4321'],
    ['REBUILD_URL', 'ftp://127.0.0.1'],
  ])('refuses %s=%s', (name, text) => {
    expect(faultsOf({ ...complete, [name]: text })).toEqual([expect.stringMatching(`^${name}: `)])
  })

  it('treats an empty value as a missing one', () => {
    expect(faultsOf({ ...complete, PAYLOAD_SECRET: '  ' })).toEqual([
      expect.stringMatching(/^PAYLOAD_SECRET: не задан/),
    ])
  })

  it('describes every variable that it reads, and no other', () => {
    const read = new Set<string>()
    readEnv(
      new Proxy<Record<string, string | undefined>>(complete, {
        get: (target, name: string) => {
          read.add(name)
          return target[name]
        },
      }),
      '/',
    )
    expect([...read].sort()).toEqual(
      envVariables
        .filter(({ readBy }) => readBy === 'cms')
        .map(({ name }) => name)
        .sort(),
    )
  })
})

describe('the README', () => {
  it('shows every variable as it is described here', async () => {
    const readme = await readFile(join(import.meta.dirname, '../README.md'), 'utf8')
    const [, table = ''] = /<!-- configuration:begin -->([^]*)<!-- configuration:end -->/.exec(readme) ?? []
    const cells = table
      .trim()
      .split('\n')
      .slice(2)
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      )
    expect(cells).toEqual(
      envVariables.map(({ name, description, fallback }) => [`\`${name}\``, description, fallback]),
    )
  })
})
