import { describe, expect, it } from 'vitest'
import { silenceDays } from '../../../collections/Elections/elections.schema.ts'
import { hearingKinds, hearingStageLabels, hearingStages } from '../../../collections/hearingKinds.schema.ts'
import { rules } from '../../../collections/Hearings/law/rules.schema.ts'
import { terms } from '../../../collections/Questions/clock.schema.ts'
import { declineReasons, moves, nextState, states } from '../../../collections/Questions/states.schema.ts'
import { receptionChanges } from '../../../collections/Receptions/receptions.schema.ts'
import { canMove, wishStates } from '../../../collections/Wishes/wishes.schema.ts'
import { election } from './election.ts'
import { hearing, ownersMeeting } from './hearing.ts'
import { procedures } from './procedures.ts'
import { question } from './question.ts'
import { reception } from './reception.ts'
import { wish } from './wish.ts'

const names = (list: readonly { ru: string }[]) => list.map(({ ru }) => ru)

describe('«Как задать вопрос»', () => {
  it('names all states of the machine and no other', () => {
    expect(question.states.map(({ name }) => name)).toEqual(names(states))
  })

  it('tells of each state exactly the moves that the server allows', () => {
    for (const from of states) {
      const told = question.states.find(({ name }) => name === from.ru)?.next ?? ''
      for (const to of states) {
        const isAllowed = (Object.keys(moves) as (keyof typeof moves)[]).some((move) =>
          (['editor', 'respondent', 'author'] as const).some(
            (actor) => moves[move].to === to.value && nextState(from.value, move, actor) === to.value,
          ),
        )
        expect(told.includes(`«${to.ru}»`), `${from.ru} → ${to.ru}`).toBe(isAllowed)
      }
    }
  })

  it('tells the terms of the clock and the whole list of reasons', () => {
    const told = question.terms.map(({ term }) => Number(/\d+/.exec(term)?.[0]))
    expect(told).toEqual([terms.register, terms.forward, terms.answer, terms.extension])
    expect(question.reasons).toEqual(names(declineReasons))
  })

  it('has on its line only names of states', () => {
    const known = names(states).map((name) => name.toLowerCase())
    for (const { title } of question.lines.flatMap(({ stops }) => stops))
      for (const part of title.split(' или ')) expect(known).toContain(part.toLowerCase())
  })
})

describe('«Как предложить улучшение»', () => {
  it('tells of each state exactly the moves that the server allows', () => {
    expect(wish.states.map(({ name }) => name)).toEqual(names(wishStates))
    for (const from of wishStates)
      for (const to of wishStates)
        expect(
          wish.states.find(({ name }) => name === from.ru)?.next.includes(`«${to.ru}»`),
          `${from.ru} → ${to.ru}`,
        ).toBe(canMove(from.value, to.value))
  })
})

describe('«Слушания» and «Собрание собственников»', () => {
  it('draw for each kind the stages of its law, in their order', () => {
    for (const { title, stops } of [...hearing.lines, ...ownersMeeting.lines]) {
      const kind = hearingKinds.find(({ ru }) => ru === title)?.value
      if (!kind) throw new Error(`${title} is no kind of hearings`)
      expect(stops.map((stop) => stop.title)).toEqual(
        hearingStages[kind].map((stage) => hearingStageLabels[stage]),
      )
    }
  })

  it('name only rules that block a publication, with the numbers of the table', () => {
    for (const { rules: told, terms } of [hearing, ownersMeeting]) {
      expect(told).not.toEqual([])
      for (const { title, article } of told)
        expect(rules.find((rule) => rule.title === title && rule.article === article)?.mark).toBe('V')
      for (const { what, term } of terms)
        expect(rules.find(({ title }) => title === what)?.value).toBe(Number(/\d+/.exec(term)?.[0]))
    }
  })
})

it('«Приём» names the changes that a schedule knows', () => {
  expect(reception.states.map(({ name }) => name)).toEqual(names(receptionChanges))
})

it('«Выборы» tells the days of silence that the server keeps', () => {
  expect(election.terms[0]?.term).toContain(String(silenceDays))
})

it('every procedure has an address of its own, a beginning and a line', () => {
  expect(new Set(procedures.map(({ slug }) => slug)).size).toBe(procedures.length)
  for (const { start, lines } of procedures) {
    expect(start.href).toMatch(/^\//)
    expect(lines.flatMap(({ stops }) => stops).length).toBeGreaterThan(2)
  }
})
