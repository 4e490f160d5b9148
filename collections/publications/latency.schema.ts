/** Milliseconds from an editor's save to the moment residents could read it; null while they cannot. */
export const latencyOf = ({
  requestedAt,
  liveAt,
}: {
  requestedAt: string
  liveAt?: string | null | undefined
}): number | null =>
  // The site may be published on a machine whose clock is a little behind.
  liveAt ? Math.max(0, Date.parse(liveAt) - Date.parse(requestedAt)) : null
