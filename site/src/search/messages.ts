import type { SearchKind } from '../lib/searchable.ts'

/** What the page asks the worker: the pages for a text, the best `shown` of them in full. Without a text: to get ready. */
export type Question = {
  id: number
  text: string
  shown: number
  /** Only pages of this kind. */
  kind?: SearchKind
}

export type Found = {
  url: string
  title: string
  /** «Новость»; see searchable.ts */
  kind: string
  /** «2026-11-23» */
  date?: string
  /** HTML of Pagefind: text with <mark> */
  excerpt: string
}

export type Answer = { id: number } & (
  | {
      state: 'found'
      total: number
      results: Found[]
      /** Words of the text that stand on no page; the others were searched. */
      missing: string[]
      /** No page has all the others: these have the most of them. */
      isNearest: boolean
    }
  | { state: 'failed' }
)
