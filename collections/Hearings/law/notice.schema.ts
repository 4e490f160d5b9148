import {
  hearingDocumentKinds,
  hearingKinds,
  hearingStatuses,
  type HearingKind,
} from '../../hearingKinds.schema.ts'
import {
  channelWays,
  informedPlaces,
  meetingForms,
  municipalMatters,
  planningMatters,
} from '../noticeWords.schema.ts'
import { dayOf, type Day } from '../../moscow.schema.ts'

/**
 * A notice as the rules of law read it: the same whether it comes from the form somebody is filling in or from the
 * database. Text that is missing is empty, a date that is missing or no date is null.
 */
export type Notice = ReturnType<typeof noticeOf>

/** The dates about which people have to be told in time. */
export const toldDates = ['exposition', 'meeting', 'voting'] as const
export type ToldDate = (typeof toldDates)[number]

/**
 * What the public has been told and when: of each date as it stands on the site (told anew when it is moved), of the notice
 * itself, of its cancellation. Moments, ISO. The portal keeps it, so that taking a notice off the site hides nothing.
 */
export type Told = Partial<Record<ToldDate | 'notice' | 'cancelled', { date: string; at: string }>>

/** A notice out of a document or of the values of a form; null while its kind is not chosen. */
export const readNotice = (data: unknown): Notice | null => {
  const fields = objectOf(data)
  const kind = oneOf(hearingKinds, fields['kind'])
  return kind ? noticeOf(fields, kind) : null
}

const noticeOf = (fields: Fields, kind: HearingKind) => {
  const { exposition, comments, meeting, voting, contact, application, repair, proposals } = groupsOf(fields)
  return {
    kind,
    status: oneOf(hearingStatuses, fields['status']) ?? 'scheduled',
    statusReason: textOf(fields['statusReason']),
    title: textOf(fields['title']),
    lead: textOf(fields['lead']),
    officialTitle: textOf(fields['officialTitle']),
    authority: textOf(fields['authority']),
    basis: textOf(fields['basis']),
    matter: oneOf(planningMatters, fields['matter']),
    municipalMatter: oneOf(municipalMatters, fields['municipalMatter']),
    territory: textOf(fields['territory']),
    hasTerritory:
      textOf(fields['territory']) !== '' ||
      textOf(objectOf(fields['house'])['address']) !== '' ||
      ['houses', 'districts'].some((name) => listOf(fields[name]).length > 0) ||
      Boolean(fields['area']),
    body: plainText(fields['body']),
    noticeAt: dayIn(fields['noticeAt']),
    exposition: {
      place: textOf(exposition['place']),
      from: dayIn(exposition['from']),
      to: dayIn(exposition['to']),
      hours: textOf(exposition['hours']),
      consultations: textOf(exposition['consultations']),
    },
    comments: {
      from: dayIn(comments['from']),
      until: dayIn(comments['until']),
      order: textOf(comments['order']),
      channels: listOf(comments['channels']).map((row) => ({
        text: textOf(objectOf(row)['text']),
        way: oneOf(channelWays, objectOf(row)['way']),
      })),
      identification: textOf(comments['identification']),
      ownCheck: textOf(comments['ownCheck']),
    },
    officialSite: textOf(fields['officialSite']),
    system: textOf(fields['system']),
    meeting: { startsAt: momentIn(meeting['startsAt']), place: textOf(meeting['place']) },
    form: oneOf(meetingForms, fields['form']),
    house: textOf(objectOf(fields['house'])['address']),
    hasHouses: listOf(fields['houses']).length > 0,
    initiator: textOf(fields['initiator']),
    agenda: listOf(fields['agenda']).flatMap((row) => textOf(objectOf(row)['text']) || []),
    materialsPlace: textOf(fields['materialsPlace']),
    voting: {
      from: momentIn(voting['from']),
      until: momentIn(voting['until']),
      place: textOf(voting['place']),
      isInSystem: voting['isInSystem'] === true,
      administratorToldAt: dayIn(voting['administratorToldAt']),
      paperUntil: momentIn(voting['paperUntil']),
    },
    contact: {
      name: textOf(contact['name']),
      phone: textOf(contact['phone']),
      email: textOf(contact['email']),
    },
    application: { at: dayIn(application['at']), holdersToldAt: dayIn(application['holdersToldAt']) },
    repair: { proposalsAt: dayIn(repair['proposalsAt']), worksYear: numberOf(repair['worksYear']) },
    protocolDueAt: dayIn(fields['protocolDueAt']),
    protocolAt: dayIn(fields['protocolAt']),
    protocolNumber: textOf(fields['protocolNumber']),
    conclusionDueAt: dayIn(fields['conclusionDueAt']),
    conclusionAt: dayIn(fields['conclusionAt']),
    resultsAt: momentIn(fields['resultsAt']),
    participants: numberOf(fields['participants']),
    proposals: { residents: numberOf(proposals['residents']), others: numberOf(proposals['others']) },
    recommendation: textOf(fields['recommendation']),
    informed: listOf(fields['informed']).map((row) => ({
      text: textOf(objectOf(row)['text']),
      place: oneOf(informedPlaces, objectOf(row)['place']),
    })),
    documents: listOf(fields['documents']).map((row) => ({
      title: textOf(objectOf(row)['title']),
      kind: oneOf(hearingDocumentKinds, objectOf(row)['kind']),
      hasFile: Boolean(objectOf(row)['file']),
    })),
    overrideReason: textOf(objectOf(fields['override'])['reason']),
    told: toldOf(fields['told']),
  }
}

