import type { PayloadRequest } from 'payload'

/** The raw body of a request as text, or null when it is longer than `limit` bytes. A signature needs it unparsed. */
export const readBody = async (req: PayloadRequest, limit: number): Promise<string | null> =>
  (await readBytes(req, limit))?.toString('utf8') ?? null

/** The same as bytes. */
export const readBytes = async (req: PayloadRequest, limit: number): Promise<Buffer | null> => {
  if (Number(req.headers.get('content-length') ?? 0) > limit) return null
  const chunks: Uint8Array[] = []
  let size = 0
  // The web's type of a stream does not say what it gives; a request's gives bytes.
  for await (const chunk of (req.body ?? []) as Iterable<Uint8Array> | ReadableStream<Uint8Array>) {
    size += chunk.length
    if (size > limit) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
