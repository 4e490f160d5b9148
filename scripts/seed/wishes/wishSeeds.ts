import {
  wishNumber,
  type DeclineReason,
  type WishCategory,
  type WishState,
} from '../../../collections/Wishes/wishes.schema.ts'
import type { DemoClock } from '../time/demoClock.ts'
import { ideas, type Idea } from './ideas.ts'

/** A wish before it is stored. Streets are invented; all of them are demo. */
export type WishSeed = {
  number: string
  category: WishCategory
  title: string
  text: string
  place: string
  /** None for wishes whose author did not know. */
  district: number | null
  state: WishState
  reply?: string
  declineReason?: DeclineReason
  /** Days before the day of seeding. */
  received: number
  decided: number
  supports: number
}

const streets = [
  'Примерная улица',
  'Показательная улица',
  'Образцовый проезд',
  'Учебная улица',
  'Вымышленный бульвар',
  'Сказочный проезд',
]

/** How the states follow each other in the list, so that each has its share. */
const states: WishState[] = [
  'published',
  'planned',
  'done',
  'published',
  'refused',
  'published',
  'done',
  'declined',
  'planned',
  'published',
  'received',
]

const reasons: DeclineReason[] = ['duplicate', 'personal', 'complaint', 'advertising', 'unclear']

/** Every idea at several places: 88 wishes, the same for every run on the same day. */
export function wishSeeds(clock: DemoClock): WishSeed[] {
  const all = ideas.flatMap((idea) => Array.from({ length: idea.times }, (_, turn) => ({ idea, turn })))
  // Stepping by a number that shares no factor with the length mixes the ideas over the months.
  const mixed = all.map((_, index) => all[(index * 37) % all.length]).filter((each) => each !== undefined)
  const serials = new Map<number, number>()
  return mixed.map(({ idea, turn }, index) => {
    const received = Math.round(175 - (index * 172) / mixed.length)
    const year = clock.year(-received)
    const serial = (serials.get(year) ?? 0) + 1
    serials.set(year, serial)
    const turnOf = states[index % states.length] ?? 'published'
    // What has just come waits for its editor; everything older was looked at.
    const state = received < 8 ? 'received' : turnOf === 'received' ? 'published' : turnOf
    const street = streets[(index + turn) % streets.length] ?? ''
    return {
      number: wishNumber(year, serial),
      category: idea.category,
      title: turn === 0 ? idea.title : `${idea.title}: ${street}`,
      text: idea.text,
      place: `${street}, ${(index % 23) + 1}`,
      district: index % 9 === 8 ? null : ((index * 5) % 8) + 1,
      state,
      ...(state === 'declined'
        ? { declineReason: reasons[index % 2 === 0 ? 0 : index % reasons.length] ?? 'unclear' }
        : {}),
      ...replyOf(idea, state),
      received,
      decided: Math.max(1, received - 14),
      supports: state === 'declined' || state === 'received' ? 0 : (index * 7) % 43,
    }
  })
}

function replyOf({ planned, done, refused }: Idea, state: WishState): { reply?: string } {
  if (state === 'planned') return { reply: planned }
  if (state === 'done') return { reply: done }
  return state === 'refused' ? { reply: refused } : {}
}