/** When a meeting decides: the last day of acceptance, or the day it met. */
export const decisionDay = ({ meeting, voting }: Notice): Day | null => {
  const last = voting.until ?? meeting.startsAt
  return last && dayOf(last)
}

/** The moment of a date people are told of, or null. */
export const momentOf = ({ exposition, meeting, voting }: Notice, date: ToldDate): string | null =>
  date === 'exposition' ? exposition.from : date === 'meeting' ? meeting.startsAt : voting.from

export const hasDocument = ({ documents }: Notice, ...kinds: string[]): boolean =>
  documents.some(({ hasFile, kind }) => hasFile && kind !== null && kinds.includes(kind))

/** The words of a rich text, a line for each paragraph. */
export const plainText = (node: unknown): string => {
  const { root, text, children, type } = objectOf(node)
  if (root !== undefined) return plainText(root).trim()
  if (typeof text === 'string') return text
  const inner = listOf(children).map(plainText).join('')
  return type === 'linebreak' || blocks.has(String(type)) ? `${inner}\n` : inner
}

const blocks = new Set(['paragraph', 'heading', 'listitem', 'quote'])

type Fields = Record<string, unknown>

const groupsOf = (fields: Fields) => ({
  exposition: objectOf(fields['exposition']),
  comments: objectOf(fields['comments']),
  meeting: objectOf(fields['meeting']),
  voting: objectOf(fields['voting']),
  contact: objectOf(fields['contact']),
  application: objectOf(fields['application']),
  repair: objectOf(fields['repair']),
  proposals: objectOf(fields['proposals']),
})

/** What the portal keeps in the field `told`. */
export const toldOf = (value: unknown): Told =>
  Object.fromEntries(
    ['notice', 'cancelled', ...toldDates].flatMap((name) => {
      const { date, at } = objectOf(objectOf(value)[name])
      return typeof date === 'string' && typeof at === 'string' ? [[name, { date, at }]] : []
    }),
  )

const objectOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? { ...value } : {})

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null)

const momentIn = (value: unknown): string | null => {
  if (typeof value !== 'string' && !(value instanceof Date)) return null
  const moment = new Date(value)
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString()
}

const dayIn = (value: unknown): Day | null => {
  const moment = momentIn(value)
  return moment && dayOf(moment)
}

const oneOf = <V extends string>(list: readonly { value: V }[], value: unknown): V | null =>
  list.find((each) => each.value === value)?.value ?? null
