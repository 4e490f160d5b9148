import { documentPath } from '../../../collections/documentPath.schema.ts'
import { type HearingKind, hearingKinds } from '../../../collections/hearingKinds.schema.ts'
import type { Hearing } from '../cms/types.ts'
import type { Row } from '../components/props.ts'
import { day, dayKey, dayNear, dayYear } from './dates.ts'
import { hearingProgress } from './hearingStages.ts'
import type { SearchKind } from './searchable.ts'

/** «Публичные слушания» */
export const hearingKindName = (kind: HearingKind): string =>
  hearingKinds.find(({ value }) => value === kind)?.ru ?? ''

/** What it is called among search results. */
export const searchKind: Record<HearingKind, SearchKind> = {
  publicHearing: 'Слушания',
  publicDiscussion: 'Обсуждения',
  municipalHearing: 'Слушания',
  ownersMeeting: 'Собрание',
  officialNotice: 'Сообщение',
}

/** A hearing as a row of a list: the date that matters, what, the stage. Under a heading of its kind it does not repeat it. */
export function hearingRow(hearing: Hearing, today: string, { isUnderKind = false } = {}): Row {
  const { when, label, current, total, phase, isCancelled } = hearingProgress(hearing, today)
  const number = hearing.number ? `№ ${hearing.number}` : ''
  const about = isUnderKind ? number : `${hearingKindName(hearing.kind)} ${number}`.trim()
  return {
    when: isCancelled ? noticeDay(hearing, today) : when,
    title: hearing.title,
    href: hearing.slug ? documentPath('hearings', hearing.slug) : undefined,
    text: [about, hearing.house?.address, hearing.status === 'moved' && 'перенесено']
      .filter(Boolean)
      .join(', '),
    ...(isCancelled ? { tag: { label } } : { stage: { label, current, total, isNow: phase !== 'finished' } }),
  }
}

/** Whether a day, itself included, has passed by `today` («2026-11-23»). */
export const isOver = (last: string | null | undefined, today: string): boolean =>
  Boolean(last) && dayKey(last ?? '') < today

/** «Предложения и замечания принимают с 16 ноября по 4 декабря 2026», in the tense of today. */
export function termSentence(
  { from, until }: { from?: string | null; until?: string | null },
  today: string,
): string {
  if (!until) return 'Срок приёма предложений не указан'
  const verb = isOver(until, today)
    ? 'принимали'
    : from && dayKey(from) > today
      ? 'будут принимать'
      : 'принимают'
  const term = from ? `с ${day(from)} по ${dayYear(until)}` : `до ${dayYear(until)} включительно`
  return `Предложения и замечания ${verb} ${term}`
}

const noticeDay = ({ noticeAt }: Hearing, today: string): string | undefined =>
  noticeAt ? dayNear(noticeAt, `${today}T09:00:00Z`) : undefined
