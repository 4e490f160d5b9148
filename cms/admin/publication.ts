/** Where a publication stands, as /api/publications/status tells it. */
export type Publication = {
  kind: 'published' | 'updated' | 'unpublished' | 'deleted'
  status: 'queued' | 'building' | 'live' | 'failed'
  requestedAt: string
  liveAt: string | null
  /** Milliseconds from the save to the site. */
  latencyMs: number | null
  error: string | null
  /** False when it failed before a build: a scheduled one that could not be saved. */
  isFailedBuild: boolean
  /** Whether this person may ask for one more build. */
  canBuildAgain: boolean
  /** Public address of the document, if residents can open it. */
  path: string | null
}
