import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { smallestGroup, statisticsOf, type Counted } from './statistics.schema.ts'

const registeredAt = '2026-10-01T09:00:00.000Z'
const on = (day: string) => `2026-${day}T09:00:00.000Z`
const answered = (day: string): Counted => ({
  state: 'answered',
  addressee: 'a',
  createdAt: registeredAt,
  registeredAt,
  termDays: 30,
  answeredAt: on(day),
})
const { answeredAt: _, ...unanswered } = answered('10-02')
const waiting: Counted = { ...unanswered, state: 'published' }
const today = '2026-11-25'

describe('statistics of questions', () => {
  it('says nothing of fewer than five', () => {
    expect(
      statisticsOf(
        [1, 2, 3, 4].map(() => answered('10-05')),
        today,
      ),
    ).toEqual({
      asked: null,
      answered: null,
      declined: null,
      reasons: [],
      medianDays: null,
      slowestTenthDays: null,
      overdue: null,
      mature: null,
    })
  })

  it('counts days from registration, by nearest rank, and what came after the term', () => {
    const days = ['10-02', '10-03', '10-05', '10-11', '11-10']
    expect(statisticsOf(days.map(answered), today)).toMatchObject({
      asked: 5,
      answered: 5,
      medianDays: 4,
      slowestTenthDays: 40,
      overdue: 1,
      mature: 5,
    })
  })

  it('counts a question against nobody before its term is over, nor one that was extended', () => {
    const five = ['10-02', '10-02', '10-02', '10-02', '10-02'].map(answered)
    const young: Counted = { ...waiting, registeredAt: on('11-20') }
    const extended: Counted = { ...waiting, state: 'extended', extendedDays: 30 }
    expect(statisticsOf([...five, young, extended], today)).toMatchObject({ overdue: 0, mature: 5, asked: 7 })
    expect(statisticsOf([...five, waiting], today)).toMatchObject({ overdue: 1, mature: 6 })
  })

  it('gives the number declined per reason only of groups that are large enough', () => {
    const declined = (reason: string): Counted => ({
      ...unanswered,
      registeredAt: null,
      state: 'declined',
      reason,
    })
    const questions = [...Array<string>(5).fill('offence'), 'secret'].map(declined)
    expect(statisticsOf(questions, today)).toMatchObject({
      declined: 6,
      reasons: [{ reason: 'offence', count: 5 }],
    })
  })

  it('shows no number below five but «overdue», which is told of a group of five or more', () => {
    const anyQuestion = fc.constantFrom(answered('10-07'), answered('11-20'), waiting, {
      ...unanswered,
      state: 'declined' as const,
      reason: 'offence',
    })
    fc.assert(
      fc.property(fc.array(anyQuestion, { maxLength: 30 }), (questions) => {
        const { asked, answered: told, declined, mature, overdue, reasons } = statisticsOf(questions, today)
        for (const count of [asked, told, declined, mature, ...reasons.map(({ count }) => count)])
          expect(count === null || count >= smallestGroup).toBe(true)
        if (overdue !== null) expect(mature).not.toBeNull()
      }),
    )
  })
})
