import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** A push service on loopback with one device, which reads what it gets as a browser does (RFC 8188, RFC 8291). */
export const startPushService = async () => {
  const keys = createECDH('prime256v1')
  const publicKey = keys.generateKeys()
  const auth = randomBytes(16)
  const server = createServer((req, res) => {
    void buffer(req).then((body) => {
      if (service.status === 201)
        service.received.push({
          text: JSON.parse(decrypted(body).toString('utf8')),
          authorization: req.headers.authorization ?? '',
        })
      res.writeHead(service.status).end()
    })
  })
  const decrypted = (body: Buffer): Buffer => {
    const salt = body.subarray(0, 16)
    const keyLength = body.readUInt8(20)
    const sender = body.subarray(21, 21 + keyLength)
    const sealed = body.subarray(21 + keyLength)
    const derive = (secret: Buffer, salted: Buffer, info: Buffer, length: number) =>
      Buffer.from(hkdfSync('sha256', secret, salted, info, length))
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, sender])
    const secret = derive(keys.computeSecret(sender), auth, info, 32)
    const key = derive(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
    const nonce = derive(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12)
    const decipher = createDecipheriv('aes-128-gcm', key, nonce)
    decipher.setAuthTag(sealed.subarray(-16))
    const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
    return plain.subarray(0, plain.lastIndexOf(2)) // the delimiter of the last record
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // it listens on TCP
  const service = {
    received: [] as { text: unknown; authorization: string }[],
    /** What it answers with. */
    status: 201,
    device: () => ({
      endpoint: `http://127.0.0.1:${port}/device`,
      p256dh: publicKey.toString('base64url'),
      auth: auth.toString('base64url'),
    }),
    stop: () => void server.close(),
  }
  return service
}
