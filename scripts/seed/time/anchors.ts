import type { DemoClock } from './demoClock.ts'

/** Days that news, events and hearings speak of together. */
export const anchors = (c: DemoClock) => ({
  /** The opening of the footbridge: a Sunday about four weeks ahead. */
  bridge: c.next(7, 21),
  /** Pines were planted on the last Sunday. */
  planting: c.last(7),
  /** The Council sat on a Thursday two weeks ago and sits next Thursday (or the next working day). */
  pastSitting: c.workdayBack(c.last(4, -7)),
  sitting: c.workday(c.next(4)),
  /** The new bus timetable: the first Tuesday at least a week ahead. */
  buses: c.next(2, 7),
  /** The tournament of neighbours was on a Saturday two weeks ago. */
  tournament: c.last(6, -7),
  /** The evening in the library: a Friday three weeks ago. */
  library: c.last(5, -14),
  /** A Saturday of medical examinations, three weeks ago. */
  examination: c.last(6, -20),
  /** Parents of first-graders meet on the working day after next. */
  parents: c.workday(2),
})
