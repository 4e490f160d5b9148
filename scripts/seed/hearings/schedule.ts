import type { DemoClock } from '../time/demoClock.ts'

/**
 * Days (offsets from the day of seeding) that obey the lead times: the notice at least eight days before the materials
 * (ГрК ст. 5.1 ч. 8: seven, counted with caution), everything done 28 days after the notice, which fits «один месяц» of
 * any month and «14–30 дней». Offices work on the days of notice, opening, meeting, protocol and conclusion.
 */
export function planningDays(c: DemoClock, around: number) {
  const notice = c.workdayBack(around)
  const opening = c.workday(notice + 8)
  const conclusion = c.workdayBack(notice + 28)
  const protocol = c.addWorkdays(conclusion, -2)
  const until = c.addWorkdays(protocol, -1)
  const meeting = c.addWorkdays(until, -1)
  return { notice, opening, meeting, until, protocol, conclusion }
}

/** A single plot (ГрК ст. 39, 40): within 15 working days and within a month, since acts disagree on which it is. */
export function plotDays(c: DemoClock, around: number) {
  const notice = c.workdayBack(around)
  const opening = c.workday(notice + 8)
  const conclusion = Math.min(c.addWorkdays(notice, 14), c.workdayBack(notice + 28))
  const protocol = c.addWorkdays(conclusion, -1)
  const until = c.addWorkdays(protocol, -1)
  return { notice, opening, meeting: until, until, protocol, conclusion }
}

/** Charter and budget (131-ФЗ ст. 28): about three weeks to read, then a meeting, then results within a week. */
export function charterDays(c: DemoClock, around: number) {
  const notice = c.workdayBack(around)
  const meeting = c.workday(notice + 20)
  return {
    notice,
    meeting,
    until: c.addWorkdays(meeting, -1),
    protocol: c.addWorkdays(meeting, 3),
    conclusion: c.addWorkdays(meeting, 5),
  }
}

/**
 * A meeting of owners (ЖК ст. 45 ч. 4: ten days; eleven and more is clean by cautious counting). Results and protocol
 * within ten days after the last decision (ст. 46 ч. 3; Minstroy order 266/пр).
 */
export function ownersDays(c: DemoClock, around: number, acceptance: number) {
  const notice = c.workdayBack(around)
  const meeting = c.next(7, notice + 11)
  const until = meeting + acceptance
  return { notice, meeting, until, protocol: until + 10 }
}

/** A meeting of owners that was put off by a week, on the working day after the notice. */
export function movedDays(c: DemoClock, around: number) {
  const { notice, meeting: former } = ownersDays(c, around, 0)
  const meeting = former + 7
  return { notice, former, meeting, edited: c.addWorkdays(notice, 1), protocol: meeting + 10 }
}
