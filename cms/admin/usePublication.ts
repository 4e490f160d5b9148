'use client'

import { useEffect, useState } from 'react'
import type { Publication } from './publication.ts'

type Target = { collection: string | undefined; id: string | number | undefined; changedAt: string }

/** A publication is on the site in a fraction of a second: an editor sees so at once. */
const firstMs = 2_000
const firstPauseMs = 150
const pauseMs = 1_500

/**
 * The last publication of a document. Asks while it is on its way to the site, often at first, and not at all after that,
 * until the document is saved again.
 */
export const usePublication = ({ collection, id, changedAt }: Target) => {
  const [publication, setPublication] = useState<Publication | null>(null)
  useEffect(() => {
    if (!collection || id === undefined) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let isGone = false
    const started = Date.now()
    const look = async () => {
      const latest = await fetchPublication(collection, id)
      if (isGone) return
      if (latest !== undefined) setPublication(latest)
      // undefined: no answer this time, so ask again.
      if (latest === undefined || latest?.status === 'queued' || latest?.status === 'building')
        timer = setTimeout(() => void look(), Date.now() - started < firstMs ? firstPauseMs : pauseMs)
    }
    void look()
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [collection, id, changedAt])
  return publication
}

const fetchPublication = async (
  collection: string,
  id: string | number,
): Promise<Publication | null | undefined> => {
  const query = new URLSearchParams({ collection, id: String(id) })
  try {
    const response = await fetch(`/api/publications/status?${query}`, { cache: 'no-store' })
    if (response.status >= 500) return undefined
    if (!response.ok) return null // not for this person to see
    // Our own endpoint (collections/publications) writes this shape.
    return ((await response.json()) as { publication: Publication | null }).publication
  } catch {
    return undefined // offline or the server restarts: the next look tells
  }
}
