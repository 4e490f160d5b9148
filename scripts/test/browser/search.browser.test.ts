import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { axeViolations } from './axe.ts'
import { launchChromium } from './chromium.ts'

const { url } = inject('portal')
const compress = promisify(brotliCompress)

let browser: Browser
beforeAll(async () => void (browser = await launchChromium()))
afterAll(() => browser.close())

/** A visit to /poisk/ that fails when the page broke its policy or an error went past it. */
async function visit(
  options: BrowserContextOptions & { path?: string; before?: (page: Page) => Promise<unknown> },
  use: (page: Page) => Promise<void>,
) {
  const { path = '/poisk/', before, ...context } = options
  const visitor = await browser.newContext({ viewport: { width: 360, height: 800 }, ...context })
  try {
    const page = await visitor.newPage()
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    await before?.(page)
    await page.goto(url + path)
    await use(page)
    expect(complaints).toEqual([])
  } finally {
    await visitor.close()
  }
}

const asked = (text: string) => `/poisk/?q=${encodeURIComponent(text)}`
const state = (page: Page, value: string) => page.locator(`main[data-search=${value}]`).waitFor()
const status = (page: Page) => page.getByRole('status').textContent()
const results = (page: Page) => page.locator('#search-results li')
const count = async (page: Page) => Number((await status(page))?.match(/\d+/)?.[0])

