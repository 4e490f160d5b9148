import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { asRole, eventually, logInByForm } from './admin.ts'
import { launchChromium } from './chromium.ts'

const portal = inject('portal')
let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})

afterAll(() => browser.close())

/** A page that notes every breach of the content security policy and every request that leaves the portal. */
const watchedPage = async (): Promise<{ page: Page; breaches: string[] }> => {
  const page = await (await browser.newContext({ timezoneId: 'Europe/Moscow' })).newPage()
  const breaches: string[] = []
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) breaches.push(message.text())
  })
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${portal.url}/`) && !/^(data|blob):/.test(url)) breaches.push(`leaves: ${url}`)
  })
  return { page, breaches }
}

describe('the admin', () => {
  it('works under its strict policy: login, list, Lexical, upload, without one breach', async () => {
    const { page, breaches } = await watchedPage()
    const policy = (await page.goto(`${portal.url}/admin/login`))?.headers()['content-security-policy'] ?? ''
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']+';/)
    await logInByForm(page, portal, 'editor')
    await page.goto(`${portal.url}/admin/collections/news`)
    await page.locator('table').waitFor()
    await page.goto(`${portal.url}/admin/collections/news/create`)
    await page.locator('#field-title').fill('Проверка правил безопасности')
    await page.locator('[contenteditable=true]').first().click()
    await page.keyboard.type('Набранный текст')
    await page.getByText('Набранный текст').waitFor()
    await page.goto(`${portal.url}/admin/collections/media/create`)
    const square = await page.evaluate(() => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 64 })
      canvas.getContext('2d')?.fillRect(0, 0, 64, 64)
      return canvas.toDataURL('image/png').split(',')[1] ?? ''
    })
    const file = { name: 'square.png', mimeType: 'image/png', buffer: Buffer.from(square, 'base64') }
    await page.locator('input[type=file]').first().setInputFiles(file)
    await page.locator('#field-alt').fill('Чёрный квадрат')
    await page.locator('#action-save').click()
    await page.waitForURL(/\/media\/[0-9a-f]{24}/)
    expect(breaches).toEqual([])
  })

  it('speaks Russian to a browser that was installed in another language', async () => {
    const context = await browser.newContext({ locale: 'en-US' })
    const page = await context.newPage()
    await page.goto(`${portal.url}/admin/login`)
    expect(await page.locator('html').getAttribute('lang')).toBe('ru')
    await context.close()
  })
})

describe('an error that comes through Next', () => {
  it('names its field, in Russian', async () => {
    const call = await asRole(portal, 'editor')
    const reply = await call('/api/news', {
      method: 'POST',
      body: JSON.stringify({ _status: 'published' }),
      headers: { 'accept-language': 'ru' },
    })
    expect(reply.status).toBe(400)
    // Payload's error reply; its `path` is what the admin marks the field by.
    const body = (await reply.json()) as {
      errors: { data?: { errors?: { path: string; message: string }[] } }[]
    }
    const fields = body.errors[0]?.data?.errors ?? []
    expect(fields.map(({ path }) => path)).toContain('title')
    expect(fields[0]?.message).toMatch(/[а-я]/)
  })
})

describe('a preview', () => {
  it('shows a draft on the design of the site, is marked, and is kept from search engines', async () => {
    const call = await asRole(portal, 'editor')
    const created = await call('/api/news?draft=true', {
      method: 'POST',
      body: JSON.stringify({ title: 'Черновик для предпросмотра', topic: 'culture', _status: 'draft' }),
    })
    const { doc } = (await created.json()) as { doc: { id: string } } // the shape of Payload's create reply
    const link = await call(`/api/preview/link?collection=news&id=${doc.id}`, { redirect: 'manual' })
    const address = link.headers.get('location') ?? ''
    const { reply, html } = await eventually(
      async () => {
        const page = await fetch(`${portal.url}${address}`)
        return { reply: page, html: await page.text() }
      },
      (seen) => seen.reply.status === 200,
    )
    expect(html).toContain('Черновик для предпросмотра')
    expect(html).toContain('preview-banner')
    expect(reply.headers.get('x-robots-tag')).toContain('noindex')
    expect(reply.headers.get('cache-control')).toBe('no-store')
  })

  it('opens for nobody who changed the link', async () => {
    const reply = await fetch(`${portal.url}/preview/e30.AAAA`)
    expect(reply.status).toBe(404)
    expect(await reply.text()).toContain('Ссылка не действует')
  })
})
