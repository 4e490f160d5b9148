import { sign, signatureHeader } from '../http/signature.schema.ts'
import { isGitHub } from './rebuildService.ts'

export type Change = { collection: string; id: string }
export type PublishMessage = { revision: number; changes: Change[]; sentAt: string }

export type Delivery =
  | { outcome: 'delivered' }
  /** The service has seen this number before, or a newer one. */
  | { outcome: 'outdated'; latestRevision: number }
  | { outcome: 'failed'; reason: string }

type Send = { url: string; secret: string; message: PublishMessage; fetch: typeof fetch }

/** Tells the rebuild service, or GitHub Actions, that the public content has a new revision. Never throws. */
export const sendPublish = async ({ url, secret, message, fetch }: Send): Promise<Delivery> => {
  const isDispatch = isGitHub(url)
  const body = JSON.stringify(isDispatch ? { event_type: 'publish', client_payload: message } : message)
  const signature: Record<string, string> = isDispatch
    ? { authorization: `Bearer ${secret}`, accept: 'application/vnd.github+json' }
    : { [signatureHeader]: sign(body, secret) }
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...signature },
      signal: AbortSignal.timeout(10_000),
    })
    const reply = await response.text()
    if (response.ok) return { outcome: 'delivered' }
    if (response.status === 409) return { outcome: 'outdated', latestRevision: latestIn(reply) }
    return { outcome: 'failed', reason: `служба сборки ответила ${response.status}: ${errorIn(reply)}` }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { outcome: 'failed', reason: `служба сборки не отвечает на ${url}: ${reason}` }
  }
}

const parse = (text: string): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {} // a proxy's page instead of JSON says nothing we could use
  }
}

const latestIn = (reply: string): number => {
  const latest = parse(reply)['latestRevision']
  return typeof latest === 'number' && Number.isSafeInteger(latest) ? latest : 0
}

const errorIn = (reply: string): string => {
  const error = parse(reply)['error']
  return typeof error === 'string' ? error : 'без объяснения'
}
