import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { eventually, logIn } from './admin.ts'
import { launchChromium } from './chromium.ts'

/** «Мой дом»: from an address as people write it to what concerns the house, with and without a script; and the import. */

const portal = inject('portal')

let browser: Browser
beforeAll(async () => void (browser = await launchChromium()))
afterAll(() => browser.close())

const phone = { viewport: { width: 360, height: 800 }, locale: 'ru-RU' }

const visit = async (options: object, use: (page: Page) => Promise<void>) => {
  const context = await browser.newContext({ ...phone, ...options })
  try {
    await use(await context.newPage())
  } finally {
    await context.close()
  }
}

describe('a resident on a phone', () => {
  it('finds the house by a clumsy address, and the address goes to no server', async () => {
    await visit({}, async (page) => {
      const asked: string[] = []
      page.on('request', (request) => asked.push(decodeURI(request.url()) + (request.postData() ?? '')))
      await page.goto(`${portal.url}/dom/`)
      await page.getByLabel('Адрес', { exact: true }).pressSequentially('ПРИМРЕНАЯ ул д7а')
      const found = page.locator('#found a')
      await eventually(
        () => found.allInnerTexts(),
        ([first]) => first === 'Примерная улица, 7а',
      )
      expect(await page.locator('#found-words').innerText()).toBe('Нашёлся дом.')
      // Nothing of what was typed is in any request: the files are named by two letters of a street.
      for (const address of asked) expect(address).not.toMatch(/примр|7а|7%D0/i)
      expect(
        asked
          .filter((address) => address.includes('/dom/adresa/'))
          .map((address) => new URL(address).pathname),
      ).toEqual(['/dom/adresa/ulitsy.json', '/dom/adresa/pr.json'])
      expect(page.url()).toBe(`${portal.url}/dom/`)

      await page.keyboard.press('Enter')
      await page.waitForURL(`${portal.url}/dom/primernaya-ulica-7a/`)
      const main = page.locator('main')
      expect(await page.locator('h1').innerText()).toMatch(/Примерная\s+улица\s+7а/)
      expect(await main.innerText()).toMatch(/УИК\s№\s9004/)
      expect(await page.locator('#seychas').innerText()).toMatch(
        /Проект планировки квартала у\sстанции Томилино/,
      )
      expect(await page.locator('#deputaty').innerText()).toMatch(/Вера Петровна Образцова\s+Приём: \S+, \d+/)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    })
  })

  it('sees streets while the number is missing, and is told when there is no such street', async () => {
    await visit({}, async (page) => {
      await page.goto(`${portal.url}/dom/`)
      const words = page.locator('#found-words')
      await page.locator('#address').fill('показ')
      await eventually(
        () => words.innerText(),
        (text) => text.startsWith('Допишите номер дома'),
      )
      expect(await page.locator('#found a').allInnerTexts()).toEqual(['Показательная улица'])
      await page.locator('#address').fill('Навуходоносорская 5')
      await eventually(
        () => words.innerText(),
        (text) => text.startsWith('Такой улицы в списке нет'),
      )
      expect(await page.locator('#found a').count()).toBe(0)
    })
  })

  it('comes to the house without JavaScript, by its street, and to the calendar of the house', async () => {
    await visit({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${portal.url}/dom/`)
      expect(await page.locator('#find-house').isVisible()).toBe(false)
      await page.getByRole('link', { name: 'Примерная улица' }).click()
      await page.getByRole('link', { name: '9, корп. 3, стр. 1' }).click()
      expect(await page.locator('h1').innerText()).toMatch(/9к3с1/)
      const calendar = await fetch(new URL('kalendar.ics', page.url()))
      expect(calendar.headers.get('content-type')).toContain('text/calendar')
      expect(await calendar.text()).toContain('Приём: Вера Петровна Образцова')
    })
  })

  it('sees who receives where and when, by district and by person', async () => {
    await visit({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${portal.url}/priyomy/`)
      const everybody = await page.locator('table.receptions tbody tr').count()
      await page.getByRole('link', { name: 'Округ № 4' }).click()
      const ofDistrict = page.locator('table.receptions tbody tr')
      expect(await ofDistrict.count()).toBeLessThan(everybody)
      await page.getByRole('link', { name: 'Вера Петровна Образцова' }).first().click()
      expect(await page.locator('h1').innerText()).toBe('Вера Петровна Образцова')
      expect(await page.locator('main').innerText()).toMatch(/перенесён\sна\s\d+/)
    })
  })
})

describe('an editor', () => {
  it('loads houses from a file after looking through it, and they are on the site', async () => {
    await visit({ viewport: { width: 1280, height: 900 } }, async (page) => {
      await logIn(page, portal, 'editor')
      await page.goto(`${portal.url}/admin/collections/houses`)
      await page.getByText('Загрузить дома из файла CSV').click()
      const text =
        'Улица;Дом;Корпус;Округ;УИК\nПроверочная улица;1;;4;9004\nПроверочная улица;2;1;99;\nПроверочная улица;3;;;\n'
      await page
        .getByLabel('Файл, до 4 МБ')
        .setInputFiles({ name: 'doma.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
      await page.getByRole('button', { name: 'Проверить' }).click()
      const outcome = page.locator('.portal-import [role=status]')
      await eventually(
        () => outcome.innerText(),
        (seen) => seen.includes('Новых: 2'),
      )
      expect(await outcome.innerText()).toContain('ещё ничего не записано')
      expect(await outcome.innerText()).toContain('Строка 3: Округа «99» нет')
      expect((await fetch(`${portal.url}/dom/proverochnaya-ulica-1/`)).status).toBe(404)
      await page.getByRole('button', { name: 'Загрузить', exact: true }).click()
      await eventually(
        () => outcome.innerText(),
        (seen) => seen.includes('Загружено.'),
      )
      await eventually(
        async () => (await fetch(`${portal.url}/dom/proverochnaya-ulica-1/`)).status,
        (status) => status === 200,
      )
      const streets = await (await fetch(`${portal.url}/dom/adresa/ulitsy.json`)).text()
      expect(streets).toContain('["Проверочная улица","proverochnaya-ulica",2]')
    })
  })
})
