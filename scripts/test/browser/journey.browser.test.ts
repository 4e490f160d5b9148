import sharp from 'sharp'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { asRole, choose, eventually, logIn, publishStatus } from './admin.ts'
import { launchChromium } from './chromium.ts'
import { plain } from './resident.ts'

const portal = inject('portal')
const title = 'Проверка пути: новая лавочка у пруда'
const editedTitle = 'Проверка пути: две новые лавочки у пруда'

let browser: Browser
beforeAll(async () => void (browser = await launchChromium()))
afterAll(() => browser.close())

describe('an editor and a resident', () => {
  let context: BrowserContext
  let page: Page
  let articlePath = ''
  const policyViolations: string[] = []

  beforeAll(async () => {
    context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      locale: 'ru-RU',
      timezoneId: 'Europe/Moscow',
    })
    page = await context.newPage()
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) policyViolations.push(message.text())
    })
    await logIn(page, portal, 'editor')
  })
  afterAll(() => context.close())

  it('writes a news item with a picture in the Russian admin', async () => {
    await page.goto(`${portal.url}/admin/collections/news/create`)
    expect(await page.locator('html').getAttribute('lang')).toBe('ru')
    await page.locator('#field-title').fill(title)
    await page.locator('#field-lead').fill('Лавочку поставили на прошлой неделе. Вторая появится до декабря.')
    await choose(page, 'topic', 'Благоустройство')
    await page.locator('.rich-text-lexical [contenteditable=true]').first().click()
    await page.keyboard.type('Сидеть можно уже сегодня.')
    await page.locator('#field-cover button', { hasText: /созда/i }).first().click()
    await page
      .locator('.drawer__content input[type=file]')
      .first()
      .setInputFiles({
        name: 'Лавочка у пруда.png',
        mimeType: 'image/png',
        buffer: await picture(),
      })
    await page.locator('.drawer__content #field-alt').fill('Деревянная лавочка у пруда')
    await page.locator('.drawer__content #action-save').click()
    await page.locator('#field-cover .upload-relationship-details').waitFor()
    await page.locator('#action-save-draft').click()
    await page.waitForURL(/collections\/news\/[0-9a-f]{24}/)
    expect(await (await fetch(`${portal.url}/api/snapshot`)).text()).not.toContain(title)
  })

  it('sees the draft on the design of the site, and no robot may index it', async () => {
    const [preview] = await Promise.all([
      context.waitForEvent('page'),
      page.locator('#preview-button').first().click(),
    ])
    await preview.waitForLoadState('load')
    expect(new URL(preview.url()).pathname).toMatch(/^\/preview\//)
    expect(plain(await preview.locator('h1').innerText())).toBe(title)
    expect(await preview.locator('main img').first().getAttribute('alt')).toBe('Деревянная лавочка у пруда')
    expect(
      await preview
        .locator('main img')
        .first()
        .evaluate((image: HTMLImageElement) => image.naturalWidth > 0),
    ).toBe(true)
    const reply = await fetch(preview.url())
    expect(reply.headers.get('x-robots-tag')).toContain('noindex')
    await preview.close()
  })

  it('publishes and sees «На сайте с …»', async () => {
    await page.locator('#action-save').click()
    await publishStatus(page).filter({ hasText: 'На сайте с' }).waitFor({ timeout: 120_000 })
    articlePath = (await publishStatus(page).locator('a').getAttribute('href')) ?? ''
    expect(articlePath).toMatch(/^\/novosti\/proverka-puti-novaya-lavochka-u-pruda/)
  })

  it('a resident finds it on the home page, in the list, in the RSS and on its page', async () => {
    const visit = await browser.newContext({ viewport: { width: 360, height: 800 } })
    try {
      const resident = await visit.newPage()
      await resident.goto(`${portal.url}/`)
      await resident
        .getByRole('link', { name: spaced(title) })
        .first()
        .waitFor({ timeout: 5_000 })
      await resident.goto(`${portal.url}/novosti/`)
      await resident
        .getByRole('link', { name: spaced(title) })
        .first()
        .click()
      await resident.waitForURL(`**${articlePath}`)
      expect(plain(await resident.locator('h1').innerText())).toBe(title)
      expect(await resident.locator('main').innerText()).toContain('Сидеть можно уже сегодня.')
      expect(
        await resident
          .locator('main img')
          .first()
          .evaluate((image: HTMLImageElement) => image.naturalWidth > 0),
      ).toBe(true)
    } finally {
      await visit.close()
    }
    expect(await rss()).toContain(articlePath)
    // The search follows in the background.
    await eventually(searchedPaths, (paths) => paths.includes(articlePath), { timeoutMs: 15_000 })
  })

  it('edits it, and the site follows', async () => {
    await page.locator('#field-title').fill(editedTitle)
    await page.locator('#action-save').click()
    const seen = await eventually(
      async () => plain(await siteText(articlePath)),
      (text) => text.includes('две новые лавочки'),
      { timeoutMs: 120_000 },
    )
    expect(seen).toContain('две новые лавочки')
  })

  it('takes it down, and it is gone everywhere', async () => {
    await page.reload()
    await page.locator('.doc-controls__popup button, .doc-controls__dots').first().click()
    await page.locator('#action-unpublish').click()
    await page.locator('[id^=confirm-un-publish] #confirm-action, #confirm-action').first().click()
    await eventually(
      async () => (await fetch(`${portal.url}${articlePath}`)).status,
      (status) => status === 404,
      { timeoutMs: 120_000 },
    )
    for (const path of ['/', '/novosti/', '/novosti/tema/improvement/'])
      expect(await siteText(path), path).not.toContain(articlePath)
    expect(await rss()).not.toContain(articlePath)
    // The map of the site follows in the background.
    await eventually(
      () => siteText('/sitemap-0.xml'),
      (map) => !map.includes(articlePath),
      { timeoutMs: 15_000 },
    )
    await eventually(searchedPaths, (paths) => !paths.includes(articlePath), { timeoutMs: 15_000 })
  })

  it('broke no content security policy on the way', () => expect(policyViolations).toEqual([]))
})

