/** Where a publication stands, as /api/publications/status tells it. */
export type Publication = {
  kind: 'published' | 'updated' | 'unpublished' | 'deleted'
  status: 'queued' | 'building' | 'live' | 'failed'
  requestedAt: string
  liveAt: string | null
  error: string | null
  /** Public address of the document, if residents can open it. */
  path: string | null
}
