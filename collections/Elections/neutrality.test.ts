import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSilent, silenceOf } from './elections.schema.ts'
import { agitationIn, forecastsIn, isElectoral } from './neutrality.schema.ts'

const voting = { from: '2026-09-18', to: '2026-09-20', closes: '20:00' }

describe('the days without polls and forecasts (67-ФЗ ст. 46 п. 3)', () => {
  it('begin five days before the first day of voting and end when the stations close on the last', () => {
    expect(silenceOf(voting)).toEqual({ from: '2026-09-13', until: new Date('2026-09-20T20:00:00+03:00') })
    expect(isSilent(voting, new Date('2026-09-12T23:59:59+03:00'))).toBe(false)
    expect(isSilent(voting, new Date('2026-09-13T00:00:00+03:00'))).toBe(true)
    expect(isSilent(voting, new Date('2026-09-20T19:59:59+03:00'))).toBe(true)
    expect(isSilent(voting, new Date('2026-09-20T20:00:00+03:00'))).toBe(false)
  })
})

describe('forecasts', () => {
  it.each([
    'По прогнозу, на выборы придут 40 %.',
    'Опрос показал: кандидаты идут вровень.',
    'Экзитпол дал избирателям первую цифру.',
  ])('are found: %s', (text) => expect(forecastsIn(text)).toHaveLength(1))

  it.each([
    'Прогноз погоды на выходные. Выборы пройдут в воскресенье.',
    'Опрос о парке закончился, победила детская площадка.',
    'Кандидатов зарегистрировали в срок.',
    'Переопросили выборочно жильцов.',
  ])('are not seen in: %s', (text) => expect(forecastsIn(text)).toEqual([]))
})

describe('agitation', () => {
  it.each(['Голосуйте за Иванова!', 'Не сидите дома: проголосуйте против всех.', 'Это наш кандидат.'])(
    'is found: %s',
    (text) => expect(agitationIn(text)).toHaveLength(1),
  )
  it.each(['Как проголосовать, если Вы в отъезде.', 'Голосуйте в день голосования на своём участке.'])(
    'is not seen in: %s',
    (text) => expect(agitationIn(text)).toEqual([]),
  )
})

it('tells votes about elections from others', () => {
  expect(isElectoral('За какого кандидата Вы?')).toBe(true)
  expect(isElectoral('Выборы мэра: кто победит?')).toBe(true)
  expect(isElectoral('Что построить у моста? Выбор за Вами')).toBe(false)
})

it('finds a breach wherever it stands in a text, and quotes its own sentence only', () => {
  const plain = fc.constantFrom('Во дворе починили свет.', 'Автобус ходит чаще.', 'Сквер открыт!')
  fc.assert(
    fc.property(fc.array(plain), fc.array(plain), (before, after) => {
      const breach = 'Прогноз выборов известен.'
      expect(forecastsIn([...before, breach, ...after].join(' '))).toEqual([
        { kind: 'forecast', words: breach },
      ])
    }),
  )
})
