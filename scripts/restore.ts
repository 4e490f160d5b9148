// npm run restore -- FILE: puts a backup into an empty portal. With --replace what is there is dropped first.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { EJSON } from 'bson'
import type { Db, Document } from 'mongodb'
import { keyFiles } from './backup/key-files.ts'
import { readManifest, type Manifest } from './backup/manifest.ts'
import { runTar } from './backup/run-tar.ts'
import { withDatabase } from './backup/with-database.ts'
import { inSeconds } from './portal/steps.ts'

const batch = 500

await main()

async function main() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { replace: { type: 'boolean' } },
  })
  const [file] = positionals
  if (!file || !existsSync(file)) {
    console.error(file ? `Нет файла ${file}` : 'Укажите файл: npm run restore -- portal-2026-11-23.tar.gz')
    process.exitCode = 2
    return
  }
  const started = performance.now()
  await withDatabase(async (db, dataDir) => {
    const folder = mkdtempSync(join(tmpdir(), 'portal-restore-'))
    try {
      runTar(['-xzf', resolve(file), '-C', folder])
      const manifest = readManifest(folder) // before anything is dropped
      await makeRoom(db, values.replace === true)
      for (const name of Object.keys(manifest.collections))
        await load(db, name, join(folder, `${name}.ndjson`))
      await compare(db, manifest)
      if (existsSync(join(folder, 'media')))
        cpSync(join(folder, 'media'), join(dataDir, 'media'), { recursive: true })
      for (const name of keyFiles) if (existsSync(join(folder, name))) restoreKey(folder, dataDir, name)
      // The site on disk shows other content; the next start builds it from what was restored.
      rmSync(join(dataDir, 'site'), { recursive: true, force: true })
      console.log(
        `Восстановлено из ${file} за ${inSeconds(performance.now() - started)}. Запустите: npm start`,
      )
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
}

/** Readable for its owner alone at every moment. */
function restoreKey(folder: string, dataDir: string, name: string) {
  mkdirSync(dataDir, { recursive: true })
  const aside = join(dataDir, `${name}.new`)
  rmSync(aside, { force: true })
  writeFileSync(aside, readFileSync(join(folder, name)), { mode: 0o600 })
  renameSync(aside, join(dataDir, name))
}

async function makeRoom(db: Db, isReplacing: boolean) {
  const names = (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name)
  const counts = await Promise.all(names.map((name) => db.collection(name).countDocuments({}, { limit: 1 })))
  if (counts.some((count) => count > 0) && !isReplacing) {
    throw new Error('В базе уже есть данные. Чтобы заменить их копией: npm run restore -- ФАЙЛ --replace')
  }
  for (const name of names) await db.collection(name).deleteMany({})
}

async function load(db: Db, name: string, path: string) {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
  for (let from = 0; from < lines.length; from += batch) {
    // Extended JSON of whole documents, as backup.ts wrote them.
    const documents = lines
      .slice(from, from + batch)
      .map((line) => EJSON.parse(line, { relaxed: false }) as Document)
    await db.collection(name).insertMany(documents)
  }
}

async function compare(db: Db, manifest: Manifest) {
  for (const [name, { count }] of Object.entries(manifest.collections)) {
    const found = await db.collection(name).countDocuments({})
    if (found !== count)
      throw new Error(`«${name}»: в копии ${count} записей, восстановлено ${found}. Повторите с --replace`)
  }
}
