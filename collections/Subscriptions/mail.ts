import type { Readable } from 'node:stream'
import { createTransport } from 'nodemailer'
import type { Fate, Way } from './deliver.ts'
import { listHeaders, messageIdOf } from './letterOf.ts'

/** So many letters are under way at once. */
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
  /** Message-ID → what to call when the letter has left. */
  const leaving = new Map<string, () => void>()
  transport.use('stream', ({ data, message }, done) => {
    const left = leaving.get(String(data.messageId))
    if (left) message?.processFunc((letter) => whenLeft(letter, left))
    done()
  })
  return {
    channel: 'email',
    width: connections,
    send: async ({ subscriber, slot, subject, text, links }, left) => {
      if (!subscriber.email) return { state: 'gone' }
      const messageId = messageIdOf({ subscriber: subscriber._id.toString(), slot }, siteUrl)
      leaving.set(messageId, left)
      try {
        await transport.sendMail({
          from,
          to: subscriber.email,
          subject,
          text,
          messageId,
          headers: listHeaders(links.stop),
        })
        return { state: 'taken' }
      } catch (error) {
        return fateOf(error)
      } finally {
        leaving.delete(messageId)
      }
    },
    close: () => transport.close(),
  }
}

/**
 * Calls `left` when the last line of the letter (the dot, RFC 5321 4.5.2) has been given to the system: nodemailer pipes the
 * letter into the stream that adds it, and that one into the socket. From here on the letter arrives though this process be
 * killed; what is lost with it is only the server's answer.
 */
const whenLeft = (letter: Readable, left: () => void): Readable => {
  const pipe = letter.pipe.bind(letter)
  letter.pipe = (stream, options) => {
    stream.once('end', left)
    return pipe(stream, options)
  }
  return letter
}

/** Only codes: the server's words may hold the address. */
const fateOf = (error: unknown): Fate => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  const reply = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0
  if (!aboutLetter.includes(code)) return { state: 'broken', reason: code }
  return { state: 'refused', isFinal: reply >= 500, reason: `${code} ${reply}` }
}
