import { subjectKinds } from '../../../collections/Subscriptions/subscriptions.schema.ts'
import { feedOf, type AnnouncedDate, type FeedKind } from '../cms/index.ts'
import { dateOf, dateTime, periodText } from './calendar.ts'
import { eventPath } from './eventPath.ts'
import { placeText, titleWithStatus } from './eventWords.ts'
import { seoDescription } from './seo.ts'
import { absoluteUrl } from './siteUrl.ts'

/** Where the feeds of a subject are. */
export const feedPath = (kind: FeedKind, value: string): string => `/lenty/${kind}/${value}/`

/** The feed of a route's params. */
export function feedOfParams({ kind, value }: { kind?: string; value?: string }) {
  const known = subjectKinds.find((each) => each.value === kind)?.value
  const feed = known && known !== 'house' ? feedOf(known, value ?? '') : null
  if (!feed) throw new Error(`Нет ленты «${kind}/${value}»`)
  return feed
}

/** A date of an event as an item of RSS: all that one needs to come stands in its text. */
export function eventItem({ event, announcedAt }: AnnouncedDate) {
  const path = eventPath(event)
  const { status, previousStartsAt, statusReason } = event
  const moved = status === 'moved' && previousStartsAt && `Перенесено с ${dateTime(previousStartsAt)}.`
  // With the year: a feed is read later.
  const text = [
    `${periodText(event, '2000-01-01T09:00:00Z')}.`,
    placeText(event) && `${placeText(event)}.`,
    moved,
    statusReason,
    seoDescription(event),
  ]
  return {
    title: titleWithStatus(event),
    description: text.filter(Boolean).join(' '),
    link: path ? absoluteUrl(path) : undefined,
    pubDate: dateOf(announcedAt),
  }
}
