import { createECDH, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { replaceFile } from '../rebuild/durable-json.ts'
import { StartError } from './start-error.ts'

const random = ['PAYLOAD_SECRET', 'REBUILD_SECRET'] as const
/** A pair (VAPID, RFC 8292): devices that asked for notifications know the public one. */
const pair = ['VAPID_PUBLIC_KEY', 'VAPID_PRIVATE_KEY'] as const
const names = [...random, ...pair]

/**
 * The secrets the environment does not give, made once and kept in DATA_DIR/secrets.json (mode 0600): a new one would
 * end every session and every preview link.
 */
export const readOrCreateSecrets = async (
  dataDir: string,
  env: Record<string, string | undefined>,
): Promise<Record<string, string>> => {
  const path = join(dataDir, 'secrets.json')
  const kept = existsSync(path) ? parse(path, await readFile(path, 'utf8')) : {}
  const missing = names.filter((name) => !env[name] && !kept[name])
  const secrets = { ...kept }
  for (const name of random) if (missing.includes(name)) secrets[name] = randomBytes(32).toString('hex')
  // Half of a pair is no use: cms/env.ts says so of one that was given.
  if (pair.every((name) => missing.includes(name))) Object.assign(secrets, newPair())
  if (missing.length > 0) {
    await mkdir(dirname(path), { recursive: true })
    await replaceFile(path, JSON.stringify(secrets, null, 2))
  }
  return Object.fromEntries(names.map((name) => [name, env[name] || secrets[name] || '']))
}

const newPair = (): Record<(typeof pair)[number], string> => {
  const keys = createECDH('prime256v1')
  const publicKey = keys.generateKeys()
  // A private number may begin with zeros, which it comes without.
  const privateKey = Buffer.concat([Buffer.alloc(32), keys.getPrivateKey()]).subarray(-32)
  return {
    VAPID_PUBLIC_KEY: publicKey.toString('base64url'),
    VAPID_PRIVATE_KEY: privateKey.toString('base64url'),
  }
}

const parse = (path: string, text: string): Record<string, string> => {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).filter(([, secret]) => typeof secret === 'string'))
    }
  } catch (cause) {
    throw new StartError(damaged(path), { cause })
  }
  throw new StartError(damaged(path))
}

const damaged = (path: string) =>
  `Файл ${path} повреждён. Верните его из резервной копии или удалите: портал создаст новые секреты, а редакторы войдут заново.`
