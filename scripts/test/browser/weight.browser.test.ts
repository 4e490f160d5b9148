import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchChromium } from './chromium.ts'
import { pageTypes } from './pageTypes.ts'

const { url } = inject('portal')
// A form has a script of its own: only pages that are read load none.
const forms = ['ask', 'poll', 'houses', 'subscription', 'authenticity', 'registration']
const types = Object.entries(await pageTypes(url)).filter(([name]) => !forms.includes(name))
const compress = promisify(brotliCompress)

/** The first flight of a TCP connection (RFC 6928, ten segments): what arrives without waiting for the phone to answer. */
const firstFlight = 14_000
const inlineScriptLimit = 1_500

let browser: Browser
let context: BrowserContext
beforeAll(async () => {
  browser = await launchChromium()
  context = await browser.newContext({ viewport: { width: 360, height: 800 } })
  // The fonts are there from now on: that a line breaks elsewhere when they come late depends on the network, not the page.
  await (await context.newPage()).goto(url, { waitUntil: 'networkidle' })
})
afterAll(() => browser.close())

describe.each(types)('%s', (_name, address) => {
  it('weighs at most 14 kB with its critical CSS, brotli', async () => {
    const html = Buffer.from(await (await fetch(address)).arrayBuffer())
    const { length } = await compress(html)
    expect(length).toBeLessThanOrEqual(firstFlight)
  })

  it('loads no script file, asks no other host, breaks no policy and does not shift', async () => {
    const page = await context.newPage()
    try {
      const requests: { type: string; address: string }[] = []
      const complaints: string[] = []
      page.on('request', (request) => requests.push({ type: request.resourceType(), address: request.url() }))
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
      page.on('pageerror', (error) => complaints.push(error.message))
      await page.addInitScript(() => {
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            if (!('value' in entry)) continue // the score of a LayoutShift, which the DOM's types do not know
            const shift = Number(document.documentElement.dataset.shift ?? 0) + Number(entry.value)
            document.documentElement.dataset.shift = String(shift)
          }
        }).observe({ type: 'layout-shift', buffered: true })
      })
      await page.goto(address, { waitUntil: 'networkidle' })
      await page.evaluate(async () => {
        for (let top = 0; top < document.body.scrollHeight; top += 600) {
          window.scrollTo(0, top)
          await new Promise((resolve) => setTimeout(resolve, 40))
        }
      })
      const shift = await page.evaluate(() => Number(document.documentElement.dataset.shift ?? 0))
      const inline = await page.evaluate(() =>
        [...document.querySelectorAll('script:not([src])')]
          .filter((script) => script.getAttribute('type') !== 'application/ld+json')
          .reduce((sum, script) => sum + (script.textContent?.length ?? 0), 0),
      )
      expect(requests.filter(({ type }) => type === 'script')).toEqual([])
      expect(requests.filter((request) => !request.address.startsWith(`${url}/`))).toEqual([])
      expect(complaints).toEqual([])
      expect(inline).toBeLessThanOrEqual(inlineScriptLimit)
      expect(shift).toBeLessThan(0.01)
    } finally {
      await page.close()
    }
  })
})
