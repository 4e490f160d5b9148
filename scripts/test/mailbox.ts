import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

/** A mail server on loopback that puts each letter into a file of the folder, so that tests of other processes read it. */
export async function startMailbox(folder: string): Promise<{ smtpUrl: string; stop: () => void }> {
  await mkdir(folder, { recursive: true })
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _, done) => {
      void buffer(stream)
        .then((letter) => writeFile(join(folder, `${Date.now()}-${randomUUID()}.eml`), letter))
        .then(() => done(), done)
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo // it listens on TCP
  return { smtpUrl: `smtp://127.0.0.1:${port}`, stop: () => server.close() }
}

/** The letters to an address, oldest first, with their text decoded. */
export async function lettersTo(folder: string, address: string): Promise<string[]> {
  const names = (await readdir(folder)).sort()
  const letters = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  return letters.filter((letter) => letter.includes(`To: ${address}`)).map(decoded)
}

function decoded(letter: string): string {
  const split = letter.indexOf('\r\n\r\n')
  const [head, body] = [letter.slice(0, split), letter.slice(split + 4)]
  if (/content-transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8')
  if (!/quoted-printable/i.test(head)) return body
  const bytes = body
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
