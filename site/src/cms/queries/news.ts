import { newsTopics } from '../../../../collections/newsTopics.schema.ts'
import { contentInScope, query } from '../door.ts'
import { group } from '../documentIndex.ts'
import { listPage, olderPages } from '../paging.ts'
import type { News } from '../types.ts'
import { bySlug, relatedAll } from './documents.ts'

export const getNews = bySlug('news')

/** Page 1 is the oldest; 'newest' is what /novosti/ shows. */
export const getNewsPage = query('list:newsPage', ({ snapshot }, page: number | 'newest') =>
  listPage(snapshot.collections.news.sorted, page),
)

export const getNewsByTopic = query(
  'list:newsByTopic',
  ({ snapshot }, topic: string, page: number | 'newest') =>
    listPage(group(snapshot.collections.news, 'topic', topic), page),
)

/** The newest news, newest first. */
export const latestNews = query('list:latestNews', ({ snapshot }, count: number) =>
  snapshot.collections.news.sorted.slice(-count).reverse(),
)

/** The topics that have news, in the editors' order of topics. */
export const topicsWithNews = query('list:topicsWithNews', ({ snapshot }) =>
  newsTopics
    .map(({ value }) => value)
    .filter((topic) => group(snapshot.collections.news, 'topic', topic).length > 0),
)

/** News about an event, newest first. */
export const newsOfEvent = query('list:newsOfEvent', ({ snapshot }, eventId: string) =>
  group(snapshot.collections.news, 'event', eventId).toReversed(),
)

/** What the editor chose as related; without a choice the newest others of the same topic. */
export function relatedNews(news: News, count = 3): News[] {
  const chosen = relatedAll('news', news.related)
  return chosen.length > 0 ? chosen : newsBeside(news.topic ?? '', news.id, count)
}

const newsBeside = query('list:newsBeside', ({ snapshot }, topic: string, id: string, count: number) =>
  group(snapshot.collections.news, 'topic', topic)
    .slice(-count - 1)
    .filter((other) => other.id !== id)
    .slice(-count)
    .reverse(),
)

/** Slugs of all articles. */
export async function newsSlugs(): Promise<string[]> {
  const { collections } = await contentInScope()
  return collections.news.sorted.flatMap(({ slug }) => slug || [])
}

/** Numbers of the list pages besides the newest. */
export async function newsPageNumbers(): Promise<number[]> {
  const { collections } = await contentInScope()
  return olderPages(collections.news.sorted.length)
}

/** Topics that have a list, with the numbers of its pages besides the newest. */
export async function newsTopicPages(): Promise<{ topic: string; numbers: number[] }[]> {
  const { collections } = await contentInScope()
  return newsTopics
    .map(({ value }) => ({ topic: value, count: group(collections.news, 'topic', value).length }))
    .filter(({ count }) => count > 0)
    .map(({ topic, count }) => ({ topic, numbers: olderPages(count) }))
}
