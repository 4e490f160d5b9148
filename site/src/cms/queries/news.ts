import { newsTopics, type NewsTopic } from '../../../../collections/newsTopics.schema.ts'
import type { Content } from '../content.ts'
import { query } from '../door.ts'
import { listing } from '../listing.ts'
import { listPage, olderPages } from '../paging.ts'
import type { News } from '../types.ts'
import { bySlug, relatedAll, slugPaths } from './documents.ts'

export const getNews = bySlug('news')

/** Page 1 is the oldest; 'newest' is what /novosti/ shows. */
export const getNewsPage = query('list:newsPage', ({ content }, page: number | 'newest') =>
  listPage(content.all('news'), page),
)

export const getNewsByTopic = query(
  'list:newsByTopic',
  ({ content }, topic: string, page: number | 'newest') =>
    listPage(content.group('news', 'topic', topic), page),
)

/** The newest news, newest first. */
export const latestNews = query('list:latestNews', ({ content }, count: number) =>
  content.all('news').last(count).toReversed(),
)

/** The topics that have news, in the editors' order of topics. */
export const topicsWithNews = query('list:topicsWithNews', ({ content }) => topicsOf(content))

/** News about an event, newest first. */
export const newsOfEvent = query('list:newsOfEvent', ({ content }, eventId: string) =>
  content.group('news', 'event', eventId).all().toReversed(),
)

/**
 * What the editor chose as related; without a choice those of the same topic that came just before it. Not the newest of
 * the topic: then each new article would change every older one.
 */
export function relatedNews(news: News, count = 3): News[] {
  const chosen = relatedAll('news', news.related)
  return chosen.length > 0 ? chosen : newsBeside(news.id, count)
}

const newsBeside = query('list:newsBeside', ({ content }, id: string, count: number): News[] => {
  const news = content.doc('news', id)
  if (!news) return []
  const topic = content.group('news', 'topic', news.topic ?? '')
  const position = topic.positionOf(news)
  const older = topic.slice(Math.max(0, position - count), position).toReversed()
  // The first articles of a topic are filled up with those that followed.
  return older.length === count
    ? older
    : [...older, ...topic.slice(position + 1, position + 1 + count - older.length)]
})

export const newsPaths = slugPaths('news')

/** List pages besides the newest. */
export const newsPagePaths = listing(['page'], (content) =>
  olderPages(content.all('news').length()).map((page) => ({ page: String(page) })),
)

/** Topics that have a list. */
export const topicPaths = listing(['topic'], (content) =>
  content.values('news', 'topic').map((topic) => ({ topic })),
)

/** The pages of each topic's list besides the newest. */
export const topicPagePaths = listing(['topic', 'page'], (content) =>
  newsTopics.flatMap(({ value: topic }) =>
    olderPages(content.group('news', 'topic', topic).length()).map((page) => ({ topic, page: String(page) })),
  ),
)

function topicsOf(content: Content): NewsTopic[] {
  const known = new Set(content.values('news', 'topic'))
  return newsTopics.map(({ value }) => value).filter((topic) => known.has(topic))
}
