import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../../portal/free-port.ts'
import { eventually, logInByForm, publishStatus } from '../browser/admin.ts'
import { launchChromium } from '../browser/chromium.ts'
import { startPortalForTest, supervisor, type StartedPortal } from '../startPortalForTest.ts'
import {
  contentOf,
  healthOf,
  newsOf,
  pathOf,
  processLike,
  publicationOf,
  publish,
  publishAndSee,
  seeOnSite,
  signalDatabase,
  untilGone,
  untilHealthy,
  type NewsItem,
} from './portalUnderFault.ts'
import { databaseProcesses, postmasterOf, processesOf } from './processes.ts'
import { onSmallDisk, siteBehind } from './smallDisk.ts'

/*
 * One portal of its own, from the first start through every fault to the last stop. The tests follow one another: each
 * leaves the portal working, and that is a part of what it shows.
 */

const root = join(import.meta.dirname, '../../..')
/** `npm start` without npm: bootstrap, which itself ends when this test is killed. */
const bootstrap = [
  process.execPath,
  ...['--import', join(root, 'scripts/portal/exit-with-parent.ts')],
  ...[join(root, 'scripts/bootstrap.mjs'), 'start.ts'],
]

let dataDir = ''
let port = 0
let portal: StartedPortal
let browser: Browser
let context: BrowserContext
let news: NewsItem[]
let content: Awaited<ReturnType<typeof contentOf>>

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'portal-faults-'))
  port = await freePort()
  portal = await startPortalForTest({ dataDir, port, command: bootstrap })
  news = await newsOf(portal)
  content = await contentOf(portal)
  browser = await launchChromium()
  context = await browser.newContext({ locale: 'ru-RU', timezoneId: 'Europe/Moscow' })
})

afterAll(async () => {
  await browser?.close()
  for (const { pid } of processesOf(dataDir)) process.kill(pid, 'SIGKILL')
  await rm(dataDir, { recursive: true, force: true })
})

/** One of the seed's news items: each test has its own. */
const item = (index: number) => news[index]!

const openInAdmin = async ({ id }: NewsItem): Promise<Page> => {
  const page = await context.newPage()
  await page.goto(`${portal.url}/admin/collections/news/${id}`)
  await page.locator('#field-lead').waitFor()
  await page.waitForLoadState('networkidle')
  return page
}

describe('a database that does not answer', () => {
  let saving: Page
  let waiting: Page
  afterAll(async () => {
    signalDatabase(portal, 'SIGCONT')
    await Promise.all([saving?.close(), waiting?.close()])
  })

  it('is told to the editor within fifteen seconds, and the text stays in the form', async () => {
    const first = await context.newPage()
    await logInByForm(first, portal, 'editor')
    await first.close()
    saving = await openInAdmin(item(0))
    waiting = await openInAdmin(item(1))
    await saving.bringToFront()
    await saving.locator('#field-lead').fill('Сохранено в ту секунду, когда база остановилась.')
    signalDatabase(portal, 'SIGSTOP')
    await saving.locator('#action-save').click()
    await saving
      .locator('.portal-outage', { hasText: 'База данных не отвечает. Не закрывайте страницу' })
      .waitFor({ timeout: 15_000 })
    expect(await saving.locator('#field-lead').inputValue()).toMatch(/^Сохранено в ту секунду/)
  })

  it('refuses a save in words, and the text stays in the form', async () => {
    await waiting.bringToFront()
    await waiting.locator('.portal-outage[data-health=down]').waitFor()
    await waiting.locator('#field-lead').fill('Написано, пока база не отвечала.')
    await waiting.locator('#action-save').click()
    await waiting.getByText('База данных не отвечает, изменения пока не сохранены').first().waitFor()
    expect(await waiting.locator('#field-lead').inputValue()).toBe('Написано, пока база не отвечала.')
  })

  it('leaves the site up', async () => {
    expect(await healthOf(portal)).toMatchObject({ database: 'down' })
    for (const path of ['/', '/novosti/', '/kalendar/', pathOf(item(0)), '/novosti/rss.xml'])
      expect((await fetch(`${portal.url}${path}`)).status, path).toBe(200)
  })

  it('loses nothing: what was sent arrives, what was refused can be saved when the database is back', async () => {
    signalDatabase(portal, 'SIGCONT')
    await waiting.locator('.portal-outage', { hasText: 'База данных снова отвечает' }).waitFor()
    await waiting.locator('#action-save').click()
    await seeOnSite(portal, item(1), 'Написано, пока база не отвечала.')
    await seeOnSite(portal, item(0), 'Сохранено в ту секунду, когда база остановилась.')
    await publishStatus(waiting).filter({ hasText: 'На сайте с' }).waitFor()
  })
})

