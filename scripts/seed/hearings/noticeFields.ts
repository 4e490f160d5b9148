import type { DemoClock } from '../time/demoClock.ts'
import type { HearingSeed } from './hearingSeed.ts'

/** What a notice says, as the model stores it; papers and what it points to are not in it. */
export function noticeFields(seed: HearingSeed, c: DemoClock) {
  const { application, exposition, comments, meeting, voting, protocol, conclusion, outcome } = seed
  // A stage of the past is done, if its paper is there; owners' papers are kept elsewhere.
  const done = (kind: 'protocol' | 'conclusion') => {
    const day = seed[kind]
    const hasPaper = seed.kind === 'ownersMeeting' || seed.documents.some((paper) => paper.kind === kind)
    return day !== undefined && day < 0 && hasPaper && !seed.cancelled ? c.at(day) : null
  }
  const isPlanning = seed.kind === 'publicHearing' || seed.kind === 'publicDiscussion'
  const isOver = done('protocol') !== null
  return {
    slug: seed.slug,
    kind: seed.kind,
    ...(seed.matter ? { matter: seed.matter } : {}),
    ...(seed.municipalMatter ? { municipalMatter: seed.municipalMatter } : {}),
    ...(seed.form ? { form: seed.form } : {}),
    title: seed.title,
    officialTitle: seed.officialTitle,
    lead: seed.lead,
    number: seed.number,
    authority: seed.authority,
    basis: seed.basis,
    contact: { name: seed.contact, phone: '+7 495 000-00-00' },
    ...(isPlanning
      ? { officialSite: 'https://example.org/slushaniya', system: 'Портал общественных обсуждений (образец)' }
      : {}),
    territory: seed.territory,
    ...stateOf(seed),
    noticeAt: c.at(seed.notice),
    ...(seed.house ? { house: { address: seed.house } } : {}),
    ...(seed.initiator ? { initiator: seed.initiator } : {}),
    ...(seed.materialsPlace ? { materialsPlace: seed.materialsPlace } : {}),
    agenda: (seed.agenda ?? []).map((text) => ({ text })),
    ...(application
      ? { application: { at: c.at(application.at), holdersToldAt: c.at(application.holdersToldAt) } }
      : {}),
    ...(exposition
      ? { exposition: { ...exposition, from: c.at(exposition.from), to: c.at(exposition.to) } }
      : {}),
    ...(comments
      ? {
          comments: {
            ...comments,
            channels: comments.channels.map((channel) => ({ ...channel })),
            from: c.at(comments.from),
            until: c.at(comments.until),
          },
        }
      : {}),
    ...(meeting
      ? {
          meeting: {
            startsAt: c.at(meeting.on, meeting.at),
            registrationFrom: c.at(meeting.on, meeting.registration),
            place: meeting.place,
          },
        }
      : {}),
    ...(voting
      ? {
          voting: {
            from: c.at(voting.from, '13:00'),
            until: c.at(voting.until, '20:00'),
            place: voting.place,
          },
        }
      : {}),
    protocolDueAt: protocol === undefined ? null : c.at(protocol),
    protocolAt: done('protocol'),
    conclusionDueAt: conclusion === undefined ? null : c.at(conclusion),
    conclusionAt: done('conclusion'),
    ...(seed.kind === 'ownersMeeting' && isOver
      ? { protocolNumber: `${seed.number}/П`, resultsAt: done('protocol') }
      : {}),
    ...(outcome && isOver
      ? {
          participants: outcome.participants,
          protocolNumber: outcome.protocolNumber,
          proposals: { residents: outcome.residents, others: outcome.others },
          ...(done('conclusion') ? { recommendation: outcome.recommendation } : {}),
        }
      : {}),
    informed: seed.informed.map(({ place, text, on }) => ({ place, text, date: c.at(on) })),
  }
}

/** Papers that are out: the protocol and the conclusion come with their days. */
export const papersOut = ({
  documents,
  protocol = 0,
  conclusion = 0,
}: HearingSeed): HearingSeed['documents'] =>
  documents.filter(
    ({ kind }) => (kind !== 'protocol' || protocol < 0) && (kind !== 'conclusion' || conclusion < 0),
  )

function stateOf({ cancelled, moved }: HearingSeed) {
  if (cancelled) return { status: 'cancelled' as const, statusReason: cancelled }
  return moved ? { status: 'moved' as const, statusReason: moved } : { status: 'scheduled' as const }
}
