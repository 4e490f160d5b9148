// npm run rollback [-- --to N | -- --list]: shows the site as it was before a publish, until the next one.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sign, signatureHeader } from '../collections/http/signature.schema.ts'
import { dataDirOf } from './portal/data-dir.ts'
import { readOrCreateSecrets } from './portal/secrets.ts'
import { currentRelease, readPin, releaseFolder, writePin } from './rebuild/releases.ts'
import { addressFile } from './rebuild/service.ts'
import { listPublishes, stageBefore } from './rebuild/tree/history.ts'
import type { PublishNote } from './rebuild/tree/layout.ts'
import { settle } from './rebuild/tree/settle.ts'
import { openStage } from './rebuild/tree/stage.ts'

await main()

async function main() {
  const { values } = parseArgs({ options: { to: { type: 'string' }, list: { type: 'boolean' } } })
  const dataDir = dataDirOf(process.env)
  const siteDir = join(dataDir, 'site')
  const release = await currentRelease(siteDir)
  const publishes = release ? await listPublishes(releaseFolder(siteDir, release.id)) : []
  if (values.list) return list(publishes, (await readPin(siteDir))?.generation)

  const wanted = values.to
    ? publishes.find(({ generation }) => String(generation) === values.to)
    : publishes.at(-1)
  if (!release || !wanted) {
    console.error(
      values.to
        ? `Публикации № ${values.to} в истории сайта нет. Какие есть: npm run rollback -- --list`
        : 'Вернуться некуда: истории публикаций ещё нет.',
    )
    process.exitCode = 1
    return
  }
  const isDone = (await askService(dataDir, siteDir, wanted.generation)) || (await undo(siteDir, wanted))
  if (!isDone) return
  console.log(`Сайт снова такой, каким был до публикации № ${wanted.generation} (${moscow(wanted.at)}).`)
  console.log('Он останется таким до следующей публикации в CMS.')
}

/** The running portal does it itself. False: it does not run. */
async function askService(dataDir: string, siteDir: string, generation: number): Promise<boolean> {
  const address = await readFile(addressFile(siteDir), 'utf8').catch(() => null)
  if (!address) return false
  const { url } = JSON.parse(address) as { url: string } // written by service.ts
  const secrets = await readOrCreateSecrets(dataDir, process.env)
  const body = JSON.stringify({ generation, sentAt: new Date().toISOString() })
  const response = await fetch(`${url}/rollback`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      [signatureHeader]: sign(body, secrets['REBUILD_SECRET'] ?? ''),
    },
    body,
  }).catch(() => null) // killed before it could take its address back
  if (response && !response.ok) throw new Error(`Служба сборки ответила: ${await response.text()}`)
  return response !== null
}

/** On the files themselves, while the portal is down. */
async function undo(siteDir: string, { generation }: PublishNote): Promise<boolean> {
  const release = await currentRelease(siteDir)
  if (!release) return false
  const folder = releaseFolder(siteDir, release.id)
  const settled = await settle(folder)
  const stage = await openStage(folder, (settled?.generation ?? release.generation) + 1)
  const target = await stageBefore(folder, generation, stage)
  await writePin(siteDir, { generation, at: new Date().toISOString() })
  await stage.commit({ revision: target.revision, reason: 'rollback' })
  return true
}

function list(publishes: PublishNote[], pinned: number | undefined) {
  if (publishes.length === 0) console.log('Истории публикаций ещё нет.')
  for (const { generation, revision, reason, at, writes, removes } of publishes) {
    const mark = generation === pinned ? '→' : ' '
    const files = `файлов: ${writes.length + removes.length}`
    console.log(
      `${mark} № ${generation}  ${moscow(at)}  ${reasons[reason]} (изменение № ${revision}), ${files}`,
    )
  }
}

const reasons: Record<PublishNote['reason'], string> = {
  publish: 'публикация',
  time: 'наступило время',
  boot: 'сверка при запуске',
  rollback: 'возврат',
}

function moscow(iso: string): string {
  return new Date(iso).toLocaleString('ru-RU', { timeZone: 'Europe/Moscow' })
}
