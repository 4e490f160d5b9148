import type { HearingKind, hearingDocumentKinds } from '../../../collections/hearingKinds.schema.ts'
import type { DocumentKey } from '../documents/documents.ts'

type DocumentKind = (typeof hearingDocumentKinds)[number]['value']

/** A notice before it is stored. Days are offsets from the day of seeding. */
export type HearingSeed = {
  slug: string
  kind: HearingKind
  title: string
  officialTitle: string
  number: string
  authority: string
  basis: string
  territory: string
  lead: string
  text: string
  district?: number
  edition?: number
  edited?: number
  cancelled?: string
  notice: number
  exposition?: { place: string; from: number; to: number; hours: string; consultations: string }
  comments?: {
    from: number
    until: number
    channels: { text: string; url?: string }[]
    identification: string
  }
  meeting?: { on: number; at: string; registration: string; place: string }
  voting?: { from: number; until: number; place: string }
  house?: string
  initiator?: string
  agenda?: string[]
  /** When they are due; whether they have come follows from the day of seeding. */
  protocol?: number
  conclusion?: number
  documents: { kind: DocumentKind; file: DocumentKey }[]
  informed: { text: string; on: number }[]
}
