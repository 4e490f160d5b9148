import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { siteFacts } from '../../siteFacts.ts'
import type { News } from '../../shared/News.ts'
import { readNews } from '../../shared/readNews.ts'

/** Written beside this project by incrementalAstro.ts; read when a build runs, so the code stays the same. */
export const facts = JSON.parse(readFileSync('site.json', 'utf8')) as ReturnType<typeof siteFacts>

/** The newest first. */
export const allNews = readNews('snapshot.ndjson')

export const newsPath = ({ slug }: News): string => `/novosti/${slug}/`

export const absolute = (path: string): string => new URL(path, facts.url).href

export const topicOf = ({ topic }: News) => facts.topics.find(({ value }) => value === topic)

const byTopic = Map.groupBy(allNews, ({ topic }) => topic ?? '')

export const newsOfTopic = (topic: string | null | undefined): News[] => byTopic.get(topic ?? '') ?? []

export const topicsWithNews = facts.topics.filter(({ value }) => byTopic.has(value))

/** Those of the topic that came just before, by the place each has in its list: no search, however long the list. */
export const newsBeside = (news: News): News[] => {
  const place = places.get(news) ?? 0
  return news.topic ? newsOfTopic(news.topic).slice(place + 1, place + 4) : []
}

const places = new Map([...byTopic.values()].flatMap((list) => list.map((news, index) => [news, index])))

/** What Astro compares to know whether a page is the same as in the last build: all documents that the page shows. */
export const cacheKey = (...shown: News[]): string => hash('sha1', shown.map((news) => keys.get(news)).join())

const keys = new Map(allNews.map((news) => [news, hash('sha1', JSON.stringify(news))]))
