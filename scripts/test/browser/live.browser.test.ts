import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { startStreamServer } from '../hlsStream.ts'
import { asRole, eventually, logIn } from './admin.ts'
import { axeViolations } from './axe.ts'
import { launchChromium } from './chromium.ts'
import { plain } from './resident.ts'

/**
 * An editor puts a stream on air, ends it and shows its recording; residents learn of it on every page, watch it in a real
 * player from a real HLS server, with captions, and jump to an item.
 */

const portal = inject('portal')
const slug = `efir-proverki-${Date.now()}`
const path = `/kalendar/${slug}/`
const title = 'Заседание для проверки эфира'
const streams = `http://localhost:${portal.streamPort}`

let browser: Browser
let admin: Page
let server: Awaited<ReturnType<typeof startStreamServer>>
let eventId = ''
beforeAll(async () => {
  server = await startStreamServer(join(portal.dataDir, 'streams'), portal.streamPort ?? 0)
  browser = await launchChromium()
  const editor = await asRole(portal, 'editor')
  const reply = await editor('/api/events', {
    method: 'POST',
    body: JSON.stringify({
      title,
      slug,
      kind: 'official',
      startsAt: new Date().toISOString(),
      _status: 'published',
    }),
  })
  eventId = ((await reply.json()) as { doc: { id: string } }).doc.id // what Payload answers to a new document
  await eventually(
    async () => (await fetch(portal.url + path)).status,
    (status) => status === 200,
  )
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 } })
  admin = await context.newPage()
  await logIn(admin, portal, 'editor')
})
afterAll(async () => {
  await browser.close()
  server.stop()
})

const visit = async (
  { before, ...options }: BrowserContextOptions & { before?: (page: Page) => Promise<unknown> },
  use: (page: Page) => Promise<void>,
) => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 800 },
    locale: 'ru-RU',
    ...options,
  })
  try {
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    await before?.(page)
    await use(page)
    expect(complaints).toEqual([])
  } finally {
    await context.close()
  }
}

const siteText = async (address: string) => plain(await (await fetch(portal.url + address)).text())
const press = async (name: string) => {
  await admin.getByRole('button', { name, exact: true }).click()
  await admin.waitForLoadState()
}
const banner = (page: Page) => page.locator('#live')
/** How far the player of the page has come. */
const played = (page: Page) =>
  page.locator('video').evaluate((video) => (video as HTMLVideoElement).currentTime) // found by its tag

