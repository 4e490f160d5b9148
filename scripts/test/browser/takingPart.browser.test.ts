import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { states } from '../../../collections/Questions/states.schema.ts'
import { networkLimits } from '../../../collections/kits/networkLimits.schema.ts'
import { readPdf } from '../../notices/readPdf.ts'
import { pdf } from '../../seed/documents/pdf.ts'
import { asRole, eventually, logIn, tokenOf } from './admin.ts'
import { launchChromium } from './chromium.ts'

/** Taking part: elections, documents, channels and posts, how it works, flyers. As a resident and as who fills them. */

const portal = inject('portal')
let browser: Browser
beforeAll(async () => void (browser = await launchChromium()))
afterAll(() => browser.close())

/** A resident with a phone and without JavaScript. */
const asResident = async (path: string, walk: (page: Page) => Promise<void>) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 800 },
    locale: 'ru-RU',
  })
  const page = await context.newPage()
  await page.goto(`${portal.url}${path}`)
  await walk(page)
  await context.close()
}

const asStaff = async (role: string, path: string, walk: (page: Page) => Promise<void>) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'ru-RU' })
  const page = await context.newPage()
  await logIn(page, portal, role)
  await page.goto(`${portal.url}${path}`)
  await walk(page)
  await context.close()
}

const siteText = async (path: string) => (await fetch(`${portal.url}${path}`)).text()
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
const plain = (text: string) => text.replace(/[\u00a0\u2060]/g, (sign) => (sign === '\u2060' ? '' : ' '))

const post = async (role: string, path: string, data: object) => {
  const call = await asRole(portal, role)
  const reply = await call(path, { method: 'POST', body: JSON.stringify(data) })
  // The shapes of Payload's replies: a document, or what is wrong.
  return {
    status: reply.status,
    body: (await reply.json()) as { doc: { id: string; slug: string }; errors: { message: string }[] },
  }
}

describe('promise 21: turnout and elections', () => {
  it('a resident reads when the next election is, and finds the polling station by the house', async () => {
    await asResident('/vybory/', async (page) => {
      expect(plain(await page.locator('#blizhayshie').innerText())).toMatch(
        /До голосования \d+ (день|дня|дней)/,
      )
      await page.locator('#blizhayshie h3 a').click()
      expect(await page.locator('#etapy li').count()).toBeGreaterThan(3)
      expect(plain(await page.locator('#tishina').innerText())).toContain('67-ФЗ')
      await page.locator('#uchastok a').click()
      await page.waitForURL(/\/dom\/$/)
      await page.locator('.letters a').first().click()
      await page.locator('main a[href^="/dom/"]:not([href*="ulica"])').last().click()
      expect(plain(await page.locator('main').innerText())).toMatch(/УИК № \d+/)
    })
  })

  it('every figure of turnout stands with its source and day, drawn and in words, also as files', async () => {
    await asResident('/vybory/', async (page) => {
      const figures = page.locator('#yavka li')
      for (const text of await figures.allInnerTexts()) expect(plain(text)).toMatch(/проверено \d+ \S+ \d{4}/)
      expect(plain(await figures.last().innerText())).toMatch(/2016[^]*31 %/)
      expect(await page.locator('#yavka svg .bar').count()).toBe(await figures.count())
      expect(await page.locator('#yavka li', { hasText: 'демо' }).count()).toBe((await figures.count()) - 1)
    })
    expect(JSON.parse(await siteText('/vybory/yavka.json'))).toContainEqual(
      expect.objectContaining({ year: 2016, percent: 31, isDemo: false }),
    )
  })

  it('an editor cannot save a figure without its source, and sees why', async () => {
    await asStaff('editor', '/admin/collections/turnout/create', async (page) => {
      await page.locator('#field-title').fill('Выборы без источника')
      await page.locator('#field-year').fill('2020')
      await page.locator('#field-percent').fill('55')
      await page.locator('#action-save').click()
      await page.locator('.field-type.text.error #field-source__name, .error #field-source__name').waitFor()
    })
    expect(await siteText('/vybory/yavka.json')).not.toContain('Выборы без источника')
  })

  it('a volunteer drafts a page of elections, an editor publishes it; with agitation it stays a draft', async () => {
    const draft = {
      title: 'Проверка: учебные выборы старосты',
      kind: 'byElection',
      votingFrom: inDays(80),
      votingTo: inDays(80),
      source: { name: 'Комиссия', checkedAt: inDays(-1) },
      lead: 'Голосуйте за нашего!',
      demo: true,
    }
    const made = await post('volunteer', '/api/elections?draft=true', draft)
    expect(made.status).toBe(201)
    const editor = await asRole(portal, 'editor')
    const publish = (data: object) =>
      editor(`/api/elections/${made.body.doc.id}`, {
        method: 'PATCH',
        body: JSON.stringify({ ...data, _status: 'published' }),
      })
    const refused = await publish({})
    expect(refused.status).toBe(400)
    expect(await refused.text()).toContain('нейтральна')
    expect((await publish({ lead: 'Старосту выбирают жильцы.' })).status).toBe(200)
    await eventually(
      () => siteText('/vybory/'),
      (text) => text.includes('учебные выборы старосты'),
    )
    await editor(`/api/elections/${made.body.doc.id}`, { method: 'DELETE' })
  })
})

