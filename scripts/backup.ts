// npm run backup -- FILE: database, media and keys into one archive that only its owner can read, read back and compared before it is called good.
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { EJSON } from 'bson'
import type { Db } from 'mongodb'
import { withDatabase } from './backup/with-database.ts'
import { runTar } from './backup/run-tar.ts'
import { keyFiles } from './backup/key-files.ts'
import { manifestName, readManifest, writeManifest, type Manifest } from './backup/manifest.ts'
import { inSeconds } from './portal/steps.ts'

await main()

async function main() {
  const [file] = process.argv.slice(2)
  if (!file) {
    console.error('Укажите файл: npm run backup -- portal-2026-11-23.tar.gz')
    process.exitCode = 2
    return
  }
  const started = performance.now()
  await withDatabase(async (db, dataDir) => {
    const folder = mkdtempSync(join(tmpdir(), 'portal-backup-'))
    try {
      const manifest: Manifest = {
        createdAt: new Date().toISOString(),
        collections: {},
        media: mediaCount(dataDir),
      }
      for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray()) {
        manifest.collections[name] = await dumpCollection(db, name, join(folder, `${name}.ndjson`))
      }
      writeManifest(folder, manifest)
      const sources = existsSync(join(dataDir, 'media')) ? ['-C', dataDir, 'media'] : []
      const keys = keyFiles.filter((name) => existsSync(join(dataDir, name)))
      const keySources = keys.length > 0 ? ['-C', dataDir, ...keys] : []
      // Made before tar fills it: the keys are in it, so nobody else may read it at any moment.
      writeFileSync(resolve(file), '', { mode: 0o600 })
      chmodSync(resolve(file), 0o600)
      runTar(['-czf', resolve(file), '-C', folder, ...readdirSync(folder), ...sources, ...keySources])
      verify(resolve(file), manifest, (name) =>
        keys.some((key) => key === name) ? join(dataDir, name) : null,
      )
      const documents = Object.values(manifest.collections).reduce((sum, { count }) => sum + count, 0)
      console.log(
        `Копия ${file}: записей ${documents}, файлов ${manifest.media}, проверена, за ${inSeconds(performance.now() - started)}`,
      )
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
}

/** One document a line in canonical extended JSON: types survive, and any tool can read it. */
async function dumpCollection(db: Db, name: string, path: string) {
  const file = await open(path, 'w')
  const hash = createHash('sha256')
  let count = 0
  try {
    for await (const document of db.collection(name).find({}).sort({ _id: 1 })) {
      const line = `${EJSON.stringify(document, { relaxed: false })}\n`
      hash.update(line)
      await file.write(line)
      count += 1
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { count, sha256: hash.digest('hex') }
}

/** An archive that cannot be read back is no backup. */
function verify(file: string, manifest: Manifest, keyOf: (name: string) => string | null) {
  const folder = mkdtempSync(join(tmpdir(), 'portal-verify-'))
  try {
    runTar(['-xzf', file, '-C', folder])
    const read = readManifest(folder)
    const areKeysThere = keyFiles.every((name) => {
      const key = keyOf(name)
      return key === null || readFileSync(key).equals(readFileSync(join(folder, name)))
    })
    if (
      !areKeysThere ||
      JSON.stringify(read) !== JSON.stringify(manifest) ||
      mediaCount(folder) !== manifest.media
    ) {
      throw new Error(
        `Копия ${file} не читается целиком (${manifestName}): проверьте место на диске и повторите`,
      )
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function mediaCount(folder: string): number {
  const path = join(folder, 'media')
  return existsSync(path) ? readdirSync(path).length : 0
}
