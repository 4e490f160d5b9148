import { execFile } from 'node:child_process'
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  faultsOf as pageFaultsOf,
  manifestFormat,
  signedText,
  type SignedManifest,
} from '../collections/Manifests/manifest.schema.ts'
import { faultsOf } from './verify-notice.mjs'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
const hash = (text: string) => createHash('sha256').update(text).digest('hex')

const signed = (manifest: Omit<SignedManifest, 'signature'>): SignedManifest => ({
  ...manifest,
  signature: sign(null, Buffer.from(signedText(manifest)), privateKey).toString('base64'),
})

const chain = (): SignedManifest[] => {
  const made: SignedManifest[] = []
  for (let day = 1; day <= 5; day += 1) {
    const before = made.at(-1)
    made.push(
      signed({
        format: manifestFormat,
        day: `2026-11-0${day}`,
        signedAt: `2026-11-0${day + 1}T00:00:03.000Z`,
        previous: before ? hash(signedText(before)) : '',
        editions: [1, 2].map((edition) => ({
          hearing: String(day).repeat(24),
          edition,
          sha256: hash(`${day} ${edition}`),
          publishedAt: `2026-11-0${day}T10:00:00.000Z`,
        })),
        key,
      }),
    )
  }
  return made
}

let honest: SignedManifest[]
let dir = ''
beforeAll(async () => {
  honest = chain()
  dir = await mkdtemp(join(tmpdir(), 'verify-notice-'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

const bothFind = async (manifests: SignedManifest[]) => {
  const [command, page] = [faultsOf(manifests), await pageFaultsOf(manifests)]
  return command.length > 0 && page.length > 0
}

describe('the check of signed manifests', () => {
  it('finds nothing in honest ones, as the page does', async () => {
    expect(faultsOf(honest)).toEqual([])
    expect(await pageFaultsOf(honest)).toEqual([])
  })

  it('finds any letter of any value that was changed', async () => {
    const text = JSON.stringify(honest)
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.constantFrom(...'0aZ9'), async (at, letter) => {
        const changed = text.slice(0, at) + letter + text.slice(at + 1)
        const parsed = parse(changed)
        // No longer JSON, or the same: nothing to find.
        if (parsed === null || JSON.stringify(parsed) === text) return
        expect(faultsOf(parsed).length, changed.slice(at - 40, at + 40)).toBeGreaterThan(0)
      }),
      { numRuns: 1500 },
    )
  })

  it('finds a day that was taken out, put elsewhere or signed anew by another key, as the page does', async () => {
    for (let day = 0; day < honest.length - 1; day += 1)
      expect(await bothFind(honest.toSpliced(day, 1)), `without ${day}`).toBe(true)
    expect(await bothFind(honest.toReversed())).toBe(true)
    const other = generateKeyPairSync('ed25519')
    const forged = {
      ...honest[4]!,
      key: other.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    }
    forged.signature = sign(null, Buffer.from(signedText(forged)), other.privateKey).toString('base64')
    expect(await bothFind([...honest.slice(0, 4), forged])).toBe(true)
  })

  it('finds a middle day that the key itself has signed anew: the next day remembers it', async () => {
    const anew = signed({ ...honest[2]!, editions: honest[2]!.editions.slice(1) })
    expect(await bothFind(honest.with(2, anew))).toBe(true)
  })

  it('tells of a text from which personal data were taken; whoever invents that gets nowhere', async () => {
    const [list, text] = ['whole.json', 'withdrawn.json'].map((name) => join(dir, name))
    await writeFile(list!, JSON.stringify(honest))
    await writeFile(text!, withdrawnText(hash('3 2')))
    const told = await command(list!, text!)
    expect(told.code).toBe(3)
    expect(told.said).toMatch(/изъяли персональные данные.*152-ФЗ, ст\. 21.*ведомости за 2026-11-03/s)
    await writeFile(text!, withdrawnText(hash('never signed')))
    expect((await command(list!, text!)).code).toBe(1)
  })

  it('checks the whole chain by its address', async () => {
    const server = createServer((_, reply) => reply.end(JSON.stringify(honest)))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    try {
      const { port } = server.address() as AddressInfo // a TCP server has one
      const { code, said } = await command(`http://127.0.0.1:${port}/slushaniya/podlinnost/vse.json`)
      expect(code).toBe(0)
      expect(said).toContain('ведомостей 5, с 2026-11-01 по 2026-11-05')
    } finally {
      server.close()
    }
  })

  it('tells by command whether a text is among them, and by its exit code', async () => {
    const [list, text, wrong] = ['vse.json', 'text.json', 'wrong.json'].map((name) => join(dir, name))
    await writeFile(list!, JSON.stringify(honest))
    await writeFile(text!, '3 2')
    await writeFile(wrong!, '3 2\n')
    expect(await command(list!, text!)).toMatchObject({
      code: 0,
      said: expect.stringContaining('редакция 2') as string,
    })
    expect(await command(list!, wrong!)).toMatchObject({
      code: 1,
      said: expect.stringContaining('НЕТ') as string,
    })
    await writeFile(list!, JSON.stringify(honest.toSpliced(1, 1)))
    expect(await command(list!)).toMatchObject({
      code: 1,
      said: expect.stringContaining('НЕ СОШЛОСЬ') as string,
    })
    expect((await command()).code).toBe(2)
  })
})

const withdrawnText = (sha256: string) =>
  JSON.stringify({
    title: '[Изъято: персональные данные, 5 ноября 2026]',
    withdrawn: [{ at: '2026-11-05T09:00:00.000Z', reason: '152-ФЗ, ст. 21', sha256 }],
  })

const parse = (text: string): unknown[] | null => {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : null
  } catch {
    return null // the change broke the file: every reader sees that
  }
}

const command = (...args: string[]) =>
  new Promise<{ code: number; said: string }>((resolve) =>
    execFile(process.execPath, [join(import.meta.dirname, 'verify-notice.mjs'), ...args], (error, said) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, said }),
    ),
  )
