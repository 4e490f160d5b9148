import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideMove, type Moved } from './decideMove.ts'
import {
  moves,
  nextState,
  publicStates,
  states,
  type Actor,
  type Move,
  type QuestionState,
} from './states.schema.ts'
import { whatNext } from './whatNext.schema.ts'

const moveNames = Object.keys(moves) as Move[] // the keys of the table
const actors: Actor[] = ['editor', 'respondent', 'author']
const stateNames = states.map(({ value }) => value)
const sent = { subject: 'Свет во дворе', text: 'Когда починят?', author: 'Житель', house: null }

/** Anything anybody may send, sensible or not, at any time of the question's life. */
const step = fc.record({
  move: fc.constantFrom(...moveNames),
  by: fc.constantFrom(...actors),
  hours: fc.integer({ min: 0, max: 400 }),
  input: fc.record(
    {
      reason: fc.constantFrom('', 'offence', 'withdrawn', 'Нужен выезд', 'no such'),
      text: fc.constantFrom('', ' ', 'Починили вчера.', 'я'.repeat(10_001)),
      addressee: fc.constantFrom('mayor', 'lawyer', ''),
      days: fc.constantFrom(0, 1, 15, 30, 31, 1.5),
    },
    { requiredKeys: [] },
  ),
})

const start = (): Moved => ({
  state: 'received',
  createdAt: '2026-11-25T09:00:00.000Z',
  termDays: 30,
  addressee: 'mayor',
  answers: [],
})

describe('no sequence of calls by any role', () => {
  it('leaves the table, extends or forwards twice, loses an answer, or leaves words of a declined question', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let question: Moved & Record<string, unknown> = start()
        let now = Date.parse(question.createdAt)
        const made: Move[] = []
        for (const { move, by, hours, input } of steps) {
          now += hours * 3_600_000
          const before = question
          const decision = decideMove(before, { move, by, input, sent }, new Date(now))
          const allowed = nextState(before.state, move, by)
          if ('refusal' in decision) {
            expect(decision.refusal).not.toBe('')
            continue
          }
          expect(decision.change['state']).toBe(allowed)
          question = { ...before, ...decision.change }
          made.push(move)
          expect(question.answers.slice(0, before.answers.length)).toEqual(before.answers)
          expect(question.answers.every(({ text }) => text.trim() !== '')).toBe(true)
        }
        for (const once of ['publish', 'forward', 'extend', 'answer', 'decline', 'withdraw'] as const)
          expect(made.filter((move) => move === once).length).toBeLessThanOrEqual(1)
        if (question.state === 'declined') {
          expect(question['reason']).toBeTruthy()
          expect([question['subject'], question['text'], question['author'] ?? null]).not.toContain(
            sent.subject,
          )
          expect(question['text'] ?? null).toBeNull()
        }
        if (!publicStates.includes(question.state)) expect(question['text']).toBeUndefined()
        expect(whatNext(question, new Date(now)).length).toBeGreaterThan(0)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('the table', () => {
  it('reaches every state from the first', () => {
    const known = new Set<QuestionState>(['received'])
    for (const state of known)
      for (const move of moveNames)
        for (const by of actors) {
          const next = nextState(state, move, by)
          if (next) known.add(next)
        }
    expect([...known].sort()).toEqual([...stateNames].sort())
  })

  it('lets nobody leave «declined», and nobody but the respondent answer', () => {
    for (const move of moveNames) for (const by of actors) expect(nextState('declined', move, by)).toBeNull()
    for (const state of stateNames)
      for (const by of ['editor', 'author'] as const) {
        expect(nextState(state, 'answer', by)).toBeNull()
        expect(nextState(state, 'correct', by)).toBeNull()
      }
  })
})

describe('«Что будет дальше»', () => {
  const now = new Date('2026-11-25T12:00:00.000Z')
  it('gives dates before anything is sent', () => {
    expect(whatNext(null, now).map(({ when }) => when)).toEqual([
      'сейчас',
      'до 28 ноября',
      'до 5 декабря',
      'до 28 декабря',
    ])
  })

  it('has one «now» while something is waited for, none at the end', () => {
    const nows = (question: Moved) => whatNext(question, now).filter(({ state }) => state === 'now').length
    const registeredAt = '2026-11-25T10:00:00.000Z'
    expect(nows(start())).toBe(1)
    expect(nows({ ...start(), state: 'published', registeredAt })).toBe(1)
    expect(nows({ ...start(), state: 'extended', registeredAt, extendedDays: 30 })).toBe(1)
    expect(nows({ ...start(), state: 'answered', registeredAt, answeredAt: registeredAt })).toBe(0)
    expect(nows({ ...start(), state: 'declined' })).toBe(0)
  })
})
