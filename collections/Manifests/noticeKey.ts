import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

export type NoticeKey = { private: KeyObject; /** SPKI in base64. */ public: string }

/**
 * The Ed25519 key that signs manifests, made once: DATA_DIR/notice-key.pem (mode 0600). Two processes that make it at the
 * same time end with one: only the first can give its file the name.
 * @throws when the file is there and is no key: a new one would break what the old one has signed.
 */
export const readNoticeKey = async (dataDir: string): Promise<NoticeKey> => {
  const path = join(dataDir, 'notice-key.pem')
  const kept = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  })
  return keyOf(kept ?? (await createKey(dataDir, path)), path)
}

const createKey = async (dataDir: string, path: string): Promise<string> => {
  await mkdir(dataDir, { recursive: true })
  const aside = `${path}.${randomBytes(6).toString('hex')}`
  const { privateKey } = generateKeyPairSync('ed25519')
  const file = await open(aside, 'wx', 0o600)
  try {
    await file.writeFile(privateKey.export({ format: 'pem', type: 'pkcs8' }))
    await file.sync()
  } finally {
    await file.close()
  }
  try {
    await link(aside, path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    await rm(aside, { force: true })
  }
  return readFile(path, 'utf8')
}

const keyOf = (pem: string, path: string): NoticeKey => {
  try {
    const key = createPrivateKey(pem)
    const spki = createPublicKey(key).export({ format: 'der', type: 'spki' })
    return { private: key, public: spki.toString('base64') }
  } catch (cause) {
    throw new Error(`Ключ ведомостей ${path} повреждён: верните файл из резервной копии.`, { cause })
  }
}
