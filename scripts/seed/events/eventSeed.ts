import type { Audience, EventKind } from '../../../collections/eventKinds.schema.ts'
import type { DocumentKey } from '../documents/documents.ts'
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
    decisions?: [text: string, responsible: string, due?: number][]
    minutes?: DocumentKey
    photos?: PictureKey[]
  }
  documents?: DocumentKey[]
}
