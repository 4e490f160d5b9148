import type { HearingKind, hearingDocumentKinds } from '../../../collections/hearingKinds.schema.ts'
import type {
  channelWays,
  informedPlaces,
  meetingForms,
  municipalMatters,
  planningMatters,
} from '../../../collections/Hearings/noticeWords.schema.ts'
import type { DocumentKey } from '../documents/documents.ts'

type OneOf<List extends readonly { value: string }[]> = List[number]['value']
type DocumentKind = OneOf<typeof hearingDocumentKinds>

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
  /** Slugs of the demo houses it concerns. */
  houses?: string[]
  matter?: OneOf<typeof planningMatters>
  municipalMatter?: OneOf<typeof municipalMatters>
  form?: OneOf<typeof meetingForms>
  contact: string
  materialsPlace?: string
  /** The day of the second edition, and what the first one said instead. */
  edited?: number
  formerly?: Partial<Omit<HearingSeed, 'formerly'>>
  moved?: string | undefined
  cancelled?: string
  /** How it ended: of those that are over. */
  outcome?: {
    participants: number
    residents: number
    others: number
    protocolNumber: string
    recommendation: string
  }
  application?: { at: number; holdersToldAt: number }
  notice: number
  exposition?: { place: string; from: number; to: number; hours: string; consultations: string }
  comments?: {
    from: number
    until: number
    order: string
    channels: { way: OneOf<typeof channelWays>; text: string; url?: string }[]
    identification: string
    ownCheck?: string
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
  informed: { place: OneOf<typeof informedPlaces>; text: string; on: number }[]
}
