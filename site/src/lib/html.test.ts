import { expect, it } from 'vitest'
import { absoluteLinks } from './html.ts'

it('makes paths of the site addresses, pictures included, and leaves other links', () => {
  const html =
    '<a href="/kalendar/">a</a><a href="https://other.example/">b</a><a href="#c">c</a><img src="/media/1.jpg" srcset="/media/1.jpg 320w, /media/2.jpg 640w">'
  expect(absoluteLinks(html, 'https://portal.example/')).toBe(
    '<a href="https://portal.example/kalendar/">a</a><a href="https://other.example/">b</a><a href="#c">c</a><img src="https://portal.example/media/1.jpg" srcset="https://portal.example/media/1.jpg 320w, https://portal.example/media/2.jpg 640w">',
  )
})
