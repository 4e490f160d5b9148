import type { PayloadRequest } from 'payload'

/**
 * The moment of the publication that a save is. The demo and imports say when theirs was; a request from outside cannot,
 * because nothing of it reaches the context.
 */
export const publishedNow = (req: Pick<PayloadRequest, 'context' | 'user'>): string => {
  const told = req.context[publishedOn]
  return !req.user && typeof told === 'string' ? told : new Date().toISOString()
}

/** Key of the context under which the portal's own code says when a notice of the past was published. */
export const publishedOn = 'noticePublishedOn'
