import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchChromium } from './chromium.ts'

const { url } = inject('portal')
const phone = { width: 360, height: 800 }

let browser: Browser
beforeAll(async () => void (browser = await launchChromium()))
afterAll(() => browser.close())

async function open<T>(options: { javaScriptEnabled: boolean }, use: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: phone, ...options })
  try {
    return await use(await context.newPage())
  } finally {
    await context.close()
  }
}

describe('the frame of a page', () => {
  it('opens the menu and changes size and colours without JavaScript', async () => {
    await open({ javaScriptEnabled: false }, async (page) => {
      await page.goto(url)
      expect(await page.locator('#nav').isVisible()).toBe(false)
      await page.locator('button[popovertarget=nav]:visible').click()
      expect(await page.locator('#nav a').first().isVisible()).toBe(true)
      await page.locator('#nav button[popovertarget=display]').click()
      const before = await page.locator('#display').evaluate((panel) => getComputedStyle(panel).fontSize)
      await page.locator('#size-l').check()
      await page.locator('#view-contrast').check()
      const [after, colour] = await page.locator('#display').evaluate((panel) => {
        const { fontSize, color } = getComputedStyle(panel)
        return [fontSize, color]
      })
      expect(parseFloat(after ?? '')).toBeCloseTo(parseFloat(before) * 1.25)
      expect(colour).toBe('rgb(0, 0, 0)')
    })
  })

  it('keeps the chosen size on the next page, from its first paint', async () => {
    await open({ javaScriptEnabled: true }, async (page) => {
      await page.goto(url)
      await page.locator('button[popovertarget=nav]:visible').click()
      await page.locator('#nav button[popovertarget=display]').click()
      await page.locator('#size-l').check()
      await page.goto(`${url}/slushaniya/`)
      expect(await page.locator('html').getAttribute('data-size')).toBe('l')
      expect(await page.locator('#size-l').isChecked()).toBe(true)
    })
  })

  it('shifts nothing when the font comes late', async () => {
    await open({ javaScriptEnabled: true }, async (page) => {
      await page.route('**/*.woff2', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 500))
        await route.continue()
      })
      await page.addInitScript(() => {
        document.documentElement.dataset.shift = '0'
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            const { value } = entry as PerformanceEntry & { value: number } // a LayoutShift, not yet in lib.dom
            const { dataset } = document.documentElement
            dataset.shift = String(Number(dataset.shift) + value)
          }
        }).observe({ type: 'layout-shift', buffered: true })
      })
      for (const path of ['/', '/deputaty/', '/slushaniya/']) {
        await page.goto(`${url}${path}`)
        await page.evaluate(() => document.fonts.ready)
        await page.waitForTimeout(200)
        const shift = await page.locator('html').getAttribute('data-shift')
        expect(Number(shift), path).toBeLessThan(0.02)
      }
    })
  })
})

describe('the notice of a hearing', () => {
  it('prints on one A4 sheet with a QR', async () => {
    const list = await (await fetch(`${url}/slushaniya/`)).text()
    const paths = new Set([...list.matchAll(/href="(\/slushaniya\/[^"/]+\/)"/g)].map(([, path = '']) => path))
    expect(paths.size).toBeGreaterThan(0)
    await open({ javaScriptEnabled: true }, async (page) => {
      for (const path of paths) {
        await page.goto(`${url}${path}`)
        const pdf = await page.pdf({ preferCSSPageSize: true })
        const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length
        expect(sheets, path).toBe(1)
        await page.emulateMedia({ media: 'print' })
        expect(await page.getByRole('img', { name: 'QR-код этой страницы' }).isVisible(), path).toBe(true)
        expect(await page.locator('header').first().isVisible(), path).toBe(false)
        await page.emulateMedia({ media: null })
      }
    })
  })
})