describe('promise 14: a session is broadcast', () => {
  let builtBefore = ''

  it('the page says when it begins, and asks nobody else for anything', async () => {
    const editor = await asRole(portal, 'editor')
    const reply = await editor('/api/streams', {
      method: 'POST',
      body: JSON.stringify({
        of: { relationTo: 'events', value: eventId },
        plannedAt: '2036-12-01T15:00:00.000Z',
        url: `${streams}/index.m3u8`,
      }),
    })
    expect(reply.status).toBe(201)
    const { doc } = (await reply.json()) as { doc: { id: string } } // what Payload answers to a new document
    const html = await eventually(
      () => siteText(path),
      (text) => text.includes('Начнётся 1 декабря 2036 в 18:00'),
    )
    expect(html).not.toContain(streams)
    await admin.goto(`${portal.url}/admin/collections/streams/${doc.id}`)
    builtBefore = await (await fetch(`${portal.url}/istoriya/`)).text()
  })

  it('an editor goes on air: a page that was built before tells so, without a shift, and can be told to be quiet', async () => {
    await press('Начать эфир')
    await eventually(
      () => siteText(path),
      (text) => text.includes('Идёт прямо сейчас.'),
    )
    expect(await (await fetch(`${portal.url}/istoriya/`)).text()).toBe(builtBefore)
    await visit({}, async (page) => {
      await page.addInitScript(() =>
        new PerformanceObserver((list) => {
          const { dataset } = document.documentElement
          dataset.shifts = String(Number(dataset.shifts ?? 0) + list.getEntries().length)
        }).observe({ type: 'layout-shift', buffered: true }),
      )
      await eventually(
        async () => {
          await page.goto(`${portal.url}/istoriya/`)
          await page.waitForTimeout(500)
          return banner(page).isVisible()
        },
        (isShown) => isShown,
      )
      expect(plain(await banner(page).innerText())).toContain(`Идёт трансляция: ${title}`)
      expect(await page.locator('html').getAttribute('data-shifts')).toBe(null)
      await banner(page).getByRole('button', { name: 'Скрыть' }).click()
      expect(await banner(page).isVisible()).toBe(false)
      await page.reload()
      await banner(page).getByRole('link').click()
      await page.waitForURL(portal.url + path)
      await page.waitForTimeout(500)
      expect(await banner(page).isVisible()).toBe(false)
    })
  })

  it.each([
    { how: 'as this browser likes best', byLibrary: false },
    { how: 'by hls.js where the browser cannot', byLibrary: true },
  ])('a resident watches it, played $how, and nothing is loaded before the press', async ({ byLibrary }) => {
    server.asked.length = 0
    const before = async (page: Page) => {
      if (byLibrary) await page.addInitScript(() => (HTMLMediaElement.prototype.canPlayType = () => ''))
    }
    await visit({ before }, async (page) => {
      const scripts: string[] = []
      page.on('request', (request) => {
        if (request.resourceType() === 'script') scripts.push(request.url())
      })
      await page.goto(portal.url + path, { waitUntil: 'networkidle' })
      expect(server.asked).toEqual([])
      const loaded = scripts.length
      await page.getByRole('link', { name: 'Смотреть трансляцию' }).focus()
      await page.keyboard.press('Enter')
      await eventually(
        () => played(page),
        (seconds) => seconds > 1,
        { everyMs: 100 },
      )
      expect(server.asked).toContain('index.m3u8')
      expect(await page.locator('video').evaluate((video) => document.activeElement === video)).toBe(true)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
      if (byLibrary) expect(scripts.length).toBe(loaded + 1)
    })
  })

  it.each([
    { width: 360, colorScheme: 'light' as const },
    { width: 1280, colorScheme: 'dark' as const },
  ])('bar and player have no axe violation at $width px, $colorScheme', async ({ width, colorScheme }) => {
    const options = {
      viewport: { width, height: 800 },
      colorScheme,
      reducedMotion: 'reduce' as const,
      bypassCSP: true,
    }
    await visit(options, async (page) => {
      await page.goto(`${portal.url}/istoriya/`)
      await banner(page).waitFor()
      expect(await axeViolations(page)).toEqual([])
      await page.goto(portal.url + path)
      await page.getByRole('link', { name: 'Смотреть трансляцию' }).click()
      await page.locator('video').waitFor()
      expect(await axeViolations(page)).toEqual([])
    })
  })

  it('without JavaScript the page says it and leads to the stream', async () => {
    await visit({ javaScriptEnabled: false }, async (page) => {
      await page.goto(portal.url + path)
      expect(await page.locator('#translyaciya').innerText()).toContain('Идёт прямо сейчас.')
      expect(await page.getByRole('link', { name: 'Смотреть трансляцию' }).getAttribute('href')).toBe(
        `${streams}/index.m3u8`,
      )
    })
  })

  it('the editor ends it: the banner goes, the page waits for the recording', async () => {
    await press('Закончить эфир')
    await eventually(
      () => siteText(path),
      (text) => text.includes('Трансляция закончилась. Запись появится здесь.'),
    )
    await eventually(
      async () => (await (await fetch(`${portal.url}/api/live`)).json()) as unknown,
      (answer) => JSON.stringify(answer) === '{"live":[]}',
    )
  })

  it('the editor adds captions, items and the recording, and shows it', async () => {
    const stream = admin.url()
    await admin.goto(`${portal.url}/admin/collections/media/create`)
    const file = { name: 'subtitry.vtt', mimeType: 'text/vtt', buffer: Buffer.from(vtt) }
    await admin.locator('input[type=file]').first().setInputFiles(file)
    await admin.locator('#action-save').click()
    await admin.waitForURL(/\/media\/[0-9a-f]{24}/)
    const editor = await asRole(portal, 'editor')
    const reply = await editor(`/api/streams/${stream.split('/').at(-1)}`, {
      method: 'PATCH',
      body: JSON.stringify({ captions: admin.url().split('/').at(-1), chapters }),
    })
    expect(reply.status).toBe(200)
    await admin.goto(stream)
    await admin.locator('#field-recordingUrl').fill(`${streams}/zapis.mp4`)
    await admin.locator('#action-save').click()
    await admin.locator('.payload-toast-item').first().waitFor()
    await press('Показать запись')
    await eventually(
      () => siteText(path),
      (text) => text.includes('Запись трансляции'),
    )
  })

  it('a resident jumps to an item of the recording, with captions on', async () => {
    server.asked.length = 0
    await visit({}, async (page) => {
      await page.goto(portal.url + path, { waitUntil: 'networkidle' })
      expect(server.asked).toEqual([])
      await page.getByRole('link', { name: '0:10 О бюджете' }).click()
      await eventually(
        () => played(page),
        (seconds) => seconds >= 10,
        { everyMs: 100 },
      )
      const shown = () =>
        page.locator('video').evaluate((found) => {
          const video = found as HTMLVideoElement // by its tag
          const [track] = video.textTracks
          return {
            mode: track?.mode,
            words: [...(track?.activeCues ?? [])].map((cue) => (cue as VTTCue).text),
          } // of a WebVTT file
        })
      await eventually(shown, ({ words }) => words.includes('Вопрос о бюджете'), { everyMs: 100 })
      expect((await shown()).mode).toBe('showing')
      await page.getByRole('link', { name: '0:02 Открытие' }).click()
      await eventually(
        () => played(page),
        (seconds) => seconds >= 2 && seconds < 9,
        { everyMs: 100 },
      )
      expect(await page.locator('video').count()).toBe(1)
    })
  })

  it('a video of another service comes in a frame of its own, only after the press, and the page says whose it is', async () => {
    const seeded = '/zasedaniya/zasedanie-16/'
    const foreign: string[] = []
    const before = (page: Page) =>
      page.route(/^(?!http:\/\/localhost)/, async (route) => {
        foreign.push(route.request().url())
        await route.fulfill({ contentType: 'text/html', body: '<h1>Rutube</h1>' })
      })
    await visit({ before }, async (page) => {
      await page.goto(portal.url + seeded, { waitUntil: 'networkidle' })
      expect(foreign).toEqual([])
      expect(plain(await page.locator('#translyaciya').innerText())).toContain(
        'Видео показывает Rutube. До нажатия',
      )
      await page.getByRole('link', { name: /^38:25/ }).click()
      await page.frameLocator('#translyaciya iframe').getByRole('heading', { name: 'Rutube' }).waitFor()
      expect(foreign).toEqual([`https://rutube.ru/play/embed/${'0'.repeat(32)}/?t=2305`])
      // The same from the agenda.
      await page.locator('#povestka').getByRole('link', { name: 'Смотреть в записи с 4:10' }).click()
      await eventually(
        () => Promise.resolve(foreign.at(-1) ?? ''),
        (address) => address.endsWith('?t=250'),
        { everyMs: 50 },
      )
      expect(await page.locator('#translyaciya iframe').count()).toBe(1)
    })
  })
})

const chapters = [
  { time: '0:02', title: 'Открытие' },
  { time: '0:10', title: 'О бюджете' },
]

const vtt =
  'WEBVTT\n\n00:00.000 --> 00:08.000\nОткрытие заседания\n\n00:08.000 --> 00:20.000\nВопрос о бюджете\n'
