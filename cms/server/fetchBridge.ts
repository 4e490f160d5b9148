import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** A node request as the Fetch API's Request, which Payload's handlers take. `origin` is the portal's own address. */
export const toFetchRequest = (req: IncomingMessage, origin: string, signal: AbortSignal): Request => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(req.headers))
    for (const item of Array.isArray(value) ? value : [value])
      if (item !== undefined) headers.append(name, item)
  const hasBody = req.method !== 'GET' && req.method !== 'HEAD'
  return new Request(new URL(req.url ?? '/', origin), {
    method: req.method ?? 'GET',
    headers,
    signal,
    // Node's stream is the web stream that Request expects; the two type libraries only name it differently.
    ...(hasBody ? { body: Readable.toWeb(req) as ReadableStream<Uint8Array>, duplex: 'half' } : {}),
  })
}

/** Writes a Fetch API Response out; a client that went away is no error. */
export const sendFetchResponse = async (response: Response, res: ServerResponse) => {
  for (const [name, value] of response.headers) if (name !== 'set-cookie') res.setHeader(name, value)
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) res.setHeader('Set-Cookie', cookies)
  res.writeHead(response.status)
  if (!response.body) {
    res.end()
    return
  }
  try {
    await pipeline(Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]), res)
  } catch (error) {
    if (!res.destroyed) throw error
  }
}
