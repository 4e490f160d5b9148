import webpush from 'web-push'
import type { Fate, Letter, Way } from './deliver.ts'
import type { PushText } from './subscriptions.schema.ts'

export type PushKeys = {
  /** VAPID (RFC 8292): base64url of an uncompressed P-256 point, and of its private number. */
  publicKey: string
  privateKey: string
  /** Whom a push service writes to about us: mailto: or https: */
  subject: string
}

const ttlSeconds = 2 * 86_400

/** The way to devices: encrypted for each (RFC 8291), so that the browser maker's service delivers it unread. */
export const pushWay = (keys: PushKeys): Way => ({
  channel: 'push',
  width: 8,
  send: async (letter) => {
    const { push } = letter.subscriber
    if (!push) return { state: 'gone' }
    const { endpoint, method, headers, body } = webpush.generateRequestDetails(
      push,
      JSON.stringify(pushText(letter)),
      { vapidDetails: keys, TTL: ttlSeconds, contentEncoding: 'aes128gcm' },
    )
    try {
      const response = await fetch(endpoint, {
        method,
        headers: headers as Record<string, string>, // web-push declares them as unknown things; they are texts and numbers
        body: new Uint8Array(body ?? []),
        redirect: 'error',
        signal: AbortSignal.timeout(15_000),
      })
      await response.body?.cancel()
      return fateOf(response.status)
    } catch {
      return { state: 'refused', isFinal: false, reason: 'the push service does not answer' }
    }
  },
})

const pushText = ({ items, subject, links }: Letter): PushText => {
  const [only] = items
  return items.length === 1 && only
    ? { title: subject, body: only.detail ?? '', url: only.url }
    : { title: subject, body: items.map(({ title }) => title).join('\n'), url: new URL('/', links.mine).href }
}

const fateOf = (status: number): Fate => {
  if (status < 300) return { state: 'taken' }
  if (status === 404 || status === 410) return { state: 'gone' }
  return { state: 'refused', isFinal: status < 500 && status !== 429, reason: `push service ${status}` }
}
