import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { lettersTo } from '../mailbox.ts'
import { asRole, eventually } from './admin.ts'
import { launchChromium } from './chromium.ts'
import { sitemapAddresses } from './pageTypes.ts'

/** A resident asks to be told, is told once the page is live, leaves with one click; and reads their house without a network. */

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

const linkIn = (text: string, path: string): string => {
  const found = text.match(new RegExp(`${portal.url}${path}\\S*`))
  if (!found) throw new Error(`No link to ${path} in: ${text}`)
  return found[0]
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
  await page.goto(linkIn(await letter(0), '/api/told/confirm/'))
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
  const seen = await page.goto(linkIn(told, '/novosti/'))
  expect(seen?.status()).toBe(200)
  expect((await page.locator('h1').innerText()).replaceAll('\u00a0', ' ')).toBe(title)
})

it('leaves with one click of the mail program, and is written to no more', async () => {
  const told = (await letter(1)).replaceAll(/\r\n[ \t]+/g, ' ')
  const stop = linkIn(told, '/api/told/stop/').replace(/>.*$/, '')
  const click = await fetch(stop, {
    method: 'POST',
    body: 'List-Unsubscribe=One-Click',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect(click.status).toBe(200)
  expect((await page.goto(linkIn(told, '/api/told/mine/')))?.status()).toBe(404)
})

it('saves the house and reads it without a network; what was never opened says so', async () => {
  const house = (await sitemapAddresses(portal.url)).find((address) =>
    /^\/dom\/(?!ulica|adresa)[^/]+\/$/.test(new URL(address).pathname),
  )
  await page.goto(house ?? '')
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.getByRole('button', { name: 'Сохранить мой дом' }).click()
  await page.getByRole('button', { name: /Дом сохранён/ }).waitFor()
  const heading = await page.locator('h1').innerText()
  // Seen in another visit than the one that saved it: nothing but the cache of the house has it.
  await page.evaluate(() => caches.delete('pages'))
  await context.setOffline(true)
  await page.goto(`${portal.url}/moy-dom/`)
  await page.waitForURL(house ?? '')
  expect(await page.locator('h1').innerText()).toBe(heading)
  await page.goto(`${portal.url}/golosovaniya/`)
  expect(await page.locator('h1').innerText()).toBe('Нет связи')
  await context.setOffline(false)
})

it('shows what has just been published, though the page was kept; keeps nothing private', async () => {
  // The worker may hear a moment later than the page that there is a network again.
  await eventually(
    () =>
      page.goto(`${portal.url}/novosti/`).then(
        () => true,
        () => false,
      ),
    (isOpen) => isOpen,
    { timeoutMs: 10_000 },
  )
  const editor = await asRole(portal, 'editor')
  const second = `${title}, второй раз`
  await editor('/api/news', {
    method: 'POST',
    body: JSON.stringify({ title: second, lead: 'Ещё раз.', topic: 'transport', _status: 'published' }),
  })
  await eventually(
    async () => {
      await page.goto(`${portal.url}/novosti/`)
      return (await page.locator('main').innerText()).replaceAll('\u00a0', ' ')
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
