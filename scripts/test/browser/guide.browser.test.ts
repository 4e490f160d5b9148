import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { choose, eventually, logIn, publishStatus } from './admin.ts'
import { launchChromium } from './chromium.ts'

/** The guide and the map: where to go, how to get there, and nothing asked of Yandex before a click. */

const portal = inject('portal')

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
    await use(await context.newPage())
  } finally {
    await context.close()
  }
}

const desk = { viewport: { width: 1280, height: 1000 } }

describe('promise 8: the guide', () => {
  it('promise 8: leads a resident without JavaScript from the home page to a place, its hours, a stop and the way', async () => {
    await visit({ javaScriptEnabled: false }, async (page) => {
      await page.goto(portal.url)
      await page.getByRole('button', { name: 'Меню' }).click()
      await page.getByRole('link', { name: 'Путеводитель' }).first().click()
      expect(await page.locator('svg[role=img] desc').textContent()).toContain('МЦД-3')
      await page.getByRole('link', { name: 'Культура и библиотеки' }).click()
      await page.getByRole('link', { name: 'Библиотека «Пример»' }).click()
      expect(await page.locator('h1').innerText()).toBe('Библиотека «Пример»')
      expect(await page.locator('#chasy tbody tr').first().innerText()).toMatch(
        /Понедельник — пятница\s+10:00/,
      )
      expect(await page.locator('.state').innerText()).toMatch(/^(Открыто до|Закрыто, откроется)\s/)
      expect(await page.locator('#dostupnost').innerText()).toContain('Индукционная петля')
      expect(await page.locator('#ostanovki').innerText()).toMatch(
        /около\s\d+\sминут\S* пешком[^]*Маршруты: примерный/,
      )
      const route = await page.getByRole('link', { name: 'как доехать' }).first().getAttribute('href')
      expect(new URL(route ?? '').searchParams.get('rtext')).toMatch(/^~55\.\d+,37\.\d+$/)
      expect(new URL(route ?? '').searchParams.get('rtt')).toBe('mt')
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    })
  })

  it('promise 8: a volunteer drafts a place in the admin, nobody reads it, an editor publishes it and it is in the guide', async () => {
    let id = ''
    let address = ''
    await visit(desk, async (page) => {
      await logIn(page, portal, 'volunteer')
      await page.goto(`${portal.url}/admin/collections/places/create`)
      await page.locator('#field-title').fill('Проверочный каток')
      await choose(page, 'category', 'Спорт')
      await page.getByRole('button', { name: 'Часы работы' }).click()
      await choose(page, 'opening', 'Круглосуточно')
      await page.locator('#action-save-draft').click()
      await page.waitForURL(/places\/[0-9a-f]{24}/)
      expect(await page.locator('#action-save').count()).toBe(0)
      id = /[0-9a-f]{24}/.exec(page.url())?.[0] ?? ''
    })
    const listed = async () => (await fetch(`${portal.url}/putevoditel/kategoriya/sport/`)).text()
    expect(await listed()).not.toContain('Проверочный каток')
    expect((await fetch(`${portal.url}/api/places/${id}`)).status).toBe(404)
    await visit(desk, async (page) => {
      await logIn(page, portal, 'editor')
      await page.addLocatorHandler(page.locator('#document-locked-take-over'), (button) => button.click())
      await page.goto(`${portal.url}/admin/collections/places/${id}`)
      await page.locator('#action-save').click()
      await eventually(
        () => publishStatus(page).innerText(),
        (text) => /На сайте с/.test(text),
      )
      address = `${portal.url}/putevoditel/${await page.locator('#field-slug').inputValue()}/`
    })
    expect(await (await fetch(address)).text()).toMatch(/круглосуточно/i)
    expect(await listed()).toContain('Проверочный каток')
  })

  it('promise 8: places and stops are open data by RFC 7946', async () => {
    for (const [name, least] of [
      ['mesta', 20],
      ['ostanovki', 20],
    ] as const) {
      const reply = await fetch(`${portal.url}/putevoditel/${name}.geojson`)
      expect(reply.headers.get('content-type')).toContain('application/geo+json')
      const { type, features } = (await reply.json()) as { type: string; features: Feature[] }
      expect(type).toBe('FeatureCollection')
      expect(features.length).toBeGreaterThanOrEqual(least)
      for (const { type, geometry, properties } of features) {
        expect([type, geometry.type]).toEqual(['Feature', 'Point'])
        const [longitude = 0, latitude = 0] = geometry.coordinates
        expect(longitude > 37 && longitude < 39 && latitude > 55 && latitude < 57).toBe(true)
        expect(properties['title']).toBeTruthy()
      }
    }
  })
})

describe('promise 15: Yandex', () => {
  it('promise 15: a house names its nearest stops, each a link to Yandex', async () => {
    await visit({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${portal.url}/dom/primernaya-ulica-7a/`)
      const stops = page.locator('#ostanovki a.what')
      expect(await stops.count()).toBe(3)
      for (const stop of await stops.all())
        expect(await stop.getAttribute('href')).toMatch(/^https:\/\/yandex\.ru\/maps\/\?/)
    })
  })

  it('promise 15: Yandex is asked for nothing before the click, and for its map with it', async () => {
    await visit({}, async (page) => {
      const outside: string[] = []
      await page.context().route(
        (url) => url.origin !== new URL(portal.url).origin,
        (route) => {
          outside.push(route.request().url())
          return route.fulfill({ contentType: 'text/html; charset=utf-8', body: '<p>карта</p>' })
        },
      )
      await page.goto(`${portal.url}/putevoditel/biblioteka-primer/`)
      await page.waitForLoadState('networkidle')
      expect(await page.locator('#karta').innerText()).toContain('узнает о Вашем посещении')
      expect(await page.locator('iframe').count()).toBe(0)
      expect(outside).toEqual([])
      await page.getByRole('link', { name: 'Показать карту Яндекса' }).click()
      await eventually(
        () => Promise.resolve(outside),
        ([first]) => first !== undefined,
      )
      expect(outside[0]).toMatch(/^https:\/\/yandex\.ru\/map-widget\/v1\/\?ll=37\./)
      expect(await page.frameLocator('#karta iframe').locator('p').innerText()).toBe('карта')
      expect(page.url()).toBe(`${portal.url}/putevoditel/biblioteka-primer/`)
    })
  })
})

type Feature = {
  type: string
  geometry: { type: string; coordinates: number[] }
  properties: Record<string, unknown>
}
