import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { asRole, eventually, logIn } from './admin.ts'
import { launchChromium } from './chromium.ts'

/** An editor is stopped by the law, corrects, publishes, and corrects again: the page shows both editions. */

const portal = inject('portal')
const slug = `sobranie-zhurnala-${Date.now()}`
const path = `/slushaniya/${slug}/`

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
    body: JSON.stringify({ ...notice, meeting: { startsAt: inDays(5), place: 'Двор' } }),
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

/** «15.12.2026 12:00», as the field takes it. */
const typed = (moment: string) => `${moment.slice(8, 10)}.${moment.slice(5, 7)}.${moment.slice(0, 4)} 12:00`

const law = () => page.locator('.portal-law')
const publish = () => page.locator('#action-save').click()
const siteText = async () => (await fetch(`${portal.url}${path}`)).text()

describe('an editor with a notice', () => {
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

  it('changes it afterwards: the page shows what was and what is', async () => {
    const editor = await asRole(portal, 'editor')
    const change = { materialsPlace: 'В диспетчерской', _status: 'published' }
    const reply = await editor(`/api/hearings/${id}`, { method: 'PATCH', body: JSON.stringify(change) })
    expect(reply.status).toBe(200)
    await eventually(siteText, (text) => text.includes('Редакция 2'))
    await page.goto(`${portal.url}${path}`)
    expect(await page.locator('#redakcii del').innerText()).toBe('У консьержа')
    expect(await page.locator('#redakcii ins').innerText()).toBe('В диспетчерской')
  })

  it('cannot write an exception', async () => {
    await page.goto(`${portal.url}/admin/collections/hearings/${id}`)
    await law().waitFor()
    expect(await page.locator('#field-override__reason').isDisabled()).toBe(true)
  })
})
