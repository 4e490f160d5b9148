import { experimental_AstroContainer as AstroContainer } from 'astro/container'
import { expect, it } from 'vitest'
import Tag from '../components/Tag.astro'
import { pageTexts, type PageModule } from './pageTexts.ts'

/** The map of a site with one route, and how often its module was loaded. */
function siteOf(module: PageModule) {
  let loads = 0
  const page = () => {
    loads++
    return Promise.resolve(module)
  }
  const { pageMap, textFor } = pageTexts(new Map([['route', () => Promise.resolve({ page })]]))
  const open = async () => (await pageMap.get('route')?.())?.page()
  return { open, textFor, loads: () => loads }
}

it('takes the text of a page and leaves its Response empty, with its headers', async () => {
  const container = await AstroContainer.create()
  const options = { props: { label: 'Идёт' }, partial: false }
  const text = await container.renderToString(Tag, options)
  expect(text).toMatch(/^<!DOCTYPE html><span .*>Идёт<\/span>$/)

  const { open, textFor } = siteOf({ default: Tag })
  const page = await open()
  if (!page) throw new Error('the map has the one route')
  const request = new Request('http://localhost/')
  const response = await container.renderToResponse(page.default, { ...options, request })
  expect(textFor(request)).toBe(text)
  expect(response.body).toBeNull()
  expect(response.headers.get('content-type')).toBe('text/html')
})

it('loads a module once, and changes nothing in that of a feed', async () => {
  // A feed's module has handlers and no page, which Astro's type leaves out.
  const feed = {} as PageModule
  const { open, loads } = siteOf(feed)
  expect(await open()).toBe(feed)
  expect(await open()).toBe(feed)
  expect(loads()).toBe(1)
})
