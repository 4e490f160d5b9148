import type { RouteInfo } from 'astro'
import { expect, it } from 'vitest'
import { lettersOf, textOf } from './pageLetters.ts'
import { styleMarks } from './styleMarks.ts'

/** The two parts of a route that matter here. */
const route = (name: string, ...styles: RouteInfo['styles']) => ({ file: name, styles }) as RouteInfo
const css = (content: string) => ({ type: 'inline' as const, content })
const external = { type: 'external' as const, src: '/a.css' }

const one = 'a{content:"«$&»"}'
const { routes, styleOf, withStyles } = styleMarks([
  route('news', css(one), external),
  route('topic', css(one), css('b{}')),
])
const contents = routes.map(({ styles }) =>
  styles.map((style) => (style.type === 'inline' ? style.content : style.src)),
)

it('gives one mark to one style, whatever route it is of, and leaves files alone', () => {
  expect(contents).toEqual([
    ['/*style 0*/', '/a.css'],
    ['/*style 0*/', '/*style 1*/'],
  ])
  expect(routes[0]?.file).toBe('news')
})

it('puts the very style in the place of its mark', () => {
  const page = `<style>@layer base;</style>${contents[1]?.map((mark) => `<style>${mark}</style>`).join('')}`
  expect(textOf(withStyles(page))).toBe(`<style>@layer base;</style><style>${one}</style><style>b{}</style>`)
  expect(textOf(styleOf('/*style 0*/'))).toBe(one)
})

it('takes no text of a page for a mark', () => {
  const page = lettersOf('<p>/*style 0*/</p>&lt;style&gt;/*style 0*/&lt;/style&gt;')
  expect(withStyles(page)).toBe(page)
  expect(styleOf('c{}')).toBe('c{}')
})
