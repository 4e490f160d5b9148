import { existsSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { sign, signatureHeader } from '../../collections/http/signature.schema.ts'
import { fixtureNow } from '../../site/test/fixture/index.ts'
import { listReleases, readPin } from './releases.ts'
import { startService, type Service, type ServiceOptions } from './service.ts'
import { code, siteUnderTest, siteUrl, type SiteUnderTest } from './test/siteUnderTest.ts'
import { startTestCms, type TestCms } from './test/testCms.ts'

/** The service with its real resident process, over the fixture's content. */

const secret = 'x'.repeat(32)
let site: SiteUnderTest
let siteDir: string
let cms: TestCms
let service: Service | undefined

beforeAll(async () => {
  site = await siteUnderTest()
}, 120_000)
afterAll(() => site.remove())

beforeEach(async () => {
  siteDir = site.newSiteDir()
  cms = await startTestCms(site.content(), secret)
  process.env['PORTAL_NOW'] = fixtureNow.toISOString()
})
afterEach(async () => {
  await service?.stop()
  service = undefined
  cms.stop()
  delete process.env['PORTAL_NOW']
})

const start = async (options: Partial<ServiceOptions> = {}) => {
  service = await startService({
    siteDir,
    mediaDir: site.mediaDir,
    cmsUrl: cms.url,
    siteUrl,
    secret,
    code,
    port: 0,
    log: () => {},
    retryPauses: [50],
    ...options,
  })
}
const restart = async (options: Partial<ServiceOptions> = {}) => {
  await service?.stop()
  await start(options)
}

const post = (path: string, body: object, key = secret) => {
  const text = JSON.stringify(body)
  return fetch(`${service?.url}${path}`, {
    method: 'POST',
    body: text,
    headers: { [signatureHeader]: sign(text, key) },
  })
}
const publish = (revision = cms.state.revision, { key = secret, sentAt = new Date() } = {}) =>
  post('/', { revision, changes: [{ collection: 'news', id: 'n5' }], sentAt }, key)

// Parsed JSON of our own service; the tests look at single fields.
const status = async () =>
  (await (await fetch(`${service?.url}/status`)).json()) as {
    acceptedRevision: number
    liveRevision: number
    wanted: object | null
    publishes: { revision: number; reason: string; written?: number; generation?: number }[]
    history: number[]
  }
const untilLive = (revision = cms.state.revision) =>
  vi.waitFor(async () => expect(await status()).toMatchObject({ liveRevision: revision, wanted: null }), {
    timeout: 20_000,
    interval: 20,
  })
const file = (name: string) => join(siteDir, 'current', 'public', name)
const page = (name = 'novosti/novost-5/index.html') => plain(readFileSync(file(name), 'utf8'))
/** Text without the typographer's no-break spaces. */
const plain = (html: string) => html.replaceAll('\u00a0', ' ')
const news = (id = 'n5') => cms.docs('news').find((doc) => doc.id === id)!
const edit = (id: string, change: Record<string, unknown>) => cms.save('news', id, { ...news(id), ...change })
const states = () => cms.state.results.map(({ state }) => state)

const slow = 60_000

it(
  'publishes what the CMS signs, switches to it and tells the CMS',
  async () => {
    await start()
    await untilLive()
    edit('n5', { title: 'Заголовок после правки' })
    expect((await publish()).status).toBe(202)
    await untilLive()
    expect(page()).toContain('Заголовок после правки')
    await vi.waitFor(() =>
      expect(cms.state.results.at(-1)).toMatchObject({ state: 'live', revision: 2, held: [] }),
    )
    expect((await status()).publishes.at(-1)).toMatchObject({ revision: 2, reason: 'publish' })
  },
  slow,
)

it(
  'rewrites only the files that differ, and takes their compressed copies along',
  async () => {
    await start()
    await untilLive()
    const copy = file('novosti/novost-5/index.html.br')
    await vi.waitFor(() => expect(existsSync(copy)).toBe(true), 10_000)
    const before = readFileSync(copy)
    edit('n5', { title: 'Заголовок после правки' })
    await publish()
    await untilLive()
    const { written = 0 } = (await status()).publishes.at(-1) ?? {}
    expect(written).toBeGreaterThan(1)
    expect(written).toBeLessThan(12)
    await vi.waitFor(() => expect(existsSync(copy) && !readFileSync(copy).equals(before)).toBe(true), 10_000)
  },
  slow,
)

it(
  'refuses a wrong signature, an old message, a replay and an older revision',
  async () => {
    await start()
    await untilLive()
    edit('n5', { title: 'Раз' })
    edit('n5', { title: 'Два' })
    expect((await publish(3, { key: 'y'.repeat(32) })).status).toBe(401)
    expect((await publish(3, { sentAt: new Date(Date.now() - 6 * 60_000) })).status).toBe(401)
    expect((await post('/', { revision: 3 })).status).toBe(401) // no sentAt
    expect((await status()).liveRevision).toBe(1)
    expect((await publish(3)).status).toBe(202)
    const replay = await publish(3)
    expect(replay.status).toBe(409)
    expect(await replay.json()).toMatchObject({ latestRevision: 3 })
    expect((await publish(2)).status).toBe(409)
  },
  slow,
)

it(
  'makes few renders of a burst of 1,000 saves',
  async () => {
    await start()
    await untilLive()
    for (let save = 0; save < 1000; save += 1) {
      edit(`n${1 + (save % 40)}`, { lead: `Сохранение номер ${save}` })
      if (save % 10 === 9) await publish()
    }
    await untilLive()
    expect(page('novosti/novost-40/index.html')).toContain('Сохранение номер 999')
    const renders = (await status()).publishes.filter(({ reason }) => reason === 'publish').length
    expect(renders).toBeLessThan(60)
  },
  slow,
)

const broken = { root: { type: 'root', children: [{ type: 'nonsense', version: 1 }] } }

it(
  'holds back a document that breaks its page, names it, and publishes the others',
  async () => {
    await start()
    await untilLive()
    edit('n5', { title: 'Сломанная запись', body: broken })
    edit('n6', { title: 'Исправная запись' })
    await publish()
    await untilLive()
    expect(page()).not.toContain('Сломанная запись')
    expect(page('novosti/novost-6/index.html')).toContain('Исправная запись')
    const held = { collection: 'news', id: 'n5', title: 'Сломанная запись' }
    await vi.waitFor(() => expect(cms.state.results.at(-1)).toMatchObject({ state: 'live', held: [held] }))
    expect(cms.state.results.at(-1)?.held?.[0]?.error).toMatch(
      /^страница \/novosti\/novost-5\/: документ news\/n5 «Сломанная запись»: в тексте есть элемент «nonsense»/,
    )
    // It stays held over a restart, with the page of before.
    await restart()
    await vi.waitFor(async () => expect((await post('/render', preview('n6'))).status).toBe(200), 20_000)
    expect(page()).toContain('Новость номер 5')
    edit('n5', { title: 'Исправленная запись', body: news('n7')['body'] })
    await publish()
    await untilLive()
    expect(page()).toContain('Исправленная запись')
    await vi.waitFor(() => expect(cms.state.results.at(-1)).toMatchObject({ state: 'live', held: [] }))
  },
  slow,
)

it(
  'holds back a new document that leads to nowhere, and publishes it when its link is right',
  async () => {
    await start()
    await untilLive()
    const link = (url: string) => ({
      root: {
        type: 'root',
        children: [
          {
            type: 'paragraph',
            children: [
              {
                type: 'link',
                fields: { linkType: 'custom', url },
                children: [{ type: 'text', text: 'сюда' }],
              },
            ],
          },
        ],
      },
    })
    const doc = { ...news('n5'), id: 'n-new', slug: 'novaya', title: 'Новая' }
    cms.save('news', 'n-new', { ...doc, body: link('/net-takoj-stranicy/') })
    await publish()
    await untilLive()
    expect(existsSync(file('novosti/novaya/index.html'))).toBe(false)
    await vi.waitFor(() =>
      expect(cms.state.results.at(-1)?.held?.[0]?.error).toContain('ссылка в никуда: /net-takoj-stranicy/'),
    )
    cms.save('news', 'n-new', { ...doc, body: link('/novosti/') })
    await publish()
    await untilLive()
    expect(page('novosti/novaya/index.html')).toContain('href="/novosti/"')
  },
  slow,
)

it(
  'goes on after its resident process was killed',
  async () => {
    await start()
    await untilLive()
    const found = spawnSync('pgrep', ['-f', `resident/process.ts.*${siteDir}`], { encoding: 'utf8' })
    const pids = found.stdout.trim().split('\n').map(Number)
    expect(pids).toHaveLength(1)
    process.kill(pids[0]!, 'SIGKILL')
    edit('n5', { title: 'После падения' })
    await publish()
    await untilLive()
    expect(page()).toContain('После падения')
  },
  slow,
)

it(
  'delivers results the CMS missed, and publishes at boot what it missed itself',
  async () => {
    await start()
    await untilLive()
    await service?.stop()
    edit('n5', { title: 'Пока службы не было' })
    await start()
    await untilLive()
    expect(page()).toContain('Пока службы не было')
    await vi.waitFor(() => expect(states().at(-1)).toBe('live'))
  },
  slow,
)

it(
  'shows an earlier state after a rollback, over a restart, until the next publish',
  async () => {
    await start()
    await untilLive()
    for (const title of ['Первая правка', 'Вторая правка']) {
      edit('n5', { title })
      await publish()
      await untilLive()
    }
    const second = (await status()).history.at(-1) ?? 0
    expect((await post('/rollback', { generation: 999, sentAt: new Date() })).status).toBe(409)
    expect(await readPin(siteDir), 'a refused rollback pins nothing').toBeNull()
    expect((await post('/rollback', { generation: second, sentAt: new Date() })).status).toBe(200)
    expect(page()).toContain('Первая правка')
    expect(page('novosti/stranica/1/index.html')).not.toContain('Вторая правка')
    await restart()
    await vi.waitFor(async () => expect((await post('/render', preview('n6'))).status).toBe(200), 20_000)
    expect(page()).toContain('Первая правка')
    edit('n6', { title: 'Другая запись' })
    await publish()
    await untilLive()
    expect(page()).toContain('Вторая правка')
  },
  slow,
)

it(
  'rolls back from the command line while the portal is down',
  async () => {
    await start()
    await untilLive()
    edit('n5', { title: 'Ошибочная правка' })
    await publish()
    await untilLive()
    await service?.stop()
    service = undefined
    const dataDir = mkdtempSync(join(site.folder, 'data-'))
    symlinkSync(siteDir, join(dataDir, 'site'))
    const { status: exit, stderr } = spawnSync(
      process.execPath,
      [join(import.meta.dirname, '..', 'rollback.ts')],
      {
        env: { ...process.env, DATA_DIR: dataDir },
        encoding: 'utf8',
      },
    )
    expect(stderr).toBe('')
    expect(exit).toBe(0)
    expect(page()).not.toContain('Ошибочная правка')
  },
  slow,
)

it(
  'shows by the clock that an event is over, without an editor',
  async () => {
    delete process.env['PORTAL_NOW']
    const [model] = cms.docs('events')
    const endsAt = new Date(Date.now() + 8_000).toISOString()
    cms.save('events', 'e-now', {
      ...structuredClone(model!),
      id: 'e-now',
      slug: 'sejchas-idet',
      title: 'Идёт сейчас',
      allDay: false,
      startsAt: new Date(Date.now() - 3_600_000).toISOString(),
      endsAt,
    })
    await start()
    await untilLive()
    const before = page('kalendar/sejchas-idet/index.html')
    await vi.waitFor(() => expect(page('kalendar/sejchas-idet/index.html')).not.toBe(before), 20_000)
    expect(Date.now()).toBeGreaterThan(Date.parse(endsAt))
    await vi.waitFor(async () => expect((await status()).publishes.at(-1)).toMatchObject({ reason: 'time' }))
  },
  slow,
)

it(
  'builds a new release when the templates have changed, and keeps the one before',
  async () => {
    await start()
    await untilLive()
    const [first] = await listReleases(siteDir)
    edit('n5', { title: 'Ещё по старым шаблонам' })
    await publish()
    await untilLive()
    expect((await status()).publishes.at(-1)).toMatchObject({ generation: 1 })
    await restart({ code: 'new-code' })
    await vi.waitFor(
      async () =>
        expect((await listReleases(siteDir)).map((release) => release.code)).toEqual([code, 'new-code']),
      30_000,
    )
    expect((await listReleases(siteDir))[0]?.id).toBe(first?.id)
    // Its numbers mean other publishes now: nobody may be offered to go back by them.
    const former = (await status()).publishes.filter(({ revision }) => revision === 2)
    expect(former.map(({ generation }) => generation)).toContain(undefined)
    expect(former.every(({ generation }) => generation !== 1)).toBe(true)
  },
  slow,
)

it(
  'publishes again after the database was replaced by one whose numbers start lower',
  async () => {
    cms.state.revision = 50
    await start()
    await untilLive(50)
    await service?.stop()
    cms.state.revision = 3
    cms.forgetLog()
    edit('n5', { title: 'Из восстановленной копии' })
    await start()
    await untilLive(4)
    expect(page()).toContain('Из восстановленной копии')
    edit('n5', { title: 'И дальше' })
    expect((await publish(5)).status).toBe(202)
    await untilLive(5)
  },
  slow,
)

it(
  'shows a draft on the real page to its editor alone',
  async () => {
    await start()
    await untilLive()
    const draft = await (await post('/render', preview('n5', { title: 'Черновик про фонтан' }))).text()
    expect(draft).toContain('Черновик про фонтан')
    expect(await (await post('/render', preview('n5'))).text()).not.toContain('Черновик про фонтан')
    expect((await post('/render', { path: '/net/', overlay: [], sentAt: new Date() })).status).toBe(404)
    const faulty = await post('/render', preview('n5', { body: broken }))
    expect(faulty.status).toBe(422)
    expect(await faulty.text()).toContain('в тексте есть элемент «nonsense»')
  },
  slow,
)

const preview = (id: string, change: Record<string, unknown> = {}) => ({
  path: `/novosti/${String(news(id)['slug'])}/`,
  overlay: [{ collection: 'news', id, doc: { ...news(id), ...change } }],
  sentAt: new Date(),
})
