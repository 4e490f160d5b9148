import { expect, it } from 'vitest'
import { menuOf } from './sections.ts'

it('shows a section only when it has something to show, and no empty group', () => {
  expect(menuOf([])).toEqual([])
  expect(
    menuOf(['hearings', 'news']).map(({ title, links }) => [title, links.map(({ href }) => href)]),
  ).toEqual([
    ['Узнать', ['/novosti/']],
    ['Власть', ['/slushaniya/']],
  ])
})