describe('official documents', () => {
  it('a resident finds what replaced a repealed decision, by kind, year and state', async () => {
    await asResident('/dokumenty/', async (page) => {
      await page.getByRole('navigation', { name: 'Состояние документов' }).getByText('Утратили силу').click()
      await page.waitForURL(/sostoyanie\/repealed\/$/)
      await page.locator('ul.rows a').first().click()
      expect(plain(await page.locator('.stamp').innerText())).toMatch(/№[^]*Дата[^]*Орган[^]*Утратил силу/)
      await page.locator('.note a').click()
      expect(plain(await page.locator('.stamp').innerText())).toContain('Действует')
      expect(plain(await page.locator('#tekst').innerText())).toContain('не реже двух раз в месяц')
      expect(plain(await page.locator('#otmenil').innerText())).toContain('7/2')
    })
  })

  it('the words of a PDF that an editor has just published are found by the search', async () => {
    const word = 'проверочнобурундучный'
    const bytes = await pdf({ title: 'Проба', text: `Утвердить ${word} порядок.`, madeAt: new Date() })
    const form = new FormData()
    form.set('file', new File([new Uint8Array(bytes)], 'proba.pdf', { type: 'application/pdf' }))
    form.set('_payload', JSON.stringify({ caption: 'Проба', demo: true }))
    const authorization = `JWT ${await tokenOf(portal, 'editor')}`
    const uploaded = await fetch(`${portal.url}/api/media`, {
      method: 'POST',
      headers: { authorization },
      body: form,
    })
    const media = ((await uploaded.json()) as { doc: { id: string } }).doc
    const { body } = await post('editor', '/api/documents', {
      title: 'Проверка: порядок',
      kind: 'order',
      authority: 'head',
      number: '1-Р',
      adoptedAt: inDays(-1),
      state: 'inForce',
      documents: [{ title: 'Текст', file: media.id }],
      demo: true,
      _status: 'published',
    })
    await eventually(
      () => siteText(`/dokumenty/${body.doc.slug}/`),
      (text) => text.includes(word),
    )
    const context = await browser.newContext({ viewport: { width: 360, height: 800 } })
    const page = await context.newPage()
    await eventually(
      async () => {
        await page.goto(`${portal.url}/poisk/?q=${encodeURIComponent(word)}`)
        await page.locator('main[data-search=found], main[data-search=nothing]').first().waitFor()
        return page.locator('#search-results li').allInnerTexts()
      },
      (found) => found.some((text) => text.includes('Проверка: порядок')),
      { timeoutMs: 90_000, everyMs: 2000 },
    )
    await context.close()
    const editor = await asRole(portal, 'editor')
    await editor(`/api/documents/${body.doc.id}`, { method: 'DELETE' })
  })
})