describe('a document whose page cannot be made', () => {
  const broken = { root: { ...lexicalRoot(), children: [{ type: 'nonsense', version: 1 }] } }

  it('is named in the admin, and the old site stays', async () => {
    const page = await openInAdmin(item(2))
    try {
      const before = await (await fetch(`${portal.url}${pathOf(item(2))}`)).text()
      await publish(portal, item(2), { body: broken })
      await page.reload()
      const line = publishStatus(page).filter({ hasText: 'Сборка не удалась' })
      await line.waitFor({ timeout: 60_000 })
      const words = await line.innerText()
      expect(words).toContain(`страница ${pathOf(item(2))}: документ news/${item(2).id} «${item(2).title}»`)
      expect(words).toContain('На сайте осталась прежняя версия')
      expect(await (await fetch(`${portal.url}${pathOf(item(2))}`)).text()).toBe(before)
    } finally {
      await page.close()
    }
  })

  it('holds up nobody else, and is published when it is corrected', async () => {
    await publishAndSee(portal, item(3), 'Опубликовано рядом с испорченной записью.')
    expect(await publicationOf(portal, item(3))).toMatchObject({ error: null })
    const body = {
      root: {
        ...lexicalRoot(),
        children: [
          {
            ...lexicalRoot('paragraph'),
            children: [
              {
                ...{ type: 'text', version: 1, text: 'Текст исправлен.' },
                ...{ format: 0, mode: 'normal', style: '', detail: 0 },
              },
            ],
          },
        ],
      },
    }
    await publish(portal, item(2), { body })
    await seeOnSite(portal, item(2), 'Текст исправлен.')
  })
})

