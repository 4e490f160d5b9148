import { fork, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { currentRelease, releaseFolder } from './releases.ts'

export type RenderRequest = {
  path: string
  /** Drafts laid over the published content, as anonymous depth 0 documents. */
  overlay: { collection: string; id: string; doc: Record<string, unknown> }[]
}

export type RenderReply =
  | { id: number; state: 'rendered'; html: string }
  | { id: number; state: 'failed'; status: number; error: string }

/** A preview that cannot be shown; `status` is the HTTP status of the answer, the message is for the editor. */
export class RenderError extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

export type Renderer = {
  render: (request: RenderRequest) => Promise<string>
  /** The site was switched: the next preview starts from the new release. */
  reset: () => void
  stop: () => Promise<void>
}

type RendererOptions = {
  siteDir: string
  siteUrl: string
  log: (line: string) => void
  idleMs?: number
  timeoutMs?: number
  worker?: string
}

type Waiting = { resolve: (html: string) => void; reject: (error: RenderError) => void }
type Warm = { child: ChildProcess; waiting: Map<number, Waiting> }

/**
 * Renders single pages with the prerender bundle of the current release, in a child that is kept warm for some
 * minutes: drafts never run in the service itself, and an idle portal spends no memory on previews.
 */
export const createRenderer = (options: RendererOptions): Renderer => {
  let warm: Warm | null = null
  let idle: NodeJS.Timeout | undefined
  let lastId = 0

  const start = async (): Promise<Warm> => {
    const release = await currentRelease(options.siteDir)
    if (!release)
      throw new RenderError(503, 'сайт ещё не собран: предпросмотр заработает после первой сборки')
    const folder = releaseFolder(options.siteDir, release.id)
    if (!existsSync(join(folder, 'app'))) throw new RenderError(503, 'в этом выпуске сайта нет предпросмотра')
    const child = fork(options.worker ?? join(import.meta.dirname, 'render-worker.ts'), [folder], {
      execArgv: ['--import', join(import.meta.dirname, '..', 'portal', 'exit-with-parent.ts')],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        SNAPSHOT_FILE: join(folder, 'snapshot.ndjson'),
        SITE_URL: options.siteUrl,
      },
    })
    const started: Warm = { child, waiting: new Map() }
    child.on('message', (reply: RenderReply) => settle(started, reply))
    child.on('error', (error) => options.log(`предпросмотр: ${error.message}`))
    child.on('exit', () => {
      if (warm === started) warm = null
      for (const { reject } of started.waiting.values()) {
        reject(new RenderError(502, 'предпросмотр прервался, попробуйте ещё раз'))
      }
    })
    return started
  }

  const end = () => {
    clearTimeout(idle)
    const child = warm?.child
    warm = null
    child?.kill('SIGKILL')
  }

  const render = async (request: RenderRequest): Promise<string> => {
    warm ??= await start()
    const { child, waiting } = warm
    clearTimeout(idle)
    idle = setTimeout(end, options.idleMs ?? 5 * 60_000)
    const id = ++lastId
    const timeoutMs = options.timeoutMs ?? 20_000
    return new Promise<string>((resolve, reject) => {
      const timer = setTimeout(() => {
        child.kill('SIGKILL')
        reject(new RenderError(504, 'страница не построилась за отведённое время'))
      }, timeoutMs)
      waiting.set(id, {
        resolve: (html) => (clearTimeout(timer), resolve(html)),
        reject: (error) => (clearTimeout(timer), reject(error)),
      })
      child.send({ ...request, id })
    })
  }

  return {
    render,
    reset: end,
    stop: async () => end(),
  }
}

const settle = ({ waiting }: Warm, reply: RenderReply) => {
  const waiter = waiting.get(reply.id)
  waiting.delete(reply.id)
  if (reply.state === 'rendered') waiter?.resolve(reply.html)
  else waiter?.reject(new RenderError(reply.status, reply.error))
}