describe('promise 19: channels and posts', () => {
  it('a resident sees the state of every channel, and is sent to none that is blocked', async () => {
    await asResident('/kanaly/', async (page) => {
      const blocked = page.locator('section', { hasText: 'WhatsApp' }).first()
      expect(plain(await blocked.innerText())).toContain('Заблокирован')
      expect(await blocked.locator('a[href*="whatsapp"], a[href*="wa.me"]').count()).toBe(0)
      for (const section of await page.locator('section:has(.channel)').allInnerTexts())
        expect(plain(section)).toMatch(/проверено \d+/)
    })
  })

  it('an editor takes the text for each network from a published article, within its limit, with its link', async () => {
    const editor = await asRole(portal, 'editor')
    const reply = await editor('/api/news?where[_status][equals]=published&limit=1&depth=0')
    const { docs } = (await reply.json()) as { docs: { id: string; slug: string }[] }
    const [news] = docs
    await asStaff('editor', `/admin/collections/news/${news?.id}`, async (page) => {
      await page.locator('#share-button').click()
      for (const { network, post: most } of networkLimits) {
        const text = await page.locator(`textarea[data-network=${network}]`).inputValue()
        expect(text.length).toBeLessThanOrEqual(most)
        expect(text.endsWith(`${portal.url}/novosti/${news?.slug}/`)).toBe(true)
      }
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      await page.locator('.portal-kit section', { hasText: 'Telegram' }).getByRole('button').click()
      await page.getByText('Скопировано').waitFor()
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
        await page.locator('textarea[data-network=telegram]').inputValue(),
      )
    })
  })
})

describe('promise 22: how it works', () => {
  it('a resident finds from any page how a question is answered: every state, its terms, where to begin', async () => {
    await asResident('/', async (page) => {
      await page.locator('footer').getByText('Как это работает').click()
      await page.locator('main').getByText('Как задать вопрос власти').click()
      const text = plain(await page.locator('main').innerText())
      for (const { ru } of states) expect(text).toContain(ru)
      expect(text).toMatch(/30 дней/)
      await page.getByRole('link', { name: 'Задать вопрос' }).first().click()
      await page.waitForURL(/\/voprosy\/zadat\/$/)
    })
  })
})

describe('promise 24: flyers and the newspaper', () => {
  it('a resident prints a flyer of the page they read: its title, and a code that leads back to it', async () => {
    await asResident('/dokumenty/', async (page) => {
      await page.locator('ul.rows a').first().click()
      const title = plain(await page.locator('h1').innerText())
      const href = await page.locator('footer a', { hasText: /^\s*A5\s*$/ }).getAttribute('href')
      const reply = await fetch(`${portal.url}${href}`)
      expect(reply.headers.get('content-type')).toBe('application/pdf')
      const flyer = await readPdf(Buffer.from(await reply.arrayBuffer()))
      expect(flyer.pages).toHaveLength(1)
      expect(plain(flyer.pages[0]?.text ?? '').replace(/\s/g, '')).toContain(title.replace(/\s/g, ''))
      expect(await flyer.qrOf(1, { x: 0, y: 385, size: 210 })).toBe(page.url())
    })
  })

  it('the newspaper gets the full text of news in a feed', async () => {
    const feed = await siteText('/novosti/rss.xml')
    expect(feed).toMatch(/<content:encoded>[^]{400,}?<\/content:encoded>/)
  })
})

describe('open data', () => {
  it('every file and dictionary that the page names is there', async () => {
    await asResident('/otkrytye-dannye/', async (page) => {
      const links = await page
        .locator('main a[href$=".csv"], main a[href$=".json"], main a[href$=".xml"], main a[href$=".ics"]')
        .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
      expect(links.length).toBeGreaterThan(12)
      for (const link of new Set(links)) expect((await fetch(`${portal.url}${link}`)).status, link).toBe(200)
    })
  })
})