describe('after kill -9 of', () => {
  /** Kills, waits for the portal's own recovery, and shows that nothing is missing and publishing works. */
  const recovers = async (kill: () => void, lead: string) => {
    kill()
    await publishPatiently(item(4), lead)
    await seeOnSite(portal, item(4), lead)
    expect(await contentOf(portal)).toEqual(content)
  }

  /** The portal may answer 503 or nothing for some seconds; an editor tries again. */
  const publishPatiently = async (wanted: NewsItem, lead: string) => {
    await eventually(
      () =>
        publish(portal, wanted, { lead })
          .then(() => true)
          .catch(String), // the next try tells
      (result) => result === true,
      { timeoutMs: 30_000 },
    )
  }

  it('PostgreSQL, publishing goes on', async () => {
    const before = postmasterOf(dataDir)
    const pids = databaseProcesses(dataDir)
    const old = processesOf(dataDir).filter(({ pid }) => pids.includes(pid))
    expect(old.length).toBeGreaterThan(3)
    await recovers(() => process.kill(before, 'SIGKILL'), 'После падения базы данных.')
    expect(postmasterOf(dataDir)).not.toBe(before)
    await untilGone(old)
  })

  it('the CMS, publishing goes on', async () => {
    const cms = processLike(portal, /cms\/server\.ts/)
    await recovers(() => process.kill(cms.pid, 'SIGKILL'), 'После падения CMS.')
    await untilGone([cms])
  })

  it('the resident process, publishing goes on', async () => {
    const resident = processLike(portal, /resident\/process\.ts/)
    await recovers(() => process.kill(resident.pid, 'SIGKILL'), 'После падения сборщика страниц.')
    await untilGone([resident])
  })

  it('the rebuild service, publishing goes on and no part of the old one lives on', async () => {
    const old = processesOf(dataDir).filter(({ command }) => /rebuild\//.test(command))
    // The service and its resident process; the search index may be in the making.
    expect(old.length).toBeGreaterThanOrEqual(2)
    await recovers(
      () => process.kill(processLike(portal, /rebuild\/main\.ts/).pid, 'SIGKILL'),
      'После падения службы сборки.',
    )
    await untilGone(old)
  })

  it('bootstrap.mjs, everything ends, and the next start has all data', async () => {
    await dies(portal.pid)
    portal = await startPortalForTest({ dataDir, port })
    expect(await contentOf(portal)).toEqual(content)
    await publishAndSee(portal, item(4), 'После падения первого процесса.')
  })

  it('the supervisor, everything ends, and the next start has all data', async () => {
    await dies(processLike(portal, /scripts\/start\.ts/).pid)
    // On a disk of its own for the site: the next tests fill it.
    portal = await startPortalForTest({
      dataDir,
      port,
      command: onSmallDisk({ folder: join(dataDir, 'site'), command: supervisor, megabytes: 160 }),
    })
    expect(await contentOf(portal)).toEqual(content)
    await publishAndSee(portal, item(4), 'После падения супервизора.')
  })

  /** Kills the first process and waits for the end of all the others. */
  const dies = async (pid: number) => {
    const all = processesOf(dataDir)
    expect(all.length).toBeGreaterThan(5)
    process.kill(pid, 'SIGKILL')
    await untilGone(all)
  }
})

describe('a second start on the same data folder', () => {
  it('is refused at once, in words, and leaves the first one alone', async () => {
    const started = Date.now()
    const child = spawn(process.execPath, [join(root, 'scripts/start.ts')], {
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        NODE_ENV: 'production',
        DATA_DIR: dataDir,
        PORT: String(await freePort()),
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const [errors] = await Promise.all([text(child.stderr), once(child, 'exit')])
    expect(child.exitCode).toBe(1)
    expect(errors).toMatch(/^\s*Портал уже запущен с этой папкой данных/)
    expect(Date.now() - started).toBeLessThan(5_000)
    expect(await healthOf(portal)).toMatchObject({ database: 'up' })
  })
})

describe('a full disk', () => {
  it('fails the publish in words and keeps the old site, and it is done when there is room', async () => {
    const ballast = join(siteBehind(portal), 'ballast')
    const { bavail, bsize } = await freeSpaceAtRest(siteBehind(portal))
    // Room for the queue’s own file, and not for two pages.
    await writeFile(ballast, Buffer.alloc(Math.max(0, bavail * bsize - 60_000)))
    await publish(portal, item(5), { lead: 'Опубликовано на полном диске.' })
    const failed = await eventually(
      () => publicationOf(portal, item(5)),
      ({ status }) => status === 'failed',
    )
    expect(failed.error).toBe('на диске закончилось место: освободите его, сборка повторится сама')
    expect((await fetch(`${portal.url}${pathOf(item(5))}`)).status).toBe(200)
    await rm(ballast)
    await seeOnSite(portal, item(5), 'Опубликовано на полном диске.')
    const log = await readFile(join(dataDir, 'logs/rebuild.log'), 'utf8')
    expect(log).toContain('публикация не удалась: на диске закончилось место')
  })
})

describe('SIGTERM', () => {
  it('ends every process within five seconds, even during a publish', async () => {
    await untilHealthy(portal)
    await publish(portal, item(6), { lead: 'Опубликовано перед остановкой.' })
    const all = processesOf(dataDir)
    expect(all.length).toBeGreaterThan(5)
    const started = Date.now()
    await portal.stop()
    expect(Date.now() - started).toBeLessThan(5_000)
    expect(processesOf(dataDir)).toEqual([])
    expect(await portal.ended).toBe(0)
  })
})

/** Once the map, the search index and the compressed copies of earlier publishes have been written. */
async function freeSpaceAtRest(folder: string) {
  for (let before = await statfs(folder); ;) {
    await sleep(8_000)
    const now = await statfs(folder)
    if (now.bavail === before.bavail) return now
    before = now
  }
}

/** What every element of Lexical's JSON has. */
function lexicalRoot(type = 'root') {
  return { type, version: 1, format: '', indent: 0, direction: 'ltr' }
}
