import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flyerPath, pageFile } from './flyer.schema.ts'
import { pageOf } from './sitePage.ts'

const site = 'https://portal.example'

describe('the page of a flyer', () => {
  it('is a page of our own site', () => {
    expect(pageFile('/novosti/most/', site)).toEqual({
      path: '/novosti/most/',
      file: 'novosti/most/index.html',
    })
    expect(pageFile(`${site}/`, site)).toEqual({ path: '/', file: 'index.html' })
    expect(new URL(flyerPath('/kalendar/', 'a5'), site).searchParams.get('page')).toBe('/kalendar/')
  })

  it.each([
    'https://evil.example/novosti/most/',
    '//evil.example/',
    '/novosti/rss.xml',
    '/%2e%2e%2f%2e%2e%2fetc/',
    '/..%2f..%2fsecrets/',
    '/novosti/.env/',
    '/%00/',
    '/%ff/',
    'javascript:alert(1)/',
    '',
  ])('is not %s', (page) => expect(pageFile(page, site)).toBeNull())

  it('never leads out of the folder of the site', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.webPath(), fc.stringMatching(/^(\.|%2e|\/|%2f|\\|a){0,20}\/$/)),
        (page) => {
          const found = pageFile(page, site)
          const parts = found?.file.split('/') ?? []
          expect(parts.includes('..') || parts[0] === '').toBe(false)
        },
      ),
    )
  })
})

describe('what a flyer says', () => {
  const html = (more = '') =>
    `<head><meta name="description" content="Ёлки &amp; «палки» &lt;b&gt;">${more}<meta property="og:site_name" content="Люберцы"><meta property="og:title" content="Мост &quot;Пехорка&quot;"></head>`
  const at = new Date('2026-11-12T09:00:00.000Z')

  it('is what the page says of itself', () => {
    expect(pageOf(html(), at)).toEqual({
      title: 'Мост "Пехорка"',
      gist: 'Ёлки & «палки» <b>',
      siteName: 'Люберцы',
      isDemo: false,
      changedAt: at,
    })
  })

  it('is nothing for a page that hides from search engines', () => {
    expect(pageOf(html('<meta name="robots" content="noindex">'), at)).toBeNull()
  })
})
