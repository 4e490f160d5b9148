import type { PayloadRequest } from 'payload'

/**
 * Whether the form stood on our own page. Browsers send Origin with every POST; `null` (a sandboxed frame, a data: page) and
 * a missing one are refused alike.
 */
export const isFromOurPage = (req: PayloadRequest): boolean =>
  req.headers.get('origin') === req.payload.config.serverURL
