import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { lettersTo } from '../mailbox.ts'
import { asRole, eventually } from './admin.ts'
import { launchChromium } from './chromium.ts'
import { answerSum } from './resident.ts'

/** From the first vote to the recount, as residents go through it: with script, without, and from the command line. */

const portal = inject('portal')
const run = promisify(execFile)
const openForMs = 60_000

let browser: Browser
let contexts: BrowserContext[] = []
beforeAll(async () => void (browser = await launchChromium()))
afterAll(() => browser.close())

const visitor = async (options: { javaScriptEnabled?: boolean } = {}): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 }, ...options })
  contexts.push(context)
  const page = await context.newPage()
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) throw new Error(message.text())
  })
  return page
}

it('a vote with and without script is counted, found in the list and recounted by anybody', async () => {
  const call = await asRole(portal, 'editor')
  const closesAt = new Date(Date.now() + openForMs)
  const made = await call('/api/polls', {
    method: 'POST',
    body: JSON.stringify({
      title: 'Проба голосования',
      question: 'Что выбрать?',
      options: [{ text: 'Первое' }, { text: 'Второе' }],
      kind: 'single',
      level: 'open',
      results: 'afterClose',
      opensAt: new Date(Date.now() - 1000).toISOString(),
      closesAt: closesAt.toISOString(),
      _status: 'published',
    }),
  })
  expect(made.status, await made.clone().text()).toBe(201)
  const { doc } = (await made.json()) as { doc: { id: string; slug: string } } // Payload's reply
  const address = `${portal.url}/golosovaniya/${doc.slug}/`
  await eventually(
    () => fetch(address),
    ({ status }) => status === 200,
    { everyMs: 200 },
  )

  const first = await visitor()
  const own = await voteWithScript(first, address, 'Первое')
  await first.reload()
  expect(await first.locator('.kept code').textContent()).toBe(own)
  expect(await first.getByRole('button', { name: 'Проголосовать' }).count()).toBe(0)

  const plain = await voteWithoutScript(await visitor({ javaScriptEnabled: false }), address, 'Второе')
  for (let index = 0; index < 3; index += 1) await voteWithScript(await visitor(), address, 'Первое')
  expect(Date.now(), 'all have voted in time').toBeLessThan(closesAt.getTime())

  const list = `${portal.url}/golosovaniya/golosa/${doc.id}.json`
  await eventually(
    () => fetch(list),
    ({ status }) => status === 200,
    { timeoutMs: 170_000 },
  )
  await first.reload()
  expect((await first.locator('.bars').innerText()).replaceAll('\u00a0', ' ')).toMatch(
    /Первое\s+4 · 80 %\s+Второе\s+1 · 20 %/,
  )
  expect(await recount(first)).toMatch(
    /Сошлось: бюллетеней 5.*Ваш бюллетень в списке, строка \d: «Первое»\./s,
  )
  await first.getByLabel('Ваша квитанция').fill(plain)
  expect(await recount(first)).toMatch(/Ваш бюллетень в списке, строка \d: «Второе»\./)
  await first.getByLabel('Ваша квитанция').fill(plain.replace(/.$/, (end) => (end === 'A' ? 'B' : 'A')))
  expect(await recount(first)).toContain('Вашего бюллетеня в списке нет.')

  const verifier = join(import.meta.dirname, '../../verify-poll.mjs')
  const { stdout } = await run(process.execPath, [verifier, list, plain])
  expect(stdout).toMatch(/4 \(80 %\) {2}Первое\n {2}1 \(20 %\) {2}Второе/)
  expect(stdout).toContain('выбор: Второе.')
  for (const context of contexts) await context.close()
  contexts = []
}, 300_000)

it('a poll confirmed by e-mail is entered by the link of the letter, once for an address, and shows its pictures', async () => {
  const call = await asRole(portal, 'editor')
  const { docs } = (await (await call('/api/media?where[kind][equals]=image&limit=1&depth=0')).json()) as {
    docs: { id: string }[]
  } // Payload's reply
  const made = await call('/api/polls', {
    method: 'POST',
    body: JSON.stringify({
      title: 'Проба голосования по почте',
      question: 'Какая скамейка?',
      options: [{ text: 'Со спинкой', picture: docs[0]?.id }, { text: 'Без спинки' }],
      kind: 'single',
      level: 'confirmed',
      results: 'afterVoting',
      opensAt: new Date(Date.now() - 1000).toISOString(),
      closesAt: new Date(Date.now() + 3_600_000).toISOString(),
      _status: 'published',
    }),
  })
  expect(made.status, await made.clone().text()).toBe(201)
  const { doc } = (await made.json()) as { doc: { slug: string } } // Payload's reply
  const address = `${portal.url}/golosovaniya/${doc.slug}/`
  await eventually(
    () => fetch(address),
    ({ status }) => status === 200,
    { everyMs: 200 },
  )

  const linkOf = async (page: Page, email: string) => {
    await page.goto(address)
    await page.getByLabel('Адрес почты').fill(email)
    await page.getByLabel('Согласен на обработку').check()
    await page.getByRole('button', { name: 'Прислать ссылку' }).click()
    await page.getByRole('heading', { name: 'Письмо отправлено' }).waitFor()
    const letter = await eventually(
      async () => (await lettersTo(join(portal.dataDir, 'mail'), email)).at(-1),
      (text) => text !== undefined,
    )
    return /https?:\S+\/enter\?\S+/.exec(letter ?? '')?.[0] ?? ''
  }
  const voteBy = async (page: Page, link: string, option: string) => {
    await page.goto(link)
    expect(page.url()).toBe(`${address}#golos`)
    await page.getByLabel(option).check()
    await page.getByRole('button', { name: 'Проголосовать' }).click()
  }

  const first = await visitor()
  const link = await linkOf(first, 'golos@example.test')
  const picture = first.locator('.pictures img')
  expect(
    await picture.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth)),
  ).toBeGreaterThan(0)
  await voteBy(first, link, 'Со спинкой')
  await first.getByRole('heading', { name: 'Ваш голос учтён' }).waitFor()

  // The same link on another device is the same voter.
  const again = await visitor()
  await voteBy(again, link, 'Без спинки')
  await again
    .getByText(/Этот голос уже учтён/)
    .first()
    .waitFor()
  const other = await visitor()
  await voteBy(other, await linkOf(other, 'drugoy@example.test'), 'Без спинки')
  await other.getByRole('heading', { name: 'Ваш голос учтён' }).waitFor()
  for (const context of contexts) await context.close()
  contexts = []
}, 180_000)

const voteWithScript = async (page: Page, address: string, option: string): Promise<string> => {
  await page.goto(address)
  await page.getByLabel(option).check()
  await page.getByRole('button', { name: 'Проголосовать' }).click()
  await page.getByRole('heading', { name: 'Ваш голос учтён' }).waitFor()
  return (await page.locator('.kept code').textContent()) ?? ''
}

const voteWithoutScript = async (page: Page, address: string, option: string): Promise<string> => {
  await page.goto(address)
  await page.getByLabel(option).check()
  await page.getByRole('button', { name: 'Проголосовать' }).click()
  await answerSum(page)
  await page.getByRole('heading', { name: 'Ваш голос учтён' }).waitFor()
  return (await page.locator('main code').textContent()) ?? ''
}

const recount = async (page: Page): Promise<string> => {
  await page.getByRole('button', { name: 'Пересчитать' }).click()
  const said = page.locator('[data-recount] [role=status]')
  return eventually(
    async () => (await said.innerText()) ?? '',
    (text) => text !== '' && text !== 'Считаем…',
    { everyMs: 50 },
  )
}
