import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { SignedManifest } from '../../../collections/Manifests/manifest.schema.ts'
import { eventually } from './admin.ts'
import { launchChromium } from './chromium.ts'
import { plain } from './resident.ts'

/** Anybody checks the text of a notice on /slushaniya/podlinnost/, in their own browser. */

const { url } = inject('portal')
const address = `${url}/slushaniya/podlinnost/`

let browser: Browser
beforeAll(async () => void (browser = await launchChromium()))
afterAll(() => browser.close())

const visit = async (options: object, use: (page: Page) => Promise<void>) => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 800 },
    locale: 'ru-RU',
    ...options,
  })
  try {
    const page = await context.newPage()
    await page.goto(address)
    await use(page)
  } finally {
    await context.close()
  }
}

/** The text of an edition as somebody downloads it from the page of a notice that a manifest holds. */
const signedText = async (): Promise<{ text: string; day: string }> => {
  const manifests = await eventually(
    // The portal's own file, once it has signed the days before.
    async () => (await (await fetch(`${address}vse.json`)).json()) as SignedManifest[],
    (found) => found.some(({ editions }) => editions.length > 0),
  )
  const notice = `${url}/slushaniya/shlagbaum-pokazatelnaya-7/`
  const [link = ''] =
    (await (await fetch(notice)).text()).match(/\/slushaniya\/podlinnost\/tekst\/\w+\.json/) ?? []
  return { text: await (await fetch(url + link)).text(), day: manifests[0]?.day ?? '' }
}

const said = async (page: Page) =>
  plain(
    await eventually(
      () => page.locator('form[data-manifests] [role=status]').innerText(),
      (words) => words !== '' && words !== 'Проверяем…',
      { everyMs: 50 },
    ),
  )

it('finds a pasted text in the manifest of its day, sends it nowhere, and refuses one with a changed letter', async () => {
  const { text, day } = await signedText()
  await visit({}, async (page) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`))
    await page.getByLabel('Текст редакции').fill(`${text}\n\n`)
    await page.getByRole('button', { name: 'Проверить' }).click()
    const words = await said(page)
    expect(words).toMatch(/^Текст подлинный: редакция \d+ уведомления, она в ведомости за /)
    expect(words).toContain(
      new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(day)),
    )
    await page.getByLabel('Текст редакции').fill(text.replace(/о/, 'a'))
    await page.getByRole('button', { name: 'Проверить' }).click()
    expect(await said(page)).toMatch(/^Такого текста в ведомостях нет/)
    // The icon of the tab comes when the browser likes.
    expect(new Set(asked.filter((line) => line !== 'GET /icon.svg'))).toEqual(
      new Set(['GET /slushaniya/podlinnost/vse.json']),
    )
  })
})

it('takes the file as well', async () => {
  const { text } = await signedText()
  await visit({}, async (page) => {
    await page
      .getByLabel('или файл')
      .setInputFiles({ name: 'tekst.json', mimeType: 'application/json', buffer: Buffer.from(text) })
    expect(await said(page)).toMatch(/^Текст подлинный/)
  })
})

it('says «не сошлись» when somebody has changed a manifest on the way', async () => {
  const { text } = await signedText()
  const manifests = await (await fetch(`${address}vse.json`)).text()
  await visit({}, async (page) => {
    await page.route('**/vse.json', (route) =>
      route.fulfill({ body: manifests.replace(/"edition":1/, '"edition":7') }),
    )
    await page.getByLabel('Текст редакции').fill(text)
    await page.getByRole('button', { name: 'Проверить' }).click()
    expect(await said(page)).toMatch(/^Ведомости не сошлись/)
  })
})

it('without JavaScript shows no dead form and says how to check', async () => {
  await visit({ javaScriptEnabled: false }, async (page) => {
    expect(await page.locator('form[data-manifests]').isVisible()).toBe(false)
    expect(plain(await page.locator('main').innerText())).toMatch(
      /npm run verify-notice -- \S+vse\.json ФАЙЛ/,
    )
    expect((await fetch(`${address}vse.json`)).status).toBe(200)
  })
})
