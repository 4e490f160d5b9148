import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { withContentPolicy } from './contentPolicy.ts'
import { lettersOf } from './pageLetters.ts'

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const page = (head: string, body = '') =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`

describe('withContentPolicy', () => {
  it('lets in the page’s own styles and scripts by hash, before they are read', () => {
    const html = withContentPolicy(page('<style>a{color:red}</style><script>run()</script>'))
    expect(html.indexOf('content-security-policy')).toBeLessThan(html.indexOf('<style>'))
    expect(html).toContain(`style-src 'self' ${hash('a{color:red}')};`)
    expect(html).toContain(`script-src 'self' ${hash('run()')};`)
    expect(html).not.toContain('unsafe-inline')
  })

  it('takes the hash of the bytes, of a text in any script', () => {
    const html = withContentPolicy(lettersOf(page("<script>say('привет')</script>")))
    expect(html).toContain(`script-src 'self' ${hash("say('привет')")};`)
  })

  it('names the style that stands behind a mark, and a style that comes twice once', () => {
    const html = withContentPolicy(page('<style>/*style 7*/</style><style>a{}</style>'), (text) =>
      text === '/*style 7*/' ? 'a{}' : text,
    )
    expect(html).toContain(`style-src 'self' ${hash('a{}')};`)
    expect(html).toContain('<style>/*style 7*/</style>')
  })

  it('lets a script in from the site itself without a hash', () => {
    expect(withContentPolicy(page('<script type="module" src="/a.js"></script>'))).toContain(
      "script-src 'self';",
    )
  })

  it('opens for a player the one host that it names, and for a page without a player none', () => {
    const frame = withContentPolicy(page('', '<div data-frame-host="https://rutube.ru"></div>'))
    expect(frame).toContain(';frame-src https://rutube.ru;')
    expect(frame).not.toMatch(/connect-src|media-src/)
    const media = withContentPolicy(page('', '<div data-media-host="https://live.example.org:8443"></div>'))
    expect(media).toContain(";connect-src 'self' https://live.example.org:8443;")
    expect(media).toContain(";media-src 'self' blob: https://live.example.org:8443;")
    const words = withContentPolicy(page('', '<p>data-frame-host=&quot;https://evil.example&quot;</p>'))
    expect(words).not.toMatch(/frame-src|connect-src|media-src/)
  })

  it('gives data no permission to run', () => {
    const html = withContentPolicy(page('<script type="application/ld+json">{"a":1}</script>'))
    expect(html).toContain("script-src 'self';")
  })

  it('refuses what the policy would silently drop', () => {
    expect(() => withContentPolicy(page('', '<p style="color:red">'))).toThrow('style="color:red"')
    expect(() => withContentPolicy(page('', '<button onclick="print()">'))).toThrow('onclick')
    expect(() => withContentPolicy(page('', '<p>style=&quot;x&quot; и "style="</p>'))).not.toThrow()
  })
})
