import type { HeldDocument } from '../queue.ts'

/** What the service (client.ts) asks of the resident process (process.ts), and what that answers. */
export type Call =
  /** Brings the site in step with the CMS; `isPinned`: the files stay as a rollback left them. */
  | { name: 'open'; isPinned: boolean }
  /** What the CMS has published since. */
  | { name: 'publish' }
  /** What differs because time went by. */
  | { name: 'tick' }
  | { name: 'render'; path: string; overlay: Draft[] }
  /** Shows the site as it was before a publish. */
  | { name: 'rollback'; generation: number }
  /** Resolves when maps and compressed copies have followed. */
  | { name: 'settled' }

/** A draft laid over the published content, as an anonymous depth 0 document. */
export type Draft = { collection: string; id: string; doc: Record<string, unknown> }

export type Published = {
  revision: number
  /** Counts the publishes of the release. */
  generation: number
  release: string
  /** Pages rendered, and files that differed. */
  rendered: number
  written: number
  removed: number
  /** Milliseconds: reading from the CMS; rendering, comparing and checking; writing and switching, until readers see it. */
  readMs: number
  renderMs: number
  switchMs: number
  /** When files became live (ISO); null when none differed. */
  liveAt: string | null
  /** Documents whose newest version cannot be shown; the site keeps the one before. */
  held: HeldDocument[]
  /** Ms until a page differs next without an edit; null: never. */
  nextChangeIn: number | null
}

export type Answers = {
  open: Published
  publish: Published
  tick: Published
  render: { html: string | null }
  rollback: { generation: number; files: number }
  settled: Record<string, never>
}

export type Request = { id: number; call: Call }
export type Reply =
  | { id: number; state: 'done'; answer: Answers[keyof Answers] }
  | { id: number; state: 'failed'; error: string; kind: 'content' | 'disk' | 'cms' | 'other' }

export type ResidentOptions = {
  siteDir: string
  appDir: string
  /** Files that come with the code: assets, icons. */
  assetsDir: string
  mediaDir: string
  cmsUrl: string
  siteUrl: string
  code: string
}
