import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { eventually, logIn } from './admin.ts'
import { answerSum } from './resident.ts'
import { launchChromium } from './chromium.ts'

const portal = inject('portal')
const student = { name: 'Канарейка Студентова', email: 'kanarejka.student@example.test' }

let browser: Browser
beforeAll(async () => void (browser = await launchChromium()))
afterAll(() => browser.close())

describe('promise 20: the initiative group', () => {
  let before = 0
  let password = ''

  const members = (page: Page) => page.locator('[data-members]').innerText().then(Number)

  it('a student asks to join without JavaScript', async () => {
    const context = await browser.newContext({
      viewport: { width: 360, height: 800 },
      javaScriptEnabled: false,
    })
    const page = await context.newPage()
    await page.goto(`${portal.url}/initsiativnaya-gruppa/`)
    expect(await page.locator('main').innerText()).toContain('из 50')
    before = await members(page)
    await page.locator('#name').fill(student.name)
    await page.locator('#age').selectOption('18-24')
    await page.locator('#email').fill(student.email)
    await page.getByLabel('Писать тексты').check()
    expect(await page.locator('#consentProcessing').isChecked()).toBe(false)
    await page.locator('#consentProcessing').check()
    await page.getByRole('button', { name: 'Отправить заявку' }).click()
    await answerSum(page)
    expect(await page.locator('h1').innerText()).toContain('Заявка')
    await context.close()
  })

  it('an administrator accepts, is shown the password once, and the counter on the site moves', async () => {
    const desk = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'ru-RU' })
    const admin = await desk.newPage()
    await logIn(admin, portal, 'admin')
    await admin.goto(`${portal.url}/admin/collections/join-requests`)
    await admin.getByRole('link', { name: student.name }).click()
    await admin.getByRole('button', { name: 'Принять и завести учётную запись' }).click()
    await admin.getByRole('heading', { name: 'Теперь в группе' }).waitFor()
    password = await admin.locator('.portal-dialog code').nth(1).innerText()
    await admin.locator('.portal-dialog').getByRole('button', { name: 'Закрыть' }).click()
    await admin
      .getByRole('button', { name: 'Принять и завести учётную запись' })
      .waitFor({ state: 'detached' })
    expect(await admin.locator('body').innerText()).not.toContain(password)
    await eventually(
      async () => {
        await admin.goto(`${portal.url}/initsiativnaya-gruppa/`)
        return members(admin)
      },
      (count) => count === before + 1,
    )
    await desk.close()
  })

  it('the new volunteer logs in, writes a draft, and is offered no way to publish', async () => {
    const desk = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'ru-RU' })
    const page = await desk.newPage()
    await page.goto(`${portal.url}/admin/login`)
    await page.locator('#field-email').fill(student.email)
    await page.locator('#field-password').fill(password)
    await page.locator('form.login__form button[type=submit]').click()
    await page.waitForURL((address) => !address.pathname.includes('/login'))
    await page.goto(`${portal.url}/admin/collections/news/create`)
    await page.locator('#field-title').fill('Черновик нового добровольца')
    await page.locator('#action-save-draft').click()
    await page.waitForURL(/\/news\/[0-9a-f]{24}/)
    expect(await page.locator('#action-save').count()).toBe(0)
    await desk.close()
  })
})