describe('a volunteer', () => {
  it('writes a draft, is not offered to publish, and the draft never appears', async () => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      locale: 'ru-RU',
      timezoneId: 'Europe/Moscow',
    })
    try {
      const page = await context.newPage()
      await logIn(page, portal, 'volunteer')
      await page.goto(`${portal.url}/admin/collections/news/create`)
      await page.locator('#field-title').fill('Проверка пути: черновик волонтёра')
      await choose(page, 'topic', 'Экология')
      await page.locator('#action-save-draft').click()
      await page.waitForURL(/collections\/news\/[0-9a-f]{24}/)
      const id = new URL(page.url()).pathname.split('/').at(-1)

      const volunteer = await asRole(portal, 'volunteer')
      const reply = await volunteer(`/api/news/${id}`, {
        method: 'PATCH',
        body: JSON.stringify({ _status: 'published' }),
      })
      expect(reply.status).toBe(403)
      expect((await fetch(`${portal.url}/api/news/${id}`)).status).toBe(404)
      expect(await (await fetch(`${portal.url}/api/snapshot`)).text()).not.toContain('черновик волонтёра')
    } finally {
      await context.close()
    }
  })
})

describe('a scheduled item', () => {
  it('appears by itself', async () => {
    const editor = await asRole(portal, 'editor')
    const created = await editor('/api/news?draft=true', {
      method: 'POST',
      body: JSON.stringify({
        title: 'Проверка пути: новость по расписанию',
        topic: 'transport',
        lead: 'Выйдет сама.',
      }),
    })
    const { doc } = (await created.json()) as { doc: { id: string; slug: string } } // the shape of Payload's create reply
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      locale: 'ru-RU',
      timezoneId: 'Europe/Moscow',
    })
    try {
      const page = await context.newPage()
      await logIn(page, portal, 'editor')
      await page.goto(`${portal.url}/admin/collections/news/${doc.id}`)
      await page.locator('.form-submit .popup-button').first().click()
      await page.locator('#schedule-publish').click()
      const drawer = page.locator('.schedule-publish')
      await drawer.locator('label', { hasText: 'Опубликовать' }).click()
      await drawer.locator('#time input').click()
      await page.locator('.react-datepicker__time-list-item').last().click()
      // The picker offers quarters of an hour; the clock of this test is ahead of it, so that nobody has to wait.
      await page.route('**/admin/collections/news/**', (route) => {
        const body = route.request().postData()
        const soon = new Date(Date.now() + 25_000).toISOString()
        return route.continue(body ? { postData: body.replace(/\$D[\d:T.-]+Z/, `$$D${soon}`) } : {})
      })
      await drawer.getByRole('button', { name: 'Сохранить' }).click()
      await drawer.locator('.schedule-publish__upcoming').getByText('Опубликовать').waitFor()
    } finally {
      await context.close()
    }
    const path = `/novosti/${doc.slug}/`
    expect((await fetch(`${portal.url}${path}`)).status).toBe(404)
    const body = await eventually(
      () => siteText(path),
      (text) => text.includes('Выйдет сама.'),
      { timeoutMs: 170_000 },
    )
    expect(plain(body)).toContain('новость по расписанию')
  })
})

const picture = () =>
  sharp({ create: { width: 1600, height: 1000, channels: 3, background: '#d9ebe2' } })
    .png()
    .toBuffer()

const rss = () => siteText('/novosti/rss.xml')

/** Where the search leads to for a word of the article. */
async function searchedPaths(): Promise<string[]> {
  const visit = await browser.newContext()
  try {
    const page = await visit.newPage()
    await page.goto(`${portal.url}/poisk/?q=${encodeURIComponent('лавочки')}`)
    await page.locator('main:is([data-search=found], [data-search=nothing])').waitFor()
    const links = await page.locator('#search-results li a').all()
    return await Promise.all(links.map(async (link) => (await link.getAttribute('href')) ?? ''))
  } finally {
    await visit.close()
  }
}

async function siteText(path: string): Promise<string> {
  return (await fetch(`${portal.url}${path}`)).text()
}

/** Text without the no-break spaces and joiners of the typographer. */

/** A name to look for that allows every kind of space the typographer may have set. */
const spaced = (text: string) => new RegExp(text.replaceAll(' ', '[\\s\\u00a0]'))
