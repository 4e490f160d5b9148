import type { Audience, EventKind } from '../../../collections/eventKinds.schema.ts'
import type { DocumentKey } from '../documents/documents.ts'
import type { Weekday } from '../../../collections/deputyDuties.schema.ts'
import type { PictureKey } from '../pictures/index.ts'

/** An event before it is stored. `on` and `last` are days from the day of seeding, times are Moscow times. */
export type EventSeed = {
  slug: string
  title: string
  lead: string
  kind?: EventKind
  audience?: Audience[]
  on: number
  /** Both missing: an all-day event, possibly of several days (`last`). */
  from?: string
  to?: string
  last?: number
  place: { name?: string; address?: string; note?: string }
  district?: number
  deputies?: string[]
  organizer?: string
  cover?: PictureKey
  text?: string
  programme?: [time: string, title: string, note?: string][]
  accessibility?: string
  cancelled?: string
  /** The event was published for another day first. */
  moved?: { reason: string; previouslyOn: number; previouslyFrom: string }
  updates?: [time: string, text: string, photo?: PictureKey][]
  outcome?: {
    summary: string
    text?: string
    participants?: number
    decisions?: [text: string, responsible: string, due?: number][]
    minutes?: DocumentKey
    photos?: PictureKey[]
  }
  documents?: DocumentKey[]
  /** It repeats by a rule, `on` being its first date. */
  repeat?: {
    weekly?: Weekday[]
    monthly?: { weeks: '1' | '2' | '3' | '4' | 'last'; weekday: Weekday }
    until: number
    cancelled?: { on: number; why: string }[]
    moved?: { on: number; to: number; from: string; why: string; place?: string }[]
    skipped?: number[]
    outcomes?: { on: number; summary: string; participants?: number; photos?: PictureKey[] }[]
  }
  specialists?: { name?: string; role: string; answers?: string }[]
  /** Seats to register for on the portal. */
  seats?: number
}
