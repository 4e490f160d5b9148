import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { lettersTo } from '../mailbox.ts'
import { asRole, eventually, logIn } from './admin.ts'
import { answerSum } from './resident.ts'
import { launchChromium } from './chromium.ts'

const portal = inject('portal')
const mail = join(portal.dataDir, 'mail')

let browser: Browser
beforeAll(async () => void (browser = await launchChromium()))
afterAll(() => browser.close())

const phone = (javaScriptEnabled: boolean) =>
  browser.newContext({ viewport: { width: 360, height: 800 }, locale: 'ru-RU', javaScriptEnabled })

type Asked = { subject: string; text: string; name: string; email: string }

const fill = async (page: Page, { subject, text, name, email }: Asked) => {
  await page.goto(`${portal.url}/voprosy/zadat/`)
  await page.locator('main').getByRole('link', { name: 'Общественный юрист' }).first().click()
  await page.locator('#subject').fill(subject)
  await page.locator('#text').fill(text)
  await page.locator('#name').fill(name)
  await page.locator('#email').fill(email)
  await page.locator('#consentProcessing').check()
}

const letterWith = (address: string, text: string) =>
  eventually(
    async () => (await lettersTo(mail, address)).find((letter) => letter.includes(text)),
    (letter) => letter !== undefined,
  )

describe.each([
  { how: 'without JavaScript', hasScript: false, email: 'bez@example.test' },
  { how: 'with JavaScript', hasScript: true, email: 's@example.test' },
])('a resident asks $how', ({ hasScript, email }) => {
  const asked: Asked = {
    subject: `Проверка ${hasScript ? 'со скриптом' : 'без скрипта'}: можно ли провести собрание заочно`,
    text: 'Соседи не приходят на собрание дома. Можно ли провести его заочно и что для этого нужно?',
    name: 'Канарейка Тестовая',
    email,
  }
  const answer = `Да, можно. Ответ для ${email.split('@')[0]}.`
  let context: BrowserContext
  let page: Page
  let number = ''
  let privatePage = ''

  beforeAll(async () => {
    context = await phone(hasScript)
    page = await context.newPage()
  })
  afterAll(() => context.close())

  it('and gets a number, a private page and a letter', async () => {
    await fill(page, asked)
    if (hasScript) {
      await page.waitForTimeout(3_200)
      await page.getByRole('button', { name: 'Отправить вопрос' }).click()
      await page.getByRole('link', { name: /Личная страница вопроса/ }).click()
    } else {
      await page.getByRole('button', { name: 'Отправить вопрос' }).click()
      await answerSum(page)
    }
    const heading = page.getByRole('heading', { name: /^Вопрос № \d{4}-\d+$/ }).first()
    await heading.waitFor()
    number = /\d{4}-\d+/.exec(await heading.innerText())?.[0] ?? ''
    privatePage = page.url()
    expect(await page.locator('main').innerText()).toContain('Вопрос ждёт редактора')
    expect(await letterWith(email, `номер — ${number}`)).toContain(new URL(privatePage).pathname)
    expect((await fetch(`${portal.url}/voprosy/${number}/`)).status).toBe(404)
  })

  it('an editor publishes it in the admin', async () => {
    const desk = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'ru-RU' })
    try {
      const admin = await desk.newPage()
      await logIn(admin, portal, 'editor')
      await admin.getByRole('link', { name: asked.subject }).click()
      await admin.getByRole('button', { name: 'Опубликовать и зарегистрировать' }).click()
      await admin.locator('.portal-desk').getByText('Ждёт ответа').waitFor()
    } finally {
      await desk.close()
    }
    const html = await eventually(
      async () => (await fetch(`${portal.url}/voprosy/${number}/`)).text(),
      (text) => text.includes('Ответа пока нет'),
    )
    expect(html).not.toContain(asked.name)
    expect(html).not.toContain(email)
    await letterWith(email, 'опубликован и зарегистрирован')
  })

  it('the respondent, who sees only their own, answers it in the admin', async () => {
    const desk = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'ru-RU' })
    try {
      const admin = await desk.newPage()
      await logIn(admin, portal, 'respondent')
      await admin.getByRole('link', { name: asked.subject }).click()
      expect(await admin.locator('body').innerText()).not.toContain(email)
      await admin.getByRole('button', { name: 'Ответить…' }).click()
      await admin.locator('.portal-desk textarea').fill(answer)
      await admin.getByRole('button', { name: 'Готово' }).click()
      await admin.locator('.portal-desk').getByText('Ответ дан').waitFor()
    } finally {
      await desk.close()
    }
  })

  it('the answer is on the site and in the author’s mailbox, and the author says that it helped', async () => {
    await eventually(
      async () => (await fetch(`${portal.url}/voprosy/${number}/`)).text(),
      (text) => text.includes(answer),
    )
    await letterWith(email, answer)
    await page.goto(privatePage)
    await page.getByRole('button', { name: 'Да, помог' }).click()
    await page.getByText('Автор отметил: ответ помог').waitFor()
    await eventually(
      async () => (await fetch(`${portal.url}/voprosy/${number}/`)).text(),
      (text) => text.includes('Ответ помог'),
    )
  })
})

it('offers questions that were answered already while somebody writes, and asks no server for them', async () => {
  const visitor = await browser.newContext({ viewport: { width: 360, height: 800 } })
  try {
    const page = await visitor.newPage()
    await page.goto(`${portal.url}/voprosy/komu/obshchestvennyy-yurist/`)
    const asked: string[] = []
    page.on('request', (request) => asked.push(decodeURIComponent(request.url())))
    const similar = page.locator('[data-similar]')
    await page.getByLabel('О чём вопрос').pressSequentially('надо ли платить за капремонт')
    await similar.getByRole('link', { name: /платить за капремонт/ }).waitFor()
    expect(await similar.getByRole('link').count()).toBeLessThanOrEqual(3)
    for (const href of await similar
      .getByRole('link')
      .evaluateAll((links) => links.map((a) => a.getAttribute('href'))))
      expect(await (await fetch(portal.url + (href ?? ''))).text()).toContain('Вопрос с ответом')
    await page.getByLabel('О чём вопрос').fill('капремонт')
    await similar.waitFor({ state: 'hidden' })
    expect(asked.filter((address) => /платить|капремонт/.test(address))).toEqual([])
  } finally {
    await visitor.close()
  }
})

it('shows nobody the questions that wait, and a respondent no question to others', async () => {
  const respondent = await asRole(portal, 'respondent')
  const reply = await respondent('/api/questions?where[state][in]=received,moderation&limit=100')
  expect(((await reply.json()) as { totalDocs: number }).totalDocs).toBe(0)
  const snapshot = await (await fetch(`${portal.url}/api/snapshot`)).text()
  expect(snapshot).not.toMatch(/bez@example\.test|Канарейка Тестовая/)
})
