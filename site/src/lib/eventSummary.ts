import type { EventDate } from '../cms/eventDates.ts'
import { dateTime, periodText } from './calendar.ts'
import { placeText } from './eventWords.ts'
import { seoDescription } from './seo.ts'

/**
 * All that one needs to come, in sentences: «Отменено. Суббота, 5 декабря 2026, 18:00–20:00. Дом культуры. …». For feeds, and
 * for what messengers show of a link. With the year: it is read later.
 */
export function eventSummary(event: EventDate): string {
  const { status, previousStartsAt, statusReason } = event
  const was = status === 'moved' && previousStartsAt ? ` с ${dateTime(previousStartsAt)}` : ''
  const place = placeText(event)
  return [
    status === 'cancelled' ? 'Отменено.' : status === 'moved' ? `Перенесено${was}.` : '',
    `${periodText(event, '2000-01-01T09:00:00Z')}.`,
    place && `${place}.`,
    statusReason,
    seoDescription(event),
  ]
    .filter(Boolean)
    .join(' ')
}
