import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { lettersTo } from '../mailbox.ts'
import { asRole, eventually, logIn } from './admin.ts'
import { launchChromium } from './chromium.ts'
import { answerSum, linkIn, plain } from './resident.ts'

/**
 * An editor is stopped by the law, corrects, publishes; a resident of the house finds it, asks to be told, is told of the
 * next edition when its page is live, and reads the house without a network.
 */

const portal = inject('portal')
const slug = `sobranie-zhurnala-${Date.now()}`
const path = `/slushaniya/${slug}/`
const housePath = '/dom/primernaya-ulica-1/'

let browser: Browser
let page: Page
let id = ''
beforeAll(async () => {
  browser = await launchChromium()
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 } })
  page = await context.newPage()
  const editor = await asRole(portal, 'editor')
  const reply = await editor('/api/hearings?draft=true&depth=0', {
    method: 'POST',
    body: JSON.stringify({
      ...notice,
      houses: [await houseId()],
      meeting: { startsAt: inDays(5), place: 'Двор' },
    }),
  })
  // What Payload answers to a new document.
  const { doc } = (await reply.json()) as { doc: { id: string } }
  id = doc.id
  await logIn(page, portal, 'editor')
})
afterAll(() => browser.close())

const inDays = (days: number) => {
  const day = new Date(Date.now() + days * 86_400_000 + 3 * 3_600_000).toISOString().slice(0, 10)
  return `${day}T09:00:00.000Z`
}

const notice = {
  kind: 'ownersMeeting',
  title: 'Собрание из журнала проверки',
  slug,
  form: 'inPerson',
  initiator: 'Совет дома',
  house: { address: 'Примерная улица, 1' },
  agenda: [{ text: 'Утвердить порядок въезда' }],
  materialsPlace: 'У консьержа',
  contact: { phone: '+7 495 000-00-00' },
}

const houseId = async (): Promise<string> => {
  const slugged = `where[slug][equals]=${housePath.split('/').at(-2)}`
  const found = await fetch(`${portal.url}/api/houses?depth=0&${slugged}`)
  const { docs } = (await found.json()) as { docs: { id: string }[] } // what Payload answers to a list
  return docs[0]?.id ?? ''
}

/** «15.12.2026 12:00», as the field takes it. */
const typed = (moment: string) => `${moment.slice(8, 10)}.${moment.slice(5, 7)}.${moment.slice(0, 4)} 12:00`

const law = () => page.locator('.portal-law')
const publish = () => page.locator('#action-save').click()
const siteText = async () => (await fetch(`${portal.url}${path}`)).text()

describe('an editor of a notice', () => {
  it('is told on top and under the field what stops it, and until when it could have been published', async () => {
    await page.goto(`${portal.url}/admin/collections/hearings/${id}`)
    await law().waitFor()
    expect(await law().innerText()).toMatch(
      /Опубликовать нельзя: 1.*Последний законный день публикации — .*Собрание: начало.*H01, ЖК ст\. 45 ч\. 4, отметка V/s,
    )
    await page.locator('.tabs-field__tab-button', { hasText: 'Этапы и сроки' }).click()
    expect(await page.locator('.portal-breach--block').innerText()).toContain('Остановит публикацию')
  })

  it('is stopped when they try', async () => {
    await publish()
    const toast = page.locator('.payload-toast-item', { hasText: 'Опубликовать нельзя' }).first()
    await toast.waitFor()
    expect(await toast.innerText()).toMatch(/«Собрание — начало».*H01/s)
    expect((await fetch(`${portal.url}/api/hearings/${id}`)).status).toBe(404)
  })

  it('corrects the date, sees at once that it is lawful, and publishes', async () => {
    const date = page.locator('#field-meeting__startsAt input')
    await date.fill(typed(inDays(20)))
    await date.press('Enter')
    await page.locator('.portal-law--block').waitFor({ state: 'detached' })
    await publish()
    const html = await eventually(siteText, (text) => text.includes(notice.title))
    expect(html).toContain('Редакция 1')
  })

  it('cannot write an exception', async () => {
    await page.goto(`${portal.url}/admin/collections/hearings/${id}`)
    await law().waitFor()
    expect(await page.locator('#field-override__reason').isDisabled()).toBe(true)
  })
})

describe('a resident of the house', () => {
  const email = 'zhilec@canary.example.org'
  const letters = (count: number) =>
    eventually(
      () => lettersTo(join(portal.dataDir, 'mail'), email),
      (found) => found.length >= count,
      { timeoutMs: 90_000 },
    )
  let context: BrowserContext
  let phone: Page
  beforeAll(async () => {
    context = await browser.newContext({ viewport: { width: 360, height: 800 }, locale: 'ru-RU' })
    phone = await context.newPage()
  })

  it('finds it by a clumsy address and sees the notice', async () => {
    await phone.goto(`${portal.url}/dom/`)
    await phone.getByLabel('Адрес', { exact: true }).pressSequentially('ПРИМЕРНЯА улица дом1')
    await eventually(
      () => phone.locator('#found a').allInnerTexts(),
      ([first]) => first === 'Примерная улица, 1',
    )
    await phone.keyboard.press('Enter')
    await phone.waitForURL(portal.url + housePath)
    expect(plain(await phone.locator('#seychas').innerText())).toContain(notice.title)
  })

  it('asks for letters about the house and confirms the address', async () => {
    await phone.getByRole('link', { name: 'Письма о доме' }).click()
    await phone.getByLabel('Почта').fill(email)
    await phone.getByRole('radio', { name: /^Сразу/ }).check()
    await phone.getByLabel(/Согласен, чтобы портал хранил/).check()
    await phone.getByRole('button', { name: 'Подписаться' }).click()
    await answerSum(phone)
    await phone.getByRole('heading', { name: 'Остался один шаг' }).waitFor()
    const [asked = ''] = await letters(1)
    await phone.goto(linkIn(asked, `${portal.url}/api/told/confirm/`))
    await phone.getByRole('button', { name: 'Подтвердить' }).click()
    await phone.getByRole('heading', { name: 'Моя подписка' }).waitFor()
  })

  it('gets a letter when the editor has changed it: the page it leads to shows what was and what is', async () => {
    const editor = await asRole(portal, 'editor')
    const change = { materialsPlace: 'В диспетчерской', _status: 'published' }
    const reply = await editor(`/api/hearings/${id}`, { method: 'PATCH', body: JSON.stringify(change) })
    expect(reply.status).toBe(200)
    const [, told = ''] = await letters(2)
    // Looked at the moment the letter is there: it is sent when the page is live.
    await phone.goto(linkIn(told, portal.url + path))
    expect(await phone.locator('#redakcii del').innerText()).toBe('У консьержа')
    expect(await phone.locator('#redakcii ins').innerText()).toBe('В диспетчерской')
  })

  it('saves the house and reads it without a network; what was never opened says so', async () => {
    await phone.goto(portal.url + housePath)
    await phone.evaluate(() => navigator.serviceWorker.ready)
    await phone.getByRole('button', { name: 'Сохранить мой дом' }).click()
    await phone.getByRole('button', { name: /Дом сохранён/ }).waitFor()
    // Seen in another visit than the one that saved it: nothing but the cache of the house has it.
    await phone.evaluate(() => caches.delete('pages'))
    await context.setOffline(true)
    await phone.goto(`${portal.url}/moy-dom/`)
    await phone.waitForURL(portal.url + housePath)
    expect(plain(await phone.locator('#seychas').innerText())).toContain(notice.title)
    await phone.goto(`${portal.url}/golosovaniya/`)
    expect(await phone.locator('h1').innerText()).toBe('Нет связи')
  })
})
