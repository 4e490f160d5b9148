import { Agent, get } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync } from 'node:zlib'

export type Page = { status: number; text: string }

export type Reader = ReturnType<typeof createReader>

/** A resident's browser: connections that stay open, as many as are read from at once. */
export const createReader = (origin: string) => {
  const agent = new Agent({ keepAlive: true })
  return {
    read: async (path: string, { encoding = 'identity' } = {}): Promise<Page> => {
      const { promise, resolve, reject } = Promise.withResolvers<Page>()
      const options = { agent, headers: { 'accept-encoding': encoding } }
      get(new URL(path, origin), options, (response) => {
        buffer(response).then((bytes) => {
          const isBrotli = response.headers['content-encoding'] === 'br'
          const text = (isBrotli ? brotliDecompressSync(bytes) : bytes).toString()
          resolve({ status: response.statusCode ?? 0, text })
        }, reject)
      }).on('error', reject)
      return promise
    },
    close: () => agent.destroy(),
  }
}
