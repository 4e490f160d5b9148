import { describe, expect, it } from 'vitest'
import { hearingStages } from '../../../collections/hearingKinds.schema.ts'
import { lawSettings, lint } from '../../../collections/Hearings/law/lint.schema.ts'
import { readNotice, type Notice, type Told } from '../../../collections/Hearings/law/notice.schema.ts'
import { toldAfter } from '../../../collections/Hearings/law/told.schema.ts'
import { dayOf } from '../../../collections/moscow.schema.ts'
import { richText } from '../text/richText.ts'
import { demoClock, type DemoClock } from '../time/demoClock.ts'
import type { HearingSeed } from './hearingSeed.ts'
import { hearingSeeds } from './index.ts'
import { noticeFields, papersOut } from './noticeFields.ts'

// Every day of a bit more than a year, New Year, May and short February included.
const clocks = Array.from({ length: 400 }, (_, day) => demoClock(new Date(Date.UTC(2026, 10, 1 + day, 9))))

const everyDay = (check: (hearing: HearingSeed, c: DemoClock) => void) => {
  for (const c of clocks) for (const hearing of hearingSeeds(c)) check(hearing, c)
}

const planningKinds = ['publicHearing', 'publicDiscussion']
const isPlanning = ({ kind }: HearingSeed) => planningKinds.includes(kind)
const known = (day: number | undefined): number => day ?? Number.NaN

const read = (seed: HearingSeed, c: DemoClock, told: Told): Notice => {
  const documents = papersOut(seed).map(({ kind }) => ({ title: 'Документ', kind, file: 'x' }))
  const notice = readNotice({
    ...noticeFields(seed, c),
    body: richText(seed.text, () => 'x'),
    documents,
    told,
  })
  if (!notice) throw new Error(`No kind: ${seed.slug}`)
  return notice
}

/** What stops or warns on a day; hints are for people to think about. */
const graveIn = (notice: Notice, c: DemoClock, day: number): string[] =>
  lint({ notice, settings: lawSettings(null, null), today: dayOf(c.at(day)) })
    .filter(({ effect }) => effect !== 'hint')
    .map(({ field, rule, text }) => `${rule} ${field} ${text}`)

describe('the demo hearings, seeded on any day of the year', () => {
  it('are told of at least eight days before the materials are posted (ГрК ст. 5.1 ч. 8)', () => {
    everyDay((hearing) => {
      if (isPlanning(hearing))
        expect(known(hearing.exposition?.from) - hearing.notice, hearing.slug).toBeGreaterThanOrEqual(8)
    })
  })

  it('go from notice to conclusion in order and within the month (ГрК ст. 28, 31, 46)', () => {
    everyDay((hearing) => {
      if (!isPlanning(hearing)) return
      const { exposition, comments, meeting, protocol, conclusion } = hearing
      const stages = [
        exposition?.from,
        meeting?.on ?? comments?.until,
        comments?.until,
        protocol,
        conclusion,
      ].map(known)
      expect(stages, hearing.slug).toEqual(stages.toSorted((a, b) => a - b))
      expect(known(comments?.until), hearing.slug).toBeGreaterThan(known(comments?.from))
      expect(known(protocol), hearing.slug).toBeGreaterThan(known(comments?.until))
      expect(known(conclusion) - hearing.notice, hearing.slug).toBeLessThanOrEqual(28)
    })
  })

  it('never end a planning project sooner than 14 days after the notice (ГрК ст. 46)', () => {
    everyDay((hearing) => {
      if (isPlanning(hearing)) expect(known(hearing.conclusion) - hearing.notice).toBeGreaterThanOrEqual(14)
    })
  })

  it('of a single plot end within 15 working days of the notice (ГрК ст. 39, 40)', () => {
    everyDay((hearing, c) => {
      if (/ст\. 5\.1, (39|40)/.test(hearing.basis))
        expect(known(hearing.conclusion)).toBeLessThanOrEqual(c.addWorkdays(hearing.notice, 15))
    })
  })

  it('keep offices open on the days of notice, opening, meeting, protocol and conclusion', () => {
    everyDay((hearing, c) => {
      const { notice, exposition, meeting, protocol, conclusion } = hearing
      const days = isPlanning(hearing)
        ? [notice, exposition?.from, meeting?.on ?? notice, protocol, conclusion]
        : hearing.kind === 'municipalHearing'
          ? [notice, meeting?.on, protocol, conclusion]
          : [notice]
      for (const day of days)
        expect(c.isWorkday(known(day)), `${hearing.slug} ${c.digits(known(day))}`).toBe(true)
    })
  })

  it('tell owners of their meeting at least eleven days before (ЖК ст. 45 ч. 4) and of results within ten', () => {
    everyDay((hearing) => {
      if (hearing.kind !== 'ownersMeeting') return
      const first = known(hearing.meeting?.on ?? hearing.voting?.from)
      const last = known(hearing.voting?.until ?? hearing.meeting?.on)
      expect(first - hearing.notice, hearing.slug).toBeGreaterThanOrEqual(11)
      expect(known(hearing.protocol) - last, hearing.slug).toBeLessThanOrEqual(10)
    })
  })

  it('break no rule on the days of their editions', () => {
    everyDay((hearing, c) => {
      const { formerly, edited } = hearing
      const first = read(formerly ? { ...hearing, moved: undefined, ...formerly } : hearing, c, {})
      expect(graveIn(first, c, hearing.notice), hearing.slug).toEqual([])
      if (edited === undefined) return
      const second = read(hearing, c, toldAfter(first, c.at(hearing.notice)))
      expect(graveIn(second, c, edited), hearing.slug).toEqual([])
    })
  })

  it('have no meeting in a public discussion and one in a public hearing (ГрК ст. 5.1 ч. 4, 5)', () => {
    everyDay((hearing) => {
      const stages: readonly string[] = hearingStages[hearing.kind]
      if (hearing.kind !== 'ownersMeeting')
        expect(Boolean(hearing.meeting), hearing.slug).toBe(stages.includes('meeting'))
    })
  })
})

