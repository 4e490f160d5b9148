import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { isFresh, isSignatureValid, signatureHeader } from '../../collections/http/signature.schema.ts'
import { startPublisher, type Publisher, type PublisherOptions } from './publisher.ts'
import { openQueue, type PublishRequest, type Queue } from './queue.ts'
import { replaceFile } from './durable-json.ts'
import { reconcile } from './reconcile.ts'
import { currentRelease, pruneReleases, readPin, releaseFolder, removePin } from './releases.ts'
import { ResidentError } from './resident/client.ts'
import type { Draft } from './resident/messages.ts'
import { sendResults } from './send-results.ts'
import { listPublishes } from './tree/history.ts'

export type ServiceOptions = Omit<PublisherOptions, 'queue' | 'onChange'> & { secret: string; port: number }

export type Service = { url: string; stop: () => Promise<void> }

/** Where a command line on the same machine finds the service. */
export const addressFile = (siteDir: string): string => join(siteDir, 'service.json')

const bodyLimit = 8 * 1024 * 1024

/**
 * The rebuild service: takes signed publish requests from the CMS, builds the site and switches to it. Listens on
 * loopback only. Everything it has accepted survives kill -9.
 */
export const startService = async (options: ServiceOptions): Promise<Service> => {
  const { siteDir, secret, cmsUrl, log } = options
  await mkdir(join(siteDir, 'releases'), { recursive: true })
  const queue = await openQueue(join(siteDir, 'queue.json'))
  await pruneReleases(siteDir)

  const boot = new AbortController()
  const results = sendResults({ queue, cmsUrl, secret, log })
  const publisher = startPublisher({ ...options, queue, onChange: results.wake })

  let isReconciled = false
  const context: Context = { ...options, queue, publisher, isReconciled: () => isReconciled }
  const server = createServer((request, response) => {
    answer(request, response, context).catch((error: unknown) => {
      log(`${request.method} ${request.url}: ${error instanceof Error ? error.message : String(error)}`)
      if (response.headersSent) response.destroy()
      else reply(response, 500, { error: 'служба сборки не справилась с запросом, подробности в журнале' })
    })
  })
  const port = await listen(server, options.port)
  const url = `http://127.0.0.1:${port}`
  await replaceFile(addressFile(siteDir), JSON.stringify({ url }))

  results.wake()
  // The publisher wakes once the CMS answers: a publish before that could only fail.
  void reconcile({ queue, siteDir, cmsUrl, code: options.code, signal: boot.signal })
    .then(() => {
      if (boot.signal.aborted) return
      isReconciled = true
      publisher.wake()
      publisher.warmUp()
    })
    .catch((error: unknown) => log(`сверка с CMS не удалась: ${String(error)}`))

  return {
    url,
    stop: async () => {
      boot.abort()
      results.stop()
      server.close()
      server.closeAllConnections()
      await publisher.stop()
      await rm(addressFile(siteDir), { force: true })
    },
  }
}

type Context = ServiceOptions & {
  queue: Queue
  publisher: Publisher
  isReconciled: () => boolean
}

const answer = async (
  request: IncomingMessage,
  response: ServerResponse,
  context: Context,
): Promise<void> => {
  const route = `${request.method} ${request.url?.split('?', 1)[0]}`
  if (route === 'GET /status') return reply(response, 200, await statusOf(context))
  const take = signedRoutes[route]
  if (!take) return reply(response, 404, { error: 'нет такого адреса' })

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
  return take(message, response, context)
}

type Take = (message: Message, response: ServerResponse, context: Context) => Promise<void>

const takePublish: Take = async (message, response, { queue, siteDir, publisher }) => {
  const request = parsePublish(message)
  if (!request) return reply(response, 400, { error: 'нужны revision (целое больше нуля) и changes' })
  const { isAccepted, latestRevision } = await queue.accept(request)
  if (!isAccepted) {
    return reply(response, 409, { error: `изменение № ${request.revision} уже принято`, latestRevision })
  }
  await removePin(siteDir) // a rollback holds until the next publish: this one
  reply(response, 202, { accepted: true, revision: request.revision })
  publisher.wake()
}

const takeRender: Take = async (message, response, { publisher }) => {
  const request = parseRender(message)
  if (!request) return reply(response, 400, { error: 'нужны path и overlay' })
  try {
    const html = await publisher.render(request.path, request.overlay)
    if (html === null) return reply(response, 404, { error: `на сайте нет страницы ${request.path}` })
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
      .end(html)
  } catch (error) {
    if (!(error instanceof ResidentError)) throw error
    reply(response, renderStatus[error.kind], { error: error.message })
  }
}

const renderStatus: Record<ResidentError['kind'], number> = {
  content: 503,
  timeout: 504,
  crash: 502,
  cms: 503,
  disk: 503,
  other: 422,
}

/** The site as it was before a publish, until the next one. */
const takeRollback: Take = async ({ generation }, response, { publisher }) => {
  if (typeof generation !== 'number') return reply(response, 400, { error: 'нужен generation' })
  try {
    await publisher.rollback(generation)
    reply(response, 200, { rolledBack: true })
  } catch (error) {
    if (!(error instanceof ResidentError)) throw error
    reply(response, 409, { error: error.message })
  }
}

const signedRoutes: Record<string, Take> = {
  'POST /': takePublish,
  'POST /render': takeRender,
  'POST /rollback': takeRollback,
}

const statusOf = async ({ queue, siteDir, publisher, isReconciled }: Context) => {
  const state = queue.read()
  const current = await currentRelease(siteDir)
  const last = state.publishes.at(-1)
  return {
    state: publisher.isBusy() && state.wanted ? 'building' : last?.state === 'failed' ? 'failed' : 'idle',
    acceptedRevision: state.acceptedRevision,
    liveRevision: current?.revision ?? 0,
    liveAt: current ? state.liveAt : null,
    release: current?.id ?? null,
    wanted: state.wanted,
    /** Whether the site has been compared with the code and the content since this process began. */
    isReconciled: isReconciled(),
    pinned: await readPin(siteDir),
    // Of a former release there is no way back, and its numbers mean other publishes.
    publishes: state.publishes.map(({ release, generation, ...publish }) =>
      generation !== undefined && release === current?.id ? { ...publish, generation } : publish,
    ),
    held: state.held,
    /** Publishes that a rollback can go back before. */
    history: current
      ? (await listPublishes(releaseFolder(siteDir, current.id))).map(({ generation }) => generation)
      : [],
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

const parseRender = ({ path, overlay }: Message): { path: string; overlay: Draft[] } | null => {
  if (typeof path !== 'string' || !path.startsWith('/') || !Array.isArray(overlay)) return null
  const drafts = overlay.filter(isRecord).map(({ collection, id, doc }) => ({ collection, id, doc }))
  return drafts.every(isDraft) && drafts.length === overlay.length ? { path, overlay: drafts } : null
}

const isChange = (value: { collection: unknown; id: unknown }): value is { collection: string; id: string } =>
  typeof value.collection === 'string' && typeof value.id === 'string'

const isDraft = (value: { collection: unknown; id: unknown; doc: unknown }): value is Draft =>
  isChange(value) && isRecord(value.doc)

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
