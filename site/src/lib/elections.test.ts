import { describe, expect, it } from 'vitest'
import {
  electionPhase,
  electionStops,
  leftWords,
  percentWords,
  silenceWords,
  votingWords,
} from './elections.ts'

const election = {
  votingFrom: '2026-09-18T09:00:00.000Z',
  votingTo: '2026-09-20T09:00:00.000Z',
  hoursFrom: null,
  hoursTo: null,
  stages: [
    { id: '2', title: 'Итоги', from: '2026-09-22T09:00:00.000Z' },
    { id: '1', title: 'Выдвижение', from: '2026-07-01T09:00:00.000Z', to: '2026-07-30T09:00:00.000Z' },
  ],
}
const plain = (text: string) => text.replace(/[\u00a0\u2060]/g, (sign) => (sign === '\u00a0' ? ' ' : ''))

describe('the line of an election', () => {
  it('has the days of voting among its stages, in the order of dates', () => {
    expect(electionStops(election, '2026-06-01').map(({ title }) => title)).toEqual([
      'Выдвижение',
      'Голосование',
      'Итоги',
    ])
  })

  it.each([
    ['2026-06-01', [undefined, undefined, undefined]],
    ['2026-07-30', ['now', undefined, undefined]],
    ['2026-09-18', ['done', 'now', undefined]],
    ['2026-09-21', ['done', 'done', undefined]],
    ['2026-09-23', ['done', 'done', 'done']],
  ])('stands on %s where it is', (today, states) => {
    expect(electionStops(election, today).map(({ state }) => state)).toEqual(states)
  })
})

it('says when and how long', () => {
  expect(plain(votingWords(election))).toBe('18–20 сентября 2026, с 8:00 до 20:00')
  expect(electionPhase(election, '2026-09-20')).toBe('voting')
  expect(plain(leftWords(election, '2026-09-17') ?? '')).toBe('До голосования 1 день')
  expect(leftWords(election, '2026-09-19')).toBe('Идёт голосование')
  expect(leftWords(election, '2026-09-21')).toBeNull()
  expect(plain(silenceWords(election))).toMatch(/^С 13 сентября до 20:00 20 сентября 2026 опросы/)
  expect(percentWords(38.25)).toBe('38,25 %')
})
