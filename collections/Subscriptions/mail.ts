import { createTransport } from 'nodemailer'
import type { Fate, Way } from './deliver.ts'
import { listHeaders, messageIdOf } from './letterOf.ts'

/** So many letters are under way at once: as many may be doubled by a crash (README). */
export const connections = 8

/** What the server said about this letter; everything else is about the connection. */
const aboutLetter = ['EENVELOPE', 'EMESSAGE']

/** The way by e-mail, over a few connections that stay open. */
export const mailWay = ({
  smtpUrl,
  from,
  siteUrl,
}: {
  smtpUrl: string
  from: string
  siteUrl: string
}): Way & { close: () => void } => {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: connections,
    maxMessages: 1_000,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  })
  return {
    channel: 'email',
    width: connections,
    send: async ({ subscriber, slot, subject, text, links }) => {
      if (!subscriber.email) return { state: 'gone' }
      try {
        await transport.sendMail({
          from,
          to: subscriber.email,
          subject,
          text,
          messageId: messageIdOf({ subscriber: subscriber._id.toString(), slot }, siteUrl),
          headers: listHeaders(links.stop),
        })
        return { state: 'taken' }
      } catch (error) {
        return fateOf(error)
      }
    },
    close: () => transport.close(),
  }
}

/** Only codes: the server's words may hold the address. */
const fateOf = (error: unknown): Fate => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  const reply = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0
  if (!aboutLetter.includes(code)) return { state: 'broken', reason: code }
  return { state: 'refused', isFinal: reply >= 500, reason: `${code} ${reply}` }
}
