import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkSite } from './checks.ts'

let publicDir: string
beforeEach(() => {
  publicDir = mkdtempSync(join(tmpdir(), 'checks-'))
  write('index.html', page('<a href="/novosti/dvor/">Двор</a><a href="https://example.org/x/">сайт</a>'))
  write('404.html', page(''))
  write(
    'novosti/dvor/index.html',
    page('<a href="/">Главная</a><a href="#m">к тексту</a><a href="/admin">вход</a>'),
  )
  write(
    'novosti/rss.xml',
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Новости</title></channel></rss>',
  )
  write('sitemap-index.xml', sitemap('http://localhost:3000/sitemap-0.xml'))
  write('sitemap-0.xml', sitemap('http://localhost:3000/novosti/dvor/'))
  write('kalendar/vse.ics', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n')
  write('robots.txt', 'User-agent: *\n')
  write('redirects.json', '{"/staryj-adres/":"/novosti/dvor/"}')
  write('_astro/style.css', 'body{background:url(/_astro/line.svg)}')
  write('_astro/line.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')
})
afterEach(() => rmSync(publicDir, { recursive: true }))

const write = (file: string, text: string) => {
  mkdirSync(dirname(join(publicDir, file)), { recursive: true })
  writeFileSync(join(publicDir, file), text)
}
const page = (body: string, { title = 'Портал', main = 'Достаточно длинный текст страницы.' } = {}) =>
  `<!doctype html><html lang="ru"><head><title>${title}</title><link rel="stylesheet" href="/_astro/style.css"></head>` +
  `<body><main id="m"><h1>Заголовок</h1><p>${main}</p>${body}</main></body></html>`
const sitemap = (address: string) => `<urlset><url><loc>${address}</loc></url></urlset>`
const check = () => checkSite({ publicDir, siteUrl: 'http://localhost:3000', expected: ['/novosti/dvor/'] })

it('passes a whole site', () => {
  expect(check()).toEqual([])
})

it('passes a link to an address that redirects', () => {
  write('index.html', page('<a href="/staryj-adres/">раньше</a>'))
  expect(check()).toEqual([])
})

describe.each([
  [
    'a published document without a page',
    () => rmSync(join(publicDir, 'novosti/dvor'), { recursive: true }),
    '/novosti/dvor/',
  ],
  ['a link that leads nowhere', () => write('index.html', page('<a href="/novosti/net/">?</a>')), '/'],
  [
    'an absolute link to a page of ours that is not there',
    () => write('index.html', page('<a href="http://localhost:3000/net/">?</a>')),
    '/',
  ],
  ['a link to a missing place on the page', () => write('index.html', page('<a href="#net">?</a>')), '/'],
  ['a missing picture', () => write('index.html', page('<img src="/media/net.jpg" alt="">')), '/'],
  [
    'a missing picture in srcset',
    () => write('index.html', page('<img srcset="/media/a.avif 320w, /media/b.avif 640w" alt="">')),
    '/',
  ],
  [
    'a missing social picture',
    () =>
      write('index.html', page('<meta property="og:image" content="http://localhost:3000/media/og.jpg">')),
    '/',
  ],
  ['a missing style sheet', () => rmSync(join(publicDir, '_astro/style.css')), '/'],
  [
    'a file missing from a style sheet',
    () => rmSync(join(publicDir, '_astro/line.svg')),
    '/_astro/style.css',
  ],
  ['an empty page', () => write('novosti/dvor/index.html', page('', { main: '' })), '/novosti/dvor/'],
  [
    'a page without a title',
    () => write('novosti/dvor/index.html', page('', { title: '' })),
    '/novosti/dvor/',
  ],
  [
    'a page without a heading',
    () => write('novosti/dvor/index.html', '<title>x</title><main>Много слов на этой странице.</main>'),
    '/novosti/dvor/',
  ],
  ['a feed that does not parse', () => write('novosti/rss.xml', '<rss><channel></rss>'), '/novosti/rss.xml'],
  ['a missing feed', () => rmSync(join(publicDir, 'novosti/rss.xml')), '/novosti/rss.xml'],
  [
    'a sitemap with a page that is not there',
    () => write('sitemap-0.xml', sitemap('http://localhost:3000/net/')),
    '/sitemap-0.xml',
  ],
  ['an empty sitemap', () => write('sitemap-0.xml', '<urlset></urlset>'), '/sitemap-0.xml'],
  [
    'a calendar cut short',
    () => write('kalendar/vse.ics', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n'),
    '/kalendar/vse.ics',
  ],
  ['a redirect table that does not parse', () => write('redirects.json', '{'), '/redirects.json'],
])('%s', (_, breakIt, path) => {
  it('is caught, and the page is named', () => {
    breakIt()
    expect(check().map((fault) => fault.path)).toContain(path)
  })
})

it('lets the examples of the component gallery lead to invented addresses, but not be empty', () => {
  write('komponenty/index.html', page('<a href="/novosti/primer/">?</a>'))
  expect(check()).toEqual([])
  write('komponenty/index.html', page('', { main: '' }))
  expect(check().map((fault) => fault.path)).toEqual(['/komponenty/'])
})
