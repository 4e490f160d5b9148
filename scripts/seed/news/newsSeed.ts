import type { NewsTopic } from '../../../collections/newsTopics.schema.ts'
import type { DocumentKey } from '../documents/documents.ts'
import type { Source } from '../facts.ts'
import type { PictureKey } from '../pictures/index.ts'
import type { DemoClock } from '../time/demoClock.ts'

/** A news item before it is stored. `text` is the small markup of text/richText.ts. */
export type NewsSeed = {
  slug: string
  topic: NewsTopic
  /** Days before the day of seeding, and the Moscow time. */
  ago: number
  time: string
  title: string
  lead: string
  text: string
  cover?: PictureKey
  documents?: DocumentKey[]
  event?: string
  related?: string[]
  /** Given for facts only; everything without a source is stored as demo. */
  source?: Source
}

export type NewsOfTopic = (clock: DemoClock) => NewsSeed[]
