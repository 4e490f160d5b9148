import { subjectKinds } from '../../../collections/Subscriptions/subscriptions.schema.ts'
import { feedOf, type FeedKind } from '../cms/index.ts'

/** Where the feeds of a subject are. */
export const feedPath = (kind: FeedKind, value: string): string => `/lenty/${kind}/${value}/`

/** The feed of a route's params. */
export function feedOfParams({ kind, value }: { kind?: string; value?: string }) {
  const known = subjectKinds.find((each) => each.value === kind)?.value
  const feed = known && known !== 'house' ? feedOf(known, value ?? '') : null
  if (!feed) throw new Error(`Нет ленты «${kind}/${value}»`)
  return feed
}
