import { describe, expect, it } from 'vitest'
import { readRoll } from './readRoll.ts'
import { isInOffice, quorumOf, rollProblems, tallyOf, type RollEntry } from './roll.schema.ts'

const since = { term: { from: '2025-04-13T09:00:00.000Z' } }
const deputies = new Map([
  ['a', { name: 'Анна А.', ...since }],
  ['b', { name: 'Борис Б.', term: { from: '2025-04-13T09:00:00.000Z', to: '2026-08-20T09:00:00.000Z' } }],
])
const entry = (deputy: string, more: Partial<RollEntry> = {}): RollEntry => ({
  deputy,
  present: true,
  votes: [{ item: '1', vote: 'for' }],
  ...more,
})
const problems = (roll: RollEntry[], day = '2026-08-20') => rollProblems({ roll, deputies, day })

describe('a roll', () => {
  it('of present deputies in office, each with one vote an item, is right', () => {
    expect(problems([entry('a'), entry('b')])).toEqual([])
  })

  it('has no deputy twice', () => {
    expect(problems([entry('a'), entry('a')])).toEqual(['Анна А. отмечен дважды.'])
  })

  it('has no second vote on an item', () => {
    const votes: RollEntry['votes'] = [
      { item: '1', vote: 'for' },
      { item: '1', vote: 'against' },
    ]
    expect(problems([entry('a', { votes })])).toEqual(['Анна А. голосует по одному вопросу дважды.'])
  })

  it('has no vote of somebody who was not there', () => {
    expect(problems([entry('a', { present: false })])).toEqual([
      'Анна А. отсутствует на заседании и не мог голосовать.',
    ])
    expect(problems([entry('a', { present: false, votes: [] })])).toEqual([])
  })

  it('has nobody on the day after their last one', () => {
    expect(problems([entry('b')], '2026-08-21')).toEqual(['Борис Б. в день заседания не был депутатом.'])
  })

  it('has nobody whom the portal does not know', () => {
    expect(problems([entry('c')])).toHaveLength(1)
  })
})

describe('a term', () => {
  it('counts both its days, in Moscow', () => {
    const term = { from: '2025-04-12T21:00:00.000Z', to: '2026-08-19T21:00:00.000Z' }
    expect(isInOffice({ term }, '2025-04-13')).toBe(true)
    expect(isInOffice({ term }, '2026-08-20')).toBe(true)
    expect(isInOffice({ term }, '2025-04-12')).toBe(false)
    expect(isInOffice({ term }, '2026-08-21')).toBe(false)
  })

  it('may be an earlier one', () => {
    const earlierTerms = [{ from: '2017-03-26T09:00:00.000Z', to: '2022-03-26T09:00:00.000Z' }]
    expect(isInOffice({ ...since, earlierTerms }, '2020-01-01')).toBe(true)
    expect(isInOffice({ ...since, earlierTerms }, '2023-01-01')).toBe(false)
  })
})

it('counts the votes of an item and of no other', () => {
  const roll = [
    entry('a', {
      votes: [
        { item: '1', vote: 'against' },
        { item: '2', vote: 'for' },
      ],
    }),
    entry('b'),
  ]
  expect(tallyOf(roll, '1')).toEqual({ for: 1, against: 1, abstained: 0, absent: 0 })
})

it('asks for half of those elected', () => {
  expect([quorumOf(32), quorumOf(31)]).toEqual([16, 16])
})

it('reads nothing else as a roll', () => {
  expect(readRoll(null)).toEqual([])
  expect(readRoll([entry('a')])).toEqual([entry('a')])
  expect(readRoll([{ ...entry('a'), party: 'x' }])).toBeNull()
  expect(readRoll([{ ...entry('a'), votes: [{ item: '1', vote: 'maybe' }] }])).toBeNull()
})
