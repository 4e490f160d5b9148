import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { axeViolations } from './axe.ts'
import { launchChromium } from './chromium.ts'
import { pageTypes } from './pageTypes.ts'

const { url } = inject('portal')
const types = await pageTypes(url)

let browser: Browser
beforeAll(async () => void (browser = await launchChromium()))
afterAll(() => browser.close())

const widths = [360, 1280]
// Pages with forms: they load the script that makes the forms better, so they are not among the page types of weight.
const formPages = {
  newWish: `${url}/pozhelaniya/novoe/`,
  wish: `${url}/pozhelaniya/p-${new Date().getFullYear()}-1/`,
  group: `${url}/initsiativnaya-gruppa/`,
}
const pages = Object.entries({
  ...types,
  gallery: `${url}/komponenty/`,
  search: `${url}/poisk/`,
  ...formPages,
  // Read from the device's own store, never over the network: its weight is nobody's.
  offline: `${url}/net-svyazi/`,
  // With a player and its chapters.
  recording: `${url}/zasedaniya/zasedanie-16/`,
  // With editions, former dates and a reason.
  movedNotice: `${url}/slushaniya/shlagbaum-pokazatelnaya-7/`,
})

// Three at a time: a page waits for its bytes while another is looked through.
describe.concurrent.each(pages)('%s', (_name, address) => {
  it.each(widths)(
    'has no axe violation, light and dark, and does not scroll sideways at %i px',
    async (width) => {
      const context = await browser.newContext({
        viewport: { width, height: 800 },
        reducedMotion: 'reduce',
        bypassCSP: true,
      })
      try {
        const page = await context.newPage()
        await page.emulateMedia({ colorScheme: 'light' })
        await page.goto(address)
        expect(await axeViolations(page), 'light').toEqual([])
        await page.emulateMedia({ colorScheme: 'dark' })
        expect(await axeViolations(page, 'colours'), 'dark').toEqual([])
        for (const size of ['', 'xl']) {
          await page.evaluate((value) => (document.documentElement.dataset.size = value), size)
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          )
          expect(overflow, `text size «${size || 'обычный'}»`).toBeLessThanOrEqual(0)
        }
      } finally {
        await context.close()
      }
    },
  )
})