const today = demoClock(new Date('2026-11-23T09:00:00Z'))
const hearings = hearingSeeds(today)

describe('the demo notices', () => {
  it('are fourteen, of all five kinds, one cancelled and one moved with a reason', () => {
    expect(hearings).toHaveLength(14)
    expect(new Set(hearings.map(({ kind }) => kind))).toHaveLength(5)
    expect(hearings.filter(({ cancelled }) => cancelled)).toHaveLength(1)
    expect(hearings.filter(({ moved }) => moved)).toHaveLength(1)
  })

  it('hold everything a planning notice must (ГрК ст. 5.1 ч. 6, 7, 10, 12)', () => {
    for (const hearing of hearings.filter(isPlanning)) {
      const { exposition, comments, documents, informed } = hearing
      expect(Object.values({ ...exposition, number: hearing.number, basis: hearing.basis })).not.toContain('')
      expect(comments?.identification).toMatch(/дату рождения.*ОГРН/s)
      expect(comments?.channels.map(({ text }) => text).join()).toMatch(/Письменно.*журнал/s)
      expect(documents.some(({ kind }) => kind === 'notice')).toBe(true)
      expect(informed.length).toBeGreaterThanOrEqual(3)
    }
  })

  it('hold what an owners’ notice must (ЖК ст. 45 ч. 5) and two ways of telling', () => {
    for (const hearing of hearings.filter(({ kind }) => kind === 'ownersMeeting')) {
      expect(hearing.initiator && hearing.house && hearing.agenda?.length).toBeTruthy()
      expect(hearing.informed).toHaveLength(2)
      expect(Boolean(hearing.meeting ?? hearing.voting)).toBe(true)
    }
  })

  it('stand at every stage: before the exposition, open, waiting for the protocol, done', () => {
    const planned = hearings.filter((hearing) => isPlanning(hearing) && !hearing.cancelled)
    const stageOf = ({ exposition, comments, conclusion }: HearingSeed) =>
      known(exposition?.from) > 0
        ? 'ahead'
        : known(comments?.until) >= 0
          ? 'open'
          : known(conclusion) >= 0
            ? 'protocol'
            : 'done'
    expect(new Set(planned.map(stageOf))).toEqual(new Set(['ahead', 'open', 'protocol', 'done']))
  })
})
