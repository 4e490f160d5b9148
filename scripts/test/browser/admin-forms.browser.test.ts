import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { asRole, logIn } from './admin.ts'
import { launchChromium } from './chromium.ts'

/** The admin's forms on computers other than the one they were made on: another time zone, a phone. */

const portal = inject('portal')

let browser: Browser
beforeAll(async () => void (browser = await launchChromium()))
afterAll(() => browser.close())

const openAsEditor = async (options: Parameters<Browser['newContext']>[0]): Promise<Page> => {
  const context = await browser.newContext({ locale: 'ru-RU', ...options })
  const page = await context.newPage()
  await logIn(page, portal, 'editor')
  return page
}

describe('on a computer that keeps the time of Vladivostok', () => {
  it('a date is shown, entered and listed by the clock in Moscow', async () => {
    const editor = await asRole(portal, 'editor')
    const made = await editor('/api/news?draft=true', {
      method: 'POST',
      body: JSON.stringify({
        title: 'Проба часов',
        topic: 'sport',
        publishedAt: '2026-11-20T06:30:00.000Z',
        _status: 'draft',
      }),
    })
    expect(made.status, await made.clone().text()).toBe(201)
    const { doc } = (await made.json()) as { doc: { id: string } } // Payload's reply
    const page = await openAsEditor({
      timezoneId: 'Asia/Vladivostok',
      viewport: { width: 1280, height: 900 },
    })
    await page.goto(`${portal.url}/admin/collections/news/${doc.id}`)
    const input = page.locator('#field-publishedAt input')
    await expect.poll(() => input.inputValue()).toBe('20.11.2026 09:30')

    await input.fill('21.11.2026 10:45')
    await input.press('Enter')
    await page.locator('#action-save-draft').click()
    await expect
      .poll(
        async () => {
          const reply = await editor(`/api/news/${doc.id}?draft=true&depth=0`)
          return ((await reply.json()) as { publishedAt: string }).publishedAt // Payload's reply
        },
        { timeout: 20_000 },
      )
      .toBe('2026-11-21T07:45:00.000Z')
    expect(await input.inputValue()).toBe('21.11.2026 10:45')

    await page.goto(
      `${portal.url}/admin/collections/news?limit=10&search=${encodeURIComponent('Проба часов')}`,
    )
    await page.locator('tbody').getByText('21.11.2026 10:45').waitFor()
    await editor(`/api/news/${doc.id}`, { method: 'DELETE' })
    await page.context().close()
  })
})

describe('on a phone', () => {
  it.each(['events', 'hearings', 'sessions', 'deputies'])(
    'a form of %s does not scroll sideways',
    async (collection) => {
      const { docs } = (await (await fetch(`${portal.url}/api/${collection}?limit=1&depth=0`)).json()) as {
        docs: { id: string }[]
      } // Payload's reply
      const page = await openAsEditor({ viewport: { width: 360, height: 800 } })
      await page.goto(`${portal.url}/admin/collections/${collection}/${docs[0]?.id}`)
      await page.locator('.doc-controls').waitFor()
      await page.locator('.app-header__account').waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
      await page.context().close()
    },
  )
})