describe('the search', () => {
  it('finds a deputy for «депутаты» while it is being typed, and says how many it has found', async () => {
    await visit({}, async (page) => {
      await page.getByLabel('Что найти').pressSequentially('депутаты')
      await state(page, 'found')
      expect(await status(page)).toMatch(/^Найдено \d+$/)
      const first = results(page).first()
      expect(await first.locator('.when').textContent()).toBe('Депутат')
      expect(new URL(page.url()).searchParams.get('q')).toBe('депутаты')
      await first.getByRole('link').click()
      await page.waitForURL(/\/deputaty\/[^/]+\/$/)
    })
  })

  it('marks the words in what it shows of a page, with its kind and its date', async () => {
    await visit({ path: asked('автобус') }, async (page) => {
      await state(page, 'found')
      const news = results(page).filter({ hasText: 'Новость' }).first()
      expect(await news.locator('mark').first().textContent()).toMatch(/автобус/i)
      expect(await news.locator('time').textContent()).toMatch(/^\d{1,2}\s[а-я]+\s20\d\d$/)
    })
  })

  it('takes «е» for «ё»', async () => {
    const counts: number[] = []
    for (const text of ['приём', 'прием'])
      await visit({ path: asked(text) }, async (page) => {
        await state(page, 'found')
        counts.push(await count(page))
      })
    expect(counts[0]).toBeGreaterThan(0)
    expect(counts[1]).toBe(counts[0])
  })

  it('is there again on the way back from a result', async () => {
    await visit({ path: asked('депутаты') }, async (page) => {
      await state(page, 'found')
      await results(page).first().getByRole('link').click()
      await page.waitForURL(/\/deputaty\//)
      await page.goBack()
      await state(page, 'found')
      expect(await page.getByLabel('Что найти').inputValue()).toBe('депутаты')
      expect(await results(page).count()).toBeGreaterThan(0)
    })
  })

  it('says what to try when nothing is found, and where to ask', async () => {
    // It begins with a word of two letters that stands on many pages.
    await visit({ path: asked('навуходоносор') }, async (page) => {
      await state(page, 'nothing')
      expect(await status(page)).toBe('Ничего не нашлось')
      expect(await page.locator('.nothing').innerText()).toContain('«навуходоносор»')
      expect(await page.getByRole('link', { name: 'Прийти на приём' }).isVisible()).toBe(true)
      expect(await page.getByRole('link', { name: 'Новости', exact: true }).last().isVisible()).toBe(true)
    })
  })

  it('leaves aside a word that stands nowhere, and says so', async () => {
    await visit({ path: asked('депутат навуходоносор') }, async (page) => {
      await state(page, 'found')
      expect(await page.locator('#search-aside').textContent()).toBe('Слова «навуходоносор» на портале нет.')
    })
  })

  it('finds the nearest for a question that no page has all words of', async () => {
    await visit({ path: asked('почему автобус не ходит мимо библиотеки') }, async (page) => {
      await state(page, 'found')
      expect(await page.locator('#search-aside').textContent()).toContain('вот ближайшие')
      expect(await results(page).count()).toBeGreaterThan(0)
    })
  })

  it('shows no results for an empty field', async () => {
    await visit({ path: asked('депутаты') }, async (page) => {
      await state(page, 'found')
      await page.getByLabel('Что найти').fill('')
      await results(page).first().waitFor({ state: 'hidden' })
      expect(await status(page)).toBe('')
      expect(page.url()).toBe(`${url}/poisk/`)
    })
  })

  it('goes through by keyboard, and on to the first of the further results', async () => {
    await visit({ path: asked('депутаты'), viewport: { width: 1280, height: 900 } }, async (page) => {
      await state(page, 'found')
      const before = await results(page).count()
      expect(await count(page)).toBeGreaterThan(before)
      await page.getByLabel('Что найти').focus()
      await page.keyboard.press('Tab')
      await page.keyboard.press('Tab')
      expect(await results(page).first().getByRole('link').evaluate(isFocused)).toBe(true)
      await page.getByRole('button', { name: 'Показать ещё' }).press('Enter')
      await results(page).nth(before).waitFor()
      await expect.poll(() => results(page).nth(before).getByRole('link').evaluate(isFocused)).toBe(true)
    })
  })

  it('says that it is loading on a slow line, and moves nothing when the answer comes', async () => {
    await visit(
      {
        path: asked('депутаты'),
        before: async (page) => {
          await page.route('**/pagefind/wasm.*', async (route) => {
            await new Promise((resolve) => setTimeout(resolve, 1_500))
            await route.continue()
          })
          await page.addInitScript(watchShifts)
        },
      },
      async (page) => {
        expect(await page.getByRole('status').isVisible()).toBe(true)
        expect(await status(page)).toBe('Загружаем указатель…')
        await state(page, 'found')
        expect(Number(await page.locator('html').getAttribute('data-shift'))).toBeLessThan(0.02)
      },
    )
  })

  it('says in plain words when the index does not come, and finds when it comes later', async () => {
    await visit(
      { path: asked('депутаты'), before: (page) => page.route('**/pagefind/**', (route) => route.abort()) },
      async (page) => {
        await state(page, 'failed')
        expect(await status(page)).toBe('Поиск сейчас не отвечает.')
        expect(await page.getByText('Указатель не загрузился').isVisible()).toBe(true)
        await page.unroute('**/pagefind/**')
        await page.getByRole('button', { name: 'Попробовать ещё раз' }).click()
        await state(page, 'found')
      },
    )
  })

  it('opens the index again when the files of the one it holds are gone', async () => {
    let reads = 0
    await visit(
      {
        path: asked('депутаты'),
        before: async (page) => {
          await page.route('**/pagefind-entry.json', async (route) => {
            reads += 1
            const reply = await route.fetch()
            // The first text is that of another index.
            await route.fulfill({ response: reply, body: (await reply.text()) + (reads === 1 ? ' ' : '') })
          })
          let isGone = true
          await page.route('**/*.pf_index', async (route) => {
            if (!isGone) return route.continue()
            isGone = false
            await route.fulfill({ status: 404, body: 'gone' })
          })
        },
      },
      async (page) => {
        await state(page, 'found')
        expect(reads).toBeGreaterThan(1)
        expect(await results(page).first().locator('.when').textContent()).toBe('Депутат')
      },
    )
  })
})

describe('its page', () => {
  it('leads on by sections and topics without JavaScript, and shows no form that does nothing', async () => {
    await visit({ javaScriptEnabled: false, path: asked('депутаты') }, async (page) => {
      expect(await page.getByRole('search').isVisible()).toBe(false)
      expect(await page.locator('main').innerText()).toContain('нужен JavaScript')
      for (const name of ['Новости', 'Депутаты', 'Транспорт и дороги'])
        expect(await page.locator('main').getByRole('link', { name, exact: true }).isVisible(), name).toBe(
          true,
        )
      expect(await page.getByText('Загружаем указатель').isVisible()).toBe(false)
    })
  })

  it('weighs as little as the others, asks no other host and keeps a policy as strict', async () => {
    const html = Buffer.from(await (await fetch(`${url}/poisk/`)).arrayBuffer())
    expect((await compress(html)).length).toBeLessThanOrEqual(14_000)
    expect(html.toString()).not.toContain('wasm-unsafe-eval')
    const addresses: string[] = []
    await visit(
      {
        path: asked('депутаты'),
        before: async (page) => page.on('request', (request) => addresses.push(request.url())),
      },
      async (page) => state(page, 'found'),
    )
    expect(addresses.filter((address) => !address.startsWith(`${url}/`))).toEqual([])
  })

  it('lets browsers keep what is named by its content, and ask anew for what names it', async () => {
    const control = async (path: string) => (await fetch(url + path)).headers.get('cache-control')
    const entry = await fetch(`${url}/pagefind/pagefind-entry.json`)
    expect(entry.headers.get('cache-control')).toBe('no-cache')
    const { languages } = (await entry.json()) as { languages: { ru: { hash: string } } } // Pagefind's own file
    expect(await control(`/pagefind/pagefind.${languages.ru.hash}.pf_meta`)).toContain('immutable')
    expect(await control('/pagefind/pagefind.js')).toBe('no-cache')
  })

  it.each(['/', '/novosti/', '/404.html'])(
    'is one step away from %s, on the line of the menu',
    async (path) => {
      await visit({ path }, async (page) => {
        const link = page.locator('header').getByRole('link', { name: 'Поиск', exact: true })
        const [box, menu] = await Promise.all([
          link.boundingBox(),
          page.getByRole('button', { name: 'Меню' }).boundingBox(),
        ])
        expect(Math.abs((box?.y ?? 0) - (menu?.y ?? Infinity))).toBeLessThan(12)
        expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
        await link.click()
        await page.waitForURL(`${url}/poisk/`)
      })
    },
  )

  for (const width of [360, 1280]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`has no axe violation in any state at ${width} px, ${colorScheme}`, async () => {
        for (const [text, value] of [
          ['депутаты', 'found'],
          ['навуходоносор', 'nothing'],
        ] as const) {
          await visit(
            {
              path: asked(text),
              viewport: { width, height: 800 },
              colorScheme,
              reducedMotion: 'reduce',
              bypassCSP: true,
            },
            async (page) => {
              await state(page, value)
              expect(await axeViolations(page), value).toEqual([])
            },
          )
        }
      })
    }
  }
})

const isFocused = (element: Element) => element === document.activeElement

const watchShifts = () => {
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!('value' in entry)) continue // the score of a LayoutShift, which the DOM's types do not know
      const { dataset } = document.documentElement
      dataset.shift = String(Number(dataset.shift ?? 0) + Number(entry.value))
    }
  }).observe({ type: 'layout-shift', buffered: true })
}
