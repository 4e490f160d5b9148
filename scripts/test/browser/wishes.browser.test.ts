import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { asRole, eventually, logIn } from './admin.ts'
import { answerSum, type Upload } from './resident.ts'
import { launchChromium } from './chromium.ts'

/** A wish from the form to the statistics, without JavaScript and with it; and what must never get out. */

const portal = inject('portal')
const email = 'kanarejka.pozhelanie@example.org'
const declinedText = 'Канарейка, которую не опубликовали: телефон 8 916 000-77-77.'

let browser: Browser
let plain: BrowserContext
let page: Page
beforeAll(async () => {
  browser = await launchChromium()
  plain = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } })
  page = await plain.newPage()
})
afterAll(() => browser.close())

const photo = async (): Promise<Upload> => ({
  name: 'Снимок.jpg',
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#7da58d' } })
    .jpeg()
    .toBuffer(),
})

const fillIn = async ({ title, text }: { title: string; text: string }) => {
  await page.goto(`${portal.url}/pozhelaniya/novoe/`)
  await page.locator('#category').selectOption('light')
  await page.locator('#title').fill(title)
  await page.locator('#text').fill(text)
  await page.locator('#place').fill('Примерная улица, 5')
  await page.locator('#point').fill('55.676, 37.898')
  await page.locator('#name').fill('Канарейка Браузерова')
  await page.locator('#email').fill(email)
  await page.locator('#consentProcessing').check()
}

const wishOf = async (number: string) => {
  const editor = await asRole(portal, 'editor')
  const reply = await editor(`/api/wishes?where[number][equals]=${encodeURIComponent(number)}&depth=0`)
  const { docs } = (await reply.json()) as { docs: { id: string; slug: string; status: string }[] }
  if (!docs[0]) throw new Error(`No wish ${number}`)
  return docs[0]
}

const numberOnPage = async () => /П-\d{4}-\d+/.exec(await page.locator('h1').innerText())?.[0] ?? ''

const siteText = async (path: string) => (await fetch(`${portal.url}${path}`)).text()

const total = async () =>
  (JSON.parse(await siteText('/pozhelaniya/statistika/pozhelaniya.json')) as { total: number }).total

describe('a wish', () => {
  let number = ''
  let path = ''
  let before = 0

  it('is sent without JavaScript, with a photo, and has a number', async () => {
    before = await total()
    const upload = await photo()
    await fillIn({
      title: 'Проверка: фонарь у лестницы',
      text: 'Темно у лестницы, нужен фонарь. Проверка портала.',
    })
    await page.locator('#photo').setInputFiles(upload)
    await page.locator('form.form button').click()
    await answerSum(page, upload)
    number = await numberOnPage()
    expect(number).toMatch(/^П-/)
    expect(await page.locator('main').innerText()).toContain('на проверке')
  })

  it('is published by an editor in the admin, and is on the site with its photo', async () => {
    const { id, slug } = await wishOf(number)
    path = `/pozhelaniya/${slug}/`
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'ru-RU' })
    const admin = await context.newPage()
    await logIn(admin, portal, 'editor')
    await admin.goto(`${portal.url}/admin/collections/wishes/${id}`)
    await admin.locator('.portal-moves button', { hasText: 'Опубликовать' }).click()
    await admin.locator('.portal-dialog .portal-moves__main').click()
    await admin.locator('.portal-moves button', { hasText: 'Запланировано' }).waitFor()
    await context.close()
    const html = await eventually(
      () => siteText(path),
      (text) => text.includes('фонарь'),
    )
    expect(html).toContain('/media/')
    await page.goto(`${portal.url}${path}`)
    expect(
      await page
        .locator('main img')
        .first()
        .evaluate((img: HTMLImageElement) => img.naturalWidth),
    ).toBeGreaterThan(0)
  })

  it('is supported without JavaScript and with it, by two devices', async () => {
    await page.goto(`${portal.url}${path}`)
    await page.locator('form.form button').click()
    await answerSum(page)
    expect(await page.locator('h1').innerText()).toContain('поддержали')
    const context = await browser.newContext({ viewport: { width: 360, height: 800 } })
    const scripted = await context.newPage()
    await scripted.goto(`${portal.url}${path}`)
    await eventually(
      () => scripted.locator('[data-supports]').innerText(),
      (text) => text.startsWith('1 '),
    )
    await scripted.locator('form.form button').focus()
    await scripted.waitForTimeout(4_000)
    await scripted.locator('form.form button').click()
    const receipt = scripted.locator('.receipt')
    await receipt.waitFor()
    expect(await receipt.innerText()).toContain('Всего поддержали 2 человека')
    await context.close()
  })

  it('is answered, and the answer is on its page and the wish in the statistics', async () => {
    const { id } = await wishOf(number)
    const editor = await asRole(portal, 'editor')
    const reply = 'Фонарь поставим до первого мая, отвечает служба освещения.'
    const moved = await editor(`/api/wishes/${id}/move`, {
      method: 'POST',
      body: JSON.stringify({ from: 'published', to: 'planned', reply }),
    })
    expect(moved.status).toBe(200)
    await eventually(
      () => siteText(path),
      (text) => text.includes('служба освещения'),
    )
    await eventually(total, (seen) => seen === before + 1)
    expect(await siteText('/pozhelaniya/statistika/')).toContain(`${before + 1}`)
    expect(await siteText('/pozhelaniya/statistika/pozhelaniya.csv')).toContain(`Всего;;${before + 1}`)
  })
})

describe('a wish that is not published', () => {
  it('leaves nothing of its words, its author’s name or e-mail in the site, the snapshot or the logs', async () => {
    await fillIn({ title: 'Канарейка без публикации', text: declinedText })
    await page.locator('form.form button').click()
    await answerSum(page)
    const { id, slug } = await wishOf(await numberOnPage())
    const editor = await asRole(portal, 'editor')
    await editor(`/api/wishes/${id}/move`, {
      method: 'POST',
      body: JSON.stringify({ from: 'received', to: 'declined', reason: 'personal' }),
    })
    await eventually(
      () => siteText(`/pozhelaniya/${slug}/`),
      (text) => text.includes('личные данные'),
    )
    const seen = [
      ...(await textsIn(join(portal.dataDir, 'site/current/public'), /\.(html|json|xml|csv|ics|txt|js)$/)),
      ...(await textsIn(join(portal.dataDir, 'logs'), /./)),
      { name: 'snapshot', text: await siteText('/api/snapshot') },
      { name: 'wishes', text: await siteText('/api/wishes?limit=200&depth=1') },
    ]
    expect(seen.length).toBeGreaterThan(200)
    // Words of this wish and its author alone: other tests have canaries of their own.
    const traces =
      /канарейка без публикации|канарейка, которую|канарейка браузерова|kanare[jy]ka[.-](?:bez|pozhelanie)|916 000-77-77/i
    expect(seen.filter(({ text }) => traces.test(text)).map(({ name }) => name)).toEqual([])
  })
})

const textsIn = async (folder: string, names: RegExp): Promise<{ name: string; text: string }[]> => {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  return Promise.all(
    files
      .filter((file) => file.isFile() && names.test(file.name))
      .map(async (file) => {
        const name = join(file.parentPath, file.name)
        return { name, text: await readFile(name, 'utf8') }
      }),
  )
}
