import type { News } from '../peers/shared/News.ts'
import type { Session } from '../running-portal.ts'

export const slugOf = (number: number): string => `ispytanie-${String(number).padStart(6, '0')}`

/** One of the synthetic news of `seed --scale`: number 1 is the newest of them. */
export const syntheticArticle = (session: Session, number: number): Promise<News> =>
  findArticle(session, `where[slug][equals]=${slugOf(number)}`)

export const newestArticle = (session: Session): Promise<News> =>
  findArticle(session, 'sort=-publishedAt&where[_status][equals]=published')

const findArticle = async (session: Session, query: string): Promise<News> => {
  const response = await session.get(`/api/news?${query}&limit=1&depth=0`)
  const { docs } = (await response.json()) as { docs: News[] } // Payload's reply to a find
  const [article] = docs
  if (!article) throw new Error(`There is no article for ${query}`)
  return article
}

export const rename = (session: Session, id: string, title: string): Promise<void> =>
  session.send('PATCH', `/api/news/${id}`, { title, _status: 'published' })

/** A new article with the text of another. */
export const create = (session: Session, { lead, body, topic }: News, slug: string, title: string) =>
  session.send('POST', '/api/news', { title, slug, lead, body, topic, _status: 'published' })
