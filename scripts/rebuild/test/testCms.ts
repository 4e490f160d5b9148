import { createServer } from 'node:http'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { isSignatureValid, signatureHeader } from '../../../collections/http/signature.schema.ts'
import type { Content } from '../../../site/test/fixture/content.ts'
import { contentStream } from '../../../site/test/fixture/index.ts'
import type { BuildResult } from '../queue.ts'

type Doc = Record<string, unknown> & { id: string }
type Changed = { revision: number; key: string }

export type TestCms = Awaited<ReturnType<typeof startTestCms>>

/**
 * The two doors of the CMS that the rebuild service knocks at, over a content in memory: the content stream with its
 * revisions and «changed since», and the place for results.
 */
export const startTestCms = async (content: Content, secret: string) => {
  const log: Changed[] = []
  const state = { revision: 1, isDown: false, results: [] as BuildResult[] }

  const server = createServer((request, response) => {
    void (async () => {
      if (state.isDown) return response.writeHead(503).end()
      const url = new URL(request.url ?? '/', 'http://cms')
      if (url.pathname === '/api/snapshot')
        return response.end(stream(Number(url.searchParams.get('since') ?? 0)))
      if (url.pathname !== '/api/publications/result') return response.writeHead(404).end()
      const body = await text(request)
      const header = String(request.headers[signatureHeader])
      if (!isSignatureValid({ body, header, secret })) return response.writeHead(401).end()
      state.results.push(JSON.parse(body) as BuildResult)
      return response.end('{}')
    })()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()

  const stream = (since: number) => {
    const { revision } = state
    if (since === 0 || since > revision) return contentStream(content, { revision })
    const keys = new Set(log.filter((entry) => entry.revision > since).map(({ key }) => key))
    const lines = [...keys].map((key) => {
      const [collection = '', id = ''] = key.split('/')
      if (collection in content.globals)
        return { kind: 'global', slug: collection, doc: content.globals[collection] }
      const doc = docsOf(collection).find((other) => other.id === id)
      return doc ? { kind: 'doc', collection, id, doc } : { kind: 'gone', collection, id }
    })
    return [{ kind: 'start', revision, since }, ...lines, { kind: 'end', count: lines.length }]
      .map((line) => `${JSON.stringify(line)}\n`)
      .join('')
  }

  const docsOf = (collection: string): Doc[] => (content.documents[collection] ??= []) as Doc[]

  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    content,
    state,
    docs: docsOf,
    /** Publishes a document's new version, or (null) its end, as the next revision; returns that. */
    save: (collection: string, id: string, doc: Doc | null): number => {
      const docs = docsOf(collection)
      const index = docs.findIndex((other) => other.id === id)
      if (index >= 0) docs.splice(index, 1, ...(doc ? [doc] : []))
      else if (doc) docs.push(doc)
      state.revision += 1
      log.push({ revision: state.revision, key: `${collection}/${id}` })
      return state.revision
    },
    saveGlobal: (slug: string, change: Record<string, unknown>): number => {
      content.globals[slug] = { ...content.globals[slug], ...change }
      state.revision += 1
      log.push({ revision: state.revision, key: `${slug}/${slug}` })
      return state.revision
    },
    /** The log does not reach back: everything is read anew. */
    forgetLog: () => {
      log.length = 0
    },
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
