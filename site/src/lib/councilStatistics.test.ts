import { describe, expect, it } from 'vitest'
import type { Addressee, Deputy, Question, Reception, Session } from '../cms/types.ts'
import { councilStatistics, periodOf, type CouncilDocuments } from './councilStatistics.ts'
import { inOrder, orders } from './councilWords.ts'

const day = '2026-11-23'
// Of each document the part that is counted.
const deputies = [
  { id: 'a', title: 'Анна' },
  { id: 'b', title: 'Борис', term: { to: '2026-08-20T09:00:00Z' } },
] as Deputy[]
const addressees = [
  { id: 'qa', title: 'Анна', deputy: 'a' },
  { id: 'head', title: 'Глава', slug: 'glava' },
] as Addressee[]

type Mark = 'for' | 'absent' | 'away'

const sitting = (startsAt: string, marks: Record<string, Mark>, status: Session['status'] = 'held') =>
  ({
    status,
    startsAt,
    agenda: [{ id: '1', title: 'Вопрос' }],
    roll: Object.entries(marks).map(([deputy, mark]) => ({
      deputy,
      present: mark !== 'away',
      votes: mark === 'away' ? [] : [{ item: '1', vote: mark }],
    })),
  }) as Session

const question = (addressee: string, registered: string, answered?: string) =>
  ({
    addressee,
    state: answered ? 'answered' : 'published',
    registeredAt: `${registered}T09:00:00Z`,
    ...(answered ? { answeredAt: `${answered}T09:00:00Z` } : {}),
  }) as Question

const count = (more: Partial<CouncilDocuments> = {}) =>
  councilStatistics({
    day,
    deputies,
    districts: [],
    addressees,
    questions: [],
    receptions: [],
    sessions: [],
    ...more,
  })
const personIn = ({ people }: ReturnType<typeof count>, id: string) => {
  const person = people.find((each) => each.id === id)
  if (!person) throw new Error(`Nobody is called ${id}`)
  return person
}

describe('attendance', () => {
  const sessions = [
    sitting('2026-09-10T07:00:00Z', { a: 'for' }),
    sitting('2026-10-10T07:00:00Z', { a: 'absent' }),
    sitting('2026-11-10T07:00:00Z', { a: 'away' }),
  ]

  it('is a share of the sittings whose roll names the deputy; present and silent is present', () => {
    expect(personIn(count({ sessions }), 'a')).toMatchObject({
      sittings: 3,
      attended: 2,
      attendance: 67,
      votable: 2,
      votesCast: 1,
    })
  })

  it('of fewer than three sittings is no share', () => {
    expect(personIn(count({ sessions: sessions.slice(1) }), 'a')).toMatchObject({
      sittings: 2,
      attended: 1,
      attendance: null,
    })
  })

  it('counts no sitting that was not held', () => {
    const cancelled = sitting('2026-11-11T07:00:00Z', { a: 'away' }, 'cancelled')
    expect(personIn(count({ sessions: [...sessions, cancelled] }), 'a').sittings).toBe(3)
  })

  it('is nothing an official has', () => {
    expect(personIn(count({ sessions }), 'head')).toMatchObject({ kind: 'official', attendance: null })
  })
})

describe('questions', () => {
  const answered = Array.from({ length: 4 }, () => question('qa', '2026-09-01', '2026-09-08'))

  it('are not counted before there are five of them', () => {
    expect(personIn(count({ questions: answered }), 'a')).toMatchObject({ asked: null, medianDays: null })
  })

  it('younger than the term count against nobody, older ones do', () => {
    const figures = (registered: string) =>
      personIn(
        count({
          questions: [...answered, question('qa', '2026-09-01', '2026-09-08'), question('qa', registered)],
        }),
        'a',
      )
    expect(figures('2026-11-20')).toMatchObject({
      asked: 6,
      answered: 5,
      mature: 5,
      overdue: 0,
      medianDays: 7,
    })
    expect(figures('2026-09-20')).toMatchObject({ mature: 6, overdue: 1 })
  })
})

it('counts the receptions of the last year that took place', () => {
  const receptions = [
    {
      deputy: 'a',
      createdAt: '2026-11-22T09:00:00Z',
      rules: [
        { weekday: '2', weeks: 'every', from: '17:00', to: '19:00', validFrom: '2026-11-01T09:00:00Z' },
      ],
      exceptions: [{ day: '2026-11-10T09:00:00Z', change: 'cancelled' }],
    },
    // Without a first day: nobody was told of it before it was written down.
    {
      deputy: 'a',
      createdAt: '2026-11-20T09:00:00Z',
      rules: [{ weekday: '5', weeks: 'every', from: '17:00', to: '19:00' }],
    },
  ] as Reception[]
  // Tuesdays 3 and 17 November, Friday 20 November.
  const sessions = [
    sitting('2026-03-10T07:00:00Z', { a: 'for' }),
    sitting('2026-09-10T07:00:00Z', { a: 'for' }),
  ]
  const counted = count({ receptions, sessions })
  expect(personIn(counted, 'a').receptions).toBe(3)
  expect(counted.periods.map(({ period, receptions }) => [period, receptions])).toEqual([
    ['2026-2', 3],
    ['2026-1', 0],
  ])
})

it('knows a former deputy by the end of the term', () => {
  expect(personIn(count(), 'b').kind).toBe('former')
  expect(personIn(count({ day: '2026-08-20' }), 'b').kind).toBe('deputy')
})

it('splits the year by the Moscow calendar', () => {
  expect(periodOf('2026-06-30T20:59:00Z')).toBe('2026-1')
  expect(periodOf('2026-06-30T21:00:00Z')).toBe('2026-2')
})

it('puts whose figure is missing last, whatever the order', () => {
  const sessions = ['2026-08-01', '2026-09-01', '2026-10-01'].map((date, index) =>
    sitting(`${date}T07:00:00Z`, { a: index === 0 ? 'away' : 'for', b: 'for' }),
  )
  const order = orders.find(({ slug }) => slug === 'po-yavke')
  if (!order) throw new Error('no such order')
  const sorted = inOrder(count({ sessions }).people, order)
  expect(sorted.map(({ name, attendance }) => [name, attendance])).toEqual([
    ['Борис', 100],
    ['Анна', 67],
    ['Глава', null],
  ])
})
