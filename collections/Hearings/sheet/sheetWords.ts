import { documentPath } from '../../documentPath.schema.ts'
import { dayYearWords, dayOf, daysFrom, plusDays, timeOf } from '../../moscow.schema.ts'
import type { Hearing } from '../../payload-types.ts'
import { plainText } from '../law/notice.schema.ts'
import { meetingForms, noticeName } from '../noticeWords.schema.ts'

/** One part of the sheet: a heading at the left, paragraphs beside it; `isLarge` is what must be read in passing. */
export type SheetPart = { label: string; lines: string[]; isLarge?: boolean }

export type SheetWords = {
  authority: string
  kind: string
  title: string
  lead: string
  /** Moved, cancelled, published as an exception: read before the dates. */
  alerts: string[]
  parts: SheetPart[]
  /** Address of the notice's page, and the same as it is typed. */
  url: string
  short: string
  /** «Опубликовано 9 ноября 2026. Редакция 2 от 11 ноября 2026.» */
  published: string
  /** Until when the sheet has work to do; empty when no date is known. */
  keep: string
  /** What stands on a slip: when, what. */
  slip: { when: string; what: string }
  isDemo: boolean
  isDraft: boolean
  madeAt: Date
}

/** All words of the sheet for the entrance door. Pure: they follow from the record, not from the day they are printed. */
export const sheetWords = (hearing: Hearing, { siteUrl }: { siteUrl: string }): SheetWords => {
  const url = `${siteUrl}${documentPath('hearings', hearing.slug ?? '')}`
  const isOwners = hearing.kind === 'ownersMeeting'
  const form = isOwners ? meetingForms.find(({ value }) => value === hearing.form)?.ru : undefined
  return {
    authority: (isOwners ? hearing.initiator : hearing.authority) || hearing.authority || 'Люберцы',
    kind: form ? `${noticeName[hearing.kind]}: ${form.toLowerCase()}` : noticeName[hearing.kind],
    title: held(hearing.title),
    lead: held(hearing.lead ?? ''),
    alerts: alertsOf(hearing).map(held),
    parts: partsOf(hearing)
      .filter(({ lines }) => lines.length > 0)
      .map((part) => ({ ...part, lines: part.lines.map(held) })),
    url,
    short: decodeURI(url)
      .replace(/^https?:\/\//, '')
      .replace(/\/$/, ''),
    published: publishedWords(hearing),
    keep: keepWords(hearing),
    slip: { when: slipWhen(hearing), what: hearing.title },
    isDemo: Boolean(hearing.demo),
    isDraft: hearing._status !== 'published',
    madeAt: new Date(hearing.editionAt ?? hearing.updatedAt),
  }
}

const alertsOf = ({ status, statusReason, former, override }: Hearing): string[] => {
  const reason = statusReason || 'Причина не указана.'
  const was = {
    exposition: 'Экспозицию собирались открыть',
    meeting: 'Собрание было назначено на',
    voting: 'Приём решений собирались начать',
  }
  const dates = (former ?? []).map(
    ({ what, date }) => `${was[what]} ${dayYearWords(date)}${what === 'meeting' ? `, ${timeOf(date)}` : ''}.`,
  )
  return [
    ...(status === 'cancelled' ? [`ОТМЕНЕНО. ${reason}`] : []),
    ...(status === 'moved' ? [`ПЕРЕНЕСЕНО. ${reason}`] : []),
    ...dates,
    ...(override?.reason && override.rules?.length
      ? [`Опубликовано как исключение (${override.rules.join(', ')}). Причина: ${override.reason}`]
      : []),
  ]
}

const partsOf = (hearing: Hearing): SheetPart[] => {
  const { meeting, voting, exposition, comments, contact, agenda } = hearing
  return [
    {
      label: 'Когда',
      isLarge: true,
      lines: meeting?.startsAt ? [`${dayYearWords(meeting.startsAt)}, ${timeOf(meeting.startsAt)}`] : [],
    },
    {
      label: 'Где',
      lines: meeting?.startsAt
        ? present(
            meeting.place || 'Место уточняется',
            meeting.registrationFrom && `Регистрация с ${timeOf(meeting.registrationFrom)}`,
          )
        : [],
    },
    {
      label: 'Приём решений',
      lines: voting?.until
        ? present(
            `${voting.from ? `с ${momentYear(voting.from)} ` : ''}до ${momentYear(voting.until)}`,
            voting.place,
            voting.paperUntil && `На бумаге — до ${momentYear(voting.paperUntil)}`,
          )
        : [],
    },
    {
      label: 'Экспозиция',
      lines: exposition?.from
        ? present(
            termWords(exposition.from, exposition.to),
            exposition.hours,
            exposition.place,
            exposition.consultations && `Консультации: ${exposition.consultations}`,
          )
        : [],
    },
    { label: 'Повестка', lines: (agenda ?? []).map(({ text }, index) => `${index + 1}. ${text.trim()}`) },
    {
      label: 'Что делать',
      lines: present(
        comments?.until &&
          `Подать предложение или замечание ${comments.from ? `с ${dayYearWords(comments.from)} ` : ''}по ${dayYearWords(comments.until)} включительно:`,
        ...(comments?.channels ?? []).map(({ text }) => `— ${text}`),
        comments?.order,
        comments?.identification && `О себе: ${comments.identification}`,
        comments?.ownCheck && `Проверить своё предложение: ${comments.ownCheck}`,
      ),
    },
    { label: 'Материалы', lines: present(hearing.materialsPlace) },
    {
      label: 'Сообщение',
      // Where the dates are in fields, the text is on the page; here it is all there is.
      lines: hearing.kind === 'officialNotice' ? plainText(hearing.body).split(/\n+/).filter(Boolean) : [],
    },
    { label: 'Кого касается', lines: [...new Set(present(hearing.house?.address, hearing.territory))] },
    {
      label: 'Спросить',
      lines: present([contact?.name, contact?.phone, contact?.email].filter(Boolean).join(', ')),
    },
    { label: 'Основание', lines: present(hearing.basis) },
  ]
}

const publishedWords = ({ noticeAt, edition, editionAt, number }: Hearing): string =>
  present(
    number && `№ ${number}.`,
    noticeAt && `Опубликовано ${dayYearWords(noticeAt)}.`,
    edition && `Редакция ${edition}${editionAt ? ` от ${dayYearWords(editionAt)}` : ''}.`,
  ).join(' ')

const keepWords = (hearing: Hearing): string => {
  const last = lastMoment(hearing)
  return last ? `Просим не снимать до ${dayYearWords(plusDays(dayOf(last), 1))}.` : ''
}

const lastMoment = ({ meeting, comments, exposition, voting }: Hearing): string | undefined =>
  present(meeting?.startsAt, comments?.until, exposition?.to, voting?.until).toSorted().at(-1)

const slipWhen = ({ meeting, voting, comments, noticeAt }: Hearing): string => {
  if (meeting?.startsAt) return `${dayYearWords(meeting.startsAt)}, ${timeOf(meeting.startsAt)}`
  const until = voting?.until ?? comments?.until
  if (until) return `до ${dayYearWords(until)}`
  return noticeAt ? dayYearWords(noticeAt) : ''
}

const termWords = (from: string, to: string | null | undefined): string =>
  to && daysFrom(dayOf(from), dayOf(to)) > 0
    ? `с ${dayYearWords(from)} по ${dayYearWords(to)}`
    : dayYearWords(from)

const momentYear = (moment: string): string => `${dayYearWords(moment)}, ${timeOf(moment)}`

/** No line ends between a number and its word, or after a short one: «4 декабря», «в зале». */
export const held = (text: string): string =>
  text.replace(/(\d) (?=\p{Ll})/gu, '$1\u00A0').replace(/(?<=^|[\s(«])(\p{L}{1,2}) /gu, '$1\u00A0')

const present = (...texts: (string | number | false | null | undefined)[]): string[] =>
  texts.flatMap((text) => (text ? [String(text).trim()] : []))
