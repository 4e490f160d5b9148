/** What the peers take of a news document; `body` is a rich text as Payload stores it. */
export type News = {
  id: string
  slug: string
  title: string
  lead?: string | null
  topic?: string | null
  publishedAt: string
  updatedAt?: string
  demo?: boolean
  body?: unknown
}
