import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { isFresh, isSignatureValid, signatureHeader } from '../../collections/http/signature.schema.ts'
import { startBuilder, type Builder, type BuilderOptions } from './builder.ts'
import { watchNextChange } from './next-change.ts'
import { openQueue, type PublishRequest, type Queue } from './queue.ts'
import { reconcile } from './reconcile.ts'
import { currentRelease, pruneReleases, readPin, removePin } from './releases.ts'
import { createRenderer, RenderError, type Renderer, type RenderRequest } from './renderer.ts'
import { sendResults } from './send-results.ts'

export type ServiceOptions = Pick<
  BuilderOptions,
  'cmsUrl' | 'siteUrl' | 'mediaDir' | 'code' | 'log' | 'worker' | 'timeoutMs' | 'retryPauses'
> & { siteDir: string; secret: string; port: number }

export type Service = { url: string; stop: () => Promise<void> }

const bodyLimit = 8 * 1024 * 1024

/**
 * The rebuild service: takes signed publish requests from the CMS, builds the site and switches to it. Listens on
 * loopback only. Everything it has accepted survives kill -9.
 */
export const startService = async (options: ServiceOptions): Promise<Service> => {
  const { siteDir, secret, cmsUrl, log } = options
  await mkdir(join(siteDir, 'releases'), { recursive: true })
  const queue = await openQueue(join(siteDir, 'queue.json'))
  await queue.recover(new Date().toISOString())
  await pruneReleases(siteDir)

  const boot = new AbortController()
  const results = sendResults({ queue, cmsUrl, secret, log })
  const renderer = createRenderer({ siteDir, siteUrl: options.siteUrl, log })
  const clock = watchNextChange(siteDir, () => void queue.want('time').then(builder.wake))
  const onSwitch = () => {
    renderer.reset()
    void clock.look()
  }
  const builder = startBuilder({ ...options, queue, onChange: results.wake, onSwitch })

  let isReconciled = false
  const context: Context = { ...options, queue, builder, renderer, isReconciled: () => isReconciled }
  const server = createServer((request, response) => {
    answer(request, response, context).catch((error: unknown) => {
      log(`${request.method} ${request.url}: ${error instanceof Error ? error.message : String(error)}`)
      if (response.headersSent) response.destroy()
      else reply(response, 500, { error: 'служба сборки не справилась с запросом, подробности в журнале' })
    })
  })
  const port = await listen(server, options.port)

  results.wake()
  // The builder wakes once the CMS answers: a build before that could only fail.
  void reconcile({ queue, siteDir, cmsUrl, code: options.code, signal: boot.signal })
    .then(() => {
      isReconciled = true
      builder.wake()
      return clock.look()
    })
    .catch((error: unknown) => log(`сверка с CMS не удалась: ${String(error)}`))

  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      boot.abort()
      results.stop()
      clock.stop()
      server.close()
      server.closeAllConnections()
      await Promise.all([builder.stop(), renderer.stop()])
    },
  }
}

type Context = ServiceOptions & {
  queue: Queue
  builder: Builder
  renderer: Renderer
  isReconciled: () => boolean
}

const answer = async (
  request: IncomingMessage,
  response: ServerResponse,
  context: Context,
): Promise<void> => {
  const route = `${request.method} ${request.url?.split('?', 1)[0]}`
  if (route === 'GET /status') return reply(response, 200, await statusOf(context))
  if (route !== 'POST /' && route !== 'POST /render')
    return reply(response, 404, { error: 'нет такого адреса' })

  if (Number(request.headers['content-length'] ?? 0) > bodyLimit) {
    return reply(response, 413, { error: 'слишком большой запрос' })
  }
  const body = await text(request)
  const header = request.headers[signatureHeader]
  if (!isSignatureValid({ body, header: String(header ?? ''), secret: context.secret })) {
    return reply(response, 401, {
      error: 'подпись не сходится: проверьте REBUILD_SECRET у CMS и службы сборки',
    })
  }
  const message = parseMessage(body)
  if (!message) return reply(response, 400, { error: 'запрос не разбирается' })
  if (!isFresh(String(message['sentAt']), new Date())) {
    return reply(response, 401, {
      error: 'запрос устарел: часы CMS и службы сборки расходятся или это повтор',
    })
  }
  return route === 'POST /' ? takePublish(message, response, context) : takeRender(message, response, context)
}

const takePublish = async (
  message: Message,
  response: ServerResponse,
  { queue, siteDir, builder }: Context,
) => {
  const request = parsePublish(message)
  if (!request) return reply(response, 400, { error: 'нужны revision (целое больше нуля) и changes' })
  const { isAccepted, latestRevision } = await queue.accept(request)
  if (!isAccepted) {
    return reply(response, 409, { error: `изменение № ${request.revision} уже принято`, latestRevision })
  }
  await removePin(siteDir) // a rollback holds until the next publish: this one
  reply(response, 202, { accepted: true, revision: request.revision })
  builder.wake()
}

const takeRender = async (message: Message, response: ServerResponse, { renderer }: Context) => {
  const request = parseRender(message)
  if (!request) return reply(response, 400, { error: 'нужны path и overlay' })
  try {
    const html = await renderer.render(request)
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
      .end(html)
  } catch (error) {
    if (!(error instanceof RenderError)) throw error
    reply(response, error.status, { error: error.message })
  }
}

const statusOf = async ({ queue, siteDir, isReconciled }: Context) => {
  const state = queue.read()
  const current = await currentRelease(siteDir)
  const last = state.builds.at(-1)
  return {
    state: last?.state === 'building' || last?.state === 'failed' ? last.state : 'idle',
    acceptedRevision: state.acceptedRevision,
    liveRevision: current?.revision ?? 0,
    liveAt: current ? state.liveAt : null,
    release: current?.id ?? null,
    wanted: state.wanted,
    /** Whether the site has been compared with the code and the content since this process began. */
    isReconciled: isReconciled(),
    pinned: await readPin(siteDir),
    builds: state.builds,
  }
}

type Message = Record<string, unknown>

const parseMessage = (body: string): Message | null => {
  try {
    const value: unknown = JSON.parse(body)
    return isRecord(value) ? value : null
  } catch {
    return null // answered with 400
  }
}

const parsePublish = ({ revision, changes }: Message): PublishRequest | null => {
  if (typeof revision !== 'number' || !Number.isSafeInteger(revision) || revision < 1) return null
  if (!Array.isArray(changes)) return null
  const known = changes.filter(isRecord).map(({ collection, id }) => ({ collection, id }))
  return known.every(isChange) && known.length === changes.length ? { revision, changes: known } : null
}

const parseRender = ({ path, overlay }: Message): RenderRequest | null => {
  if (typeof path !== 'string' || !path.startsWith('/') || !Array.isArray(overlay)) return null
  const drafts = overlay.filter(isRecord).map(({ collection, id, doc }) => ({ collection, id, doc }))
  return drafts.every(isDraft) && drafts.length === overlay.length ? { path, overlay: drafts } : null
}

const isChange = (value: { collection: unknown; id: unknown }): value is { collection: string; id: string } =>
  typeof value.collection === 'string' && typeof value.id === 'string'

const isDraft = (value: {
  collection: unknown
  id: unknown
  doc: unknown
}): value is RenderRequest['overlay'][number] => isChange(value) && isRecord(value.doc)

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const reply = (response: ServerResponse, status: number, body: object) => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
}

const listen = (server: ReturnType<typeof createServer>, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
