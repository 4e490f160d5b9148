import { documentPath } from '../../../collections/documentPath.schema.ts'
import { newsTopics, topicPath, type NewsTopic } from '../../../collections/newsTopics.schema.ts'
import type { News } from '../cms/types.ts'
import type { Link, Row } from '../components/props.ts'
import { dayYear } from './dates.ts'
import { topicWords } from './topicWords.ts'

/** The heading of a topic; the value itself for one the site does not know yet. */
export function topicName(topic: string): string {
  return newsTopics.find(({ value }) => value === topic)?.ru ?? topic
}

export function topicLink(topic: NewsTopic): Link {
  return { label: topicName(topic), href: topicPath(topic) }
}

/** A row of a news list. The year always stands in it: lists do not depend on what day it is. */
export function newsRow(news: News, { hasTopic = true } = {}): Row {
  const when = news.publishedAt ?? news.createdAt
  return {
    when: [dayYear(when), hasTopic && news.topic && topicWords(news.topic)].filter(Boolean).join(', '),
    datetime: when,
    title: news.title,
    href: news.slug ? documentPath('news', news.slug) : undefined,
    text: news.lead ?? undefined,
    isDemo: news.demo ?? false,
  }
}
