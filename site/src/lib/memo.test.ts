import { expect, it } from 'vitest'
import { memo } from './memo.ts'

function counted(limit: number) {
  const asked: string[] = []
  const upper = memo(limit, (key: string) => {
    asked.push(key)
    return key.toUpperCase()
  })
  return { asked, upper }
}

it('works an answer out once', () => {
  const { asked, upper } = counted(10)
  expect([upper('а'), upper('б'), upper('а')]).toEqual(['А', 'Б', 'А'])
  expect(asked).toEqual(['а', 'б'])
})

it('keeps at most two times its limit, whatever comes', () => {
  const { asked, upper } = counted(10)
  for (let index = 0; index < 1000; index++) upper(`ключ ${index}`)
  asked.length = 0
  for (let index = 999; index >= 0; index--) upper(`ключ ${index}`)
  expect(asked.length).toBeGreaterThanOrEqual(1000 - 20)
})

it('keeps what is asked for again and again through a flood of others', () => {
  const { asked, upper } = counted(10)
  for (let index = 0; index < 1000; index++) [`ключ ${index}`, 'подвал'].forEach(upper)
  expect(asked.filter((key) => key === 'подвал')).toHaveLength(1)
})
