import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { lettersTo } from '../mailbox.ts'
import { asRole, eventually } from './admin.ts'
import { launchChromium } from './chromium.ts'
import { linkIn, plain } from './resident.ts'

/** A resident asks to be told, is told once the page is live, and leaves with one click; nothing that is kept hides what is new. */

const portal = inject('portal')
const email = 'sosed@canary.example.org'
const title = 'Проверка подписки: перекроют улицу у станции'

let browser: Browser
let context: BrowserContext
let page: Page
beforeAll(async () => {
  browser = await launchChromium()
  context = await browser.newContext({ viewport: { width: 360, height: 800 }, locale: 'ru-RU' })
  page = await context.newPage()
})
afterAll(() => browser.close())

const letter = async (position: number): Promise<string> => {
  const letters = await eventually(
    () => lettersTo(join(portal.dataDir, 'mail'), email),
    (found) => found.length > position,
    { timeoutMs: 90_000 },
  )
  return letters[position] ?? ''
}

it('subscribes to a topic and confirms the address', async () => {
  await page.goto(`${portal.url}/podpiska/`)
  await page.getByLabel('Почта').fill(email)
  await page.locator('.subjects summary', { hasText: 'Темы новостей' }).click()
  await page.getByRole('checkbox', { name: 'Транспорт и дороги' }).check()
  await page.getByRole('radio', { name: /^Сразу/ }).check()
  await page.getByLabel(/Согласен, чтобы портал хранил/).check()
  await page.getByRole('button', { name: 'Подписаться' }).click()
  await page.getByRole('heading', { name: 'Остался один шаг: подтвердите адрес' }).waitFor()
  await page.goto(linkIn(await letter(0), `${portal.url}/api/told/confirm/`))
  await page.getByRole('button', { name: 'Подтвердить' }).click()
  await page.getByRole('heading', { name: 'Моя подписка' }).waitFor()
  expect(await page.locator('main').innerText()).toContain(email)
  expect(await page.getByRole('checkbox', { name: 'Транспорт и дороги' }).isChecked()).toBe(true)
  const { scroll, view } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    view: window.innerWidth,
  }))
  expect(scroll).toBeLessThanOrEqual(view)
})

it('gets a letter whose link opens the live page', async () => {
  const editor = await asRole(portal, 'editor')
  const reply = await editor('/api/news', {
    method: 'POST',
    body: JSON.stringify({
      title,
      lead: 'С понедельника, на две недели.',
      topic: 'transport',
      _status: 'published',
    }),
  })
  expect(reply.status).toBe(201)
  const told = await letter(1)
  const seen = await page.goto(linkIn(told, `${portal.url}/novosti/`))
  expect(seen?.status()).toBe(200)
  expect(plain(await page.locator('h1').innerText())).toBe(title)
})

it('leaves with one click of the mail program, and is written to no more', async () => {
  const told = (await letter(1)).replaceAll(/\r\n[ \t]+/g, ' ')
  const stop = linkIn(told, `${portal.url}/api/told/stop/`).replace(/>.*$/, '')
  const click = await fetch(stop, {
    method: 'POST',
    body: 'List-Unsubscribe=One-Click',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect(click.status).toBe(200)
  expect((await page.goto(linkIn(told, `${portal.url}/api/told/mine/`)))?.status()).toBe(404)
})

it('shows what has just been published, though the page was kept; keeps nothing private', async () => {
  await page.goto(`${portal.url}/novosti/`)
  await page.evaluate(() => navigator.serviceWorker.ready)
  const editor = await asRole(portal, 'editor')
  const second = `${title}, второй раз`
  await editor('/api/news', {
    method: 'POST',
    body: JSON.stringify({ title: second, lead: 'Ещё раз.', topic: 'transport', _status: 'published' }),
  })
  await eventually(
    async () => {
      await page.goto(`${portal.url}/novosti/`)
      return plain(await page.locator('main').innerText())
    },
    (text) => text.includes(second),
    { timeoutMs: 30_000 },
  )
  const kept = await page.evaluate(async () => {
    const names = await caches.keys()
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return requests.flat().map(({ url }) => new URL(url).pathname)
  })
  expect(kept).toContain('/novosti/')
  expect(kept.filter((path) => /^\/(api|admin)/.test(path))).toEqual([])
})
