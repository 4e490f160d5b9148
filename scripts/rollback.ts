// npm run rollback [-- --to ID | -- --list]: shows an earlier release of the site again, until the next publish.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { dataDirOf } from './portal/data-dir.ts'
import { currentRelease, listReleases, switchTo, writePin, type Release } from './rebuild/releases.ts'

await main()

async function main() {
  const { values } = parseArgs({ options: { to: { type: 'string' }, list: { type: 'boolean' } } })
  const siteDir = join(dataDirOf(process.env), 'site')
  const releases = await listReleases(siteDir)
  const current = await currentRelease(siteDir)
  if (values.list) return list(releases, current)

  const target = values.to ? releases.find(({ id }) => id === values.to) : before(releases, current)
  if (!target) {
    console.error(
      values.to
        ? `Выпуска ${values.to} нет. Какие есть: npm run rollback -- --list`
        : 'Вернуться некуда: более раннего выпуска сайта нет.',
    )
    process.exitCode = 1
    return
  }
  // The pin first: a build that ends between the two lines must not undo the switch.
  await writePin(siteDir, { id: target.id, at: new Date().toISOString() })
  await switchTo(siteDir, target, 'rollback')
  console.log(
    `Сайт вернулся к выпуску ${target.id} (изменение № ${target.revision}, ${moscow(target.builtAt)}).`,
  )
  console.log('Он останется таким до следующей публикации в CMS.')
}

function before(releases: Release[], current: Release | null): Release | undefined {
  return releases.findLast(({ id }) => current !== null && id < current.id)
}

function list(releases: Release[], current: Release | null) {
  if (releases.length === 0) console.log('Выпусков сайта ещё нет.')
  for (const { id, revision, builtAt } of releases) {
    console.log(`${id === current?.id ? '→' : ' '} ${id}  изменение № ${revision}, собран ${moscow(builtAt)}`)
  }
}

function moscow(iso: string): string {
  return new Date(iso).toLocaleString('ru-RU', { timeZone: 'Europe/Moscow' })
}
