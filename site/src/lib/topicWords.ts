import { type NewsTopic, newsTopics } from '../../../collections/newsTopics.schema.ts'

/** A topic within a line: «23 ноября, транспорт и дороги». The Council's name keeps its capital. */
export function topicWords(topic: NewsTopic | null | undefined): string {
  const name = newsTopics.find(({ value }) => value === topic)?.ru ?? ''
  return topic === 'council' ? name : name.charAt(0).toLowerCase() + name.slice(1)
}
