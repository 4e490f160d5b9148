import fc from 'fast-check'
import { expect, it } from 'vitest'
import { declineReasons, wishCategories, wishStates } from '../../../collections/Wishes/wishes.schema.ts'
import { smallestGroup } from './statistics.ts'
import { countWishes } from './wishStatistics.ts'

const districts = Array.from({ length: 8 }, (_, index) => ({ id: `o${index + 1}`, number: index + 1 }))
const values = <Value extends string>(list: readonly { value: Value }[]) => list.map(({ value }) => value)
const one = <Value>(list: readonly Value[]) => fc.constantFrom(...list)

const wish = fc.record({
  category: one(values(wishCategories)),
  status: one(values(wishStates).filter((state) => state !== 'received')),
  district: one([...districts.map(({ id }) => id), 'gone', null]),
  receivedAt: one(['2026-09-30T22:00:00.000Z', '2026-10-05T09:00:00.000Z', '2026-11-05T09:00:00.000Z']),
  declineReason: one(values(declineReasons)),
  demo: fc.boolean(),
})

const wishes = fc.array(wish, { maxLength: 300 })

it('puts every wish into one group of every table that is shown whole', () => {
  fc.assert(
    fc.property(wishes, (all) => {
      const { total, tables } = countWishes(all, districts)
      const declined = all.filter(({ status }) => status === 'declined').length
      for (const { name, groups } of tables) {
        const counts = groups?.map(({ count }) => count) ?? ['hidden']
        const numbers = counts.filter((count) => typeof count === 'number')
        if (numbers.length < counts.length) continue
        const sum = numbers.reduce((whole, count) => whole + count, 0)
        expect(sum, name).toBe(name === 'reason' ? declined : total)
      }
    }),
  )
})

it('tells of no group of one to four, nor of reasons when the number of those not published is hidden', () => {
  fc.assert(
    fc.property(wishes, (all) => {
      const { total, tables } = countWishes(all, districts)
      if (all.length > 0 && all.length < smallestGroup) expect(total).toBeNull()
      for (const { groups } of tables)
        for (const { count } of groups ?? [])
          if (typeof count === 'number' && count > 0) expect(count).toBeGreaterThanOrEqual(smallestGroup)
      const declined = tables
        .find(({ name }) => name === 'state')
        ?.groups?.find(({ key }) => key === 'declined')
      if (typeof declined?.count !== 'number')
        expect(tables.find(({ name }) => name === 'reason')?.groups).toBeNull()
    }),
  )
})

it('goes by the month in Moscow', () => {
  const late = Array.from({ length: 5 }, () => ({
    category: 'yards' as const,
    status: 'published' as const,
    receivedAt: '2026-09-30T22:00:00.000Z',
  }))
  const month = countWishes(late, districts).tables.find(({ name }) => name === 'month')
  expect(month?.groups).toEqual([{ key: '2026-10', label: 'Октябрь 2026', count: 5 }])
})
