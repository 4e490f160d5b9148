import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export type Received = {
  to: string
  subject: string
  messageId: string
  /** Lower-case names, unfolded. */
  headers: Record<string, string>
  text: string
}

export type MailServer = {
  url: string
  letters: Received[]
  refused: Received[]
  /** A reply code with which letters are refused once they were read. */
  refusal: number | null
  stop: () => void
}

/** A real mail server on loopback that keeps what it takes. */
export const startMailServer = async (): Promise<MailServer> => {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      void buffer(stream).then((bytes) => {
        const letter = read(bytes.toString('latin1'), session.envelope.rcptTo[0]?.address ?? '')
        if (mail.refusal === null) {
          mail.letters.push(letter)
          return done()
        }
        mail.refused.push(letter)
        done(Object.assign(new Error(`no room for ${letter.to}`), { responseCode: mail.refusal }))
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo // it listens on TCP
  const mail: MailServer = {
    url: `smtp://127.0.0.1:${port}`,
    letters: [],
    refused: [],
    refusal: null,
    stop: () => void server.close(),
  }
  return mail
}

const read = (raw: string, to: string): Received => {
  const split = raw.indexOf('\r\n\r\n')
  const headers = Object.fromEntries(
    raw
      .slice(0, split)
      .replaceAll(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => {
        const colon = line.indexOf(':')
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
      }),
  ) as Record<string, string>
  return {
    to,
    headers,
    subject: words(headers['subject'] ?? ''),
    messageId: headers['message-id'] ?? '',
    text: body(raw.slice(split + 4), headers['content-transfer-encoding'] ?? ''),
  }
}

const body = (text: string, encoding: string): string => {
  if (encoding === 'base64') return Buffer.from(text, 'base64').toString('utf8')
  const plain = encoding === 'quoted-printable' ? quoted(text.replaceAll('=\r\n', '')) : text
  return Buffer.from(plain, 'latin1').toString('utf8')
}

const quoted = (text: string): string =>
  text.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))

/** RFC 2047: «=?UTF-8?B?…?=», several in a row. */
const words = (text: string): string =>
  text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, value: string) =>
      Buffer.from(
        kind.toUpperCase() === 'B'
          ? Buffer.from(value, 'base64')
          : Buffer.from(quoted(value.replaceAll('_', ' ')), 'latin1'),
      ).toString('latin1'),
    )
    .replace(/^[^]*$/, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'))
