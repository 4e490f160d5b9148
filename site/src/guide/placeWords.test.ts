import { expect, it } from 'vitest'
import { openWords, specialDays, walkWords, weekRows } from './placeWords.ts'

const at = (moment: string) => new Date(`${moment}:00+03:00`)
const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ')

it.each([
  [{ isOpen: true, until: at('2026-11-26T20:00') }, 'Открыто до 20:00'],
  [{ isOpen: true, until: at('2026-11-27T02:00') }, 'Открыто до 02:00 завтра'],
  [{ isOpen: true, until: null }, 'Открыто круглосуточно'],
  [{ isOpen: false, opensAt: at('2026-11-26T09:00') }, 'Закрыто, откроется в 09:00'],
  [{ isOpen: false, opensAt: at('2026-11-27T09:00') }, 'Закрыто, откроется завтра в 09:00'],
  [{ isOpen: false, opensAt: at('2026-12-01T09:00') }, 'Закрыто, откроется 1 декабря в 09:00'],
  [{ isOpen: false, opensAt: null }, 'Закрыто'],
  [null, undefined],
] as const)('says %j as «%s»', (state, words) => expect(plain(openWords(state, '2026-11-26'))).toBe(words))

it('joins days that go alike and says when a night ends', () => {
  const hours = [
    { weekdays: ['1', '2', '3', '4'] as const, from: '14:00', to: '18:00' },
    { weekdays: ['1', '2', '3', '4'] as const, from: '09:00', to: '13:00' },
    { weekdays: ['5'] as const, from: '18:00', to: '02:00' },
    { weekdays: ['6'] as const, from: '00:00', to: '00:00' },
  ].map(({ weekdays, ...row }) => ({ weekdays: [...weekdays], ...row }))
  expect(weekRows({ hours })).toEqual([
    { days: 'Понедельник — четверг', hours: '09:00–13:00, 14:00–18:00' },
    { days: 'Пятница', hours: '18:00–02:00 следующего дня' },
    { days: 'Суббота', hours: 'круглосуточно' },
    { days: 'Воскресенье', hours: 'закрыто' },
  ])
})

it('tells special days until the last of them is over', () => {
  const exceptions = [
    { day: '2026-11-24T21:00:00.000Z', lastDay: '2026-11-25T21:00:00.000Z', note: 'Ремонт' },
  ]
  expect(specialDays({ exceptions }, '2026-11-26')).toMatchObject([{ title: 'Закрыто', text: 'Ремонт' }])
  expect(specialDays({ exceptions }, '2026-11-27')).toEqual([])
})

it('tells the way in metres and minutes', () => {
  expect(plain(walkWords(350))).toBe('350 м, около 6 минут пешком')
  expect(plain(walkWords(50))).toBe('50 м, около 1 минуты пешком')
})
