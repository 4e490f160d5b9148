import { expect, it } from 'vitest'
import { editionFiles, withdrawals } from './editionFiles.ts'

it('finds every file that an edition names, once, and none in one of before files had checksums', () => {
  const file = (id: string, sha256?: string) => ({
    id,
    title: `${id}.pdf (10 Б)`,
    ...(sha256 ? { sha256 } : {}),
  })
  const content = (first: object, second: object) =>
    JSON.stringify({
      documents: [{ file: [first], title: 'Проект' }, { file: [second] }],
      houses: [{ id: 'h', title: 'Дом' }],
    })
  expect(editionFiles(content(file('a', '1a'), file('b', '2b')))).toEqual([
    { name: 'a.pdf (10 Б)', sha256: '1a' },
    { name: 'b.pdf (10 Б)', sha256: '2b' },
  ])
  expect(editionFiles(content(file('a', '1a'), file('a', '1a')))).toHaveLength(1)
  expect(editionFiles(content(file('a'), file('b')))).toEqual([])
})

it('tells what was taken out of a text, and nothing of one that is whole', () => {
  const withdrawn = [{ at: '2026-11-26T09:00:00.000Z', reason: 'Обращение', sha256: 'aa' }]
  expect(withdrawals(JSON.stringify({ title: 'Вода', withdrawn }))).toEqual(withdrawn)
  expect(withdrawals('{"title":"Вода"}')).toEqual([])
})
