import { subjectKinds } from '../../../collections/Subscriptions/subscriptions.schema.ts'
import { feedOf, type AnnouncedDate, type FeedKind } from '../cms/index.ts'
import { dateOf } from './calendar.ts'
import { eventPath } from './eventPath.ts'
import { eventSummary } from './eventSummary.ts'
import { titleWithStatus } from './eventWords.ts'
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
  return {
    title: titleWithStatus(event),
    description: eventSummary(event),
    link: path ? absoluteUrl(path) : undefined,
    pubDate: dateOf(announcedAt),
  }
}
