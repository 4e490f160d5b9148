import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import { asRole, eventually } from '../browser/admin.ts'
import type { StartedPortal } from '../startPortalForTest.ts'
import { signal } from '../../database/engine/processes.ts'
import { databaseProcesses, isAlive, postmasterOf, processesOf, type PortalProcess } from './processes.ts'

/** A published news item, as the REST API and the snapshot show it. */
export interface NewsItem {
  id: string
  slug: string
  title: string
}

/** What must be the same before and after a fault: how much of everything is published, and one file of the library. */
export async function contentOf({ url }: StartedPortal) {
  const lines = (await text(`${url}/api/snapshot`)).trimEnd().split('\n').map(parseLine)
  expect(lines.at(-1)?.kind).toBe('end')
  const counts: Record<string, number> = {}
  for (const { kind, collection } of lines) {
    const name = collection ?? kind
    counts[name] = (counts[name] ?? 0) + 1
  }
  const file = lines.find(({ collection }) => collection === 'media')?.doc?.filename
  const bytes = Buffer.from(await (await fetch(`${url}/media/${file}`)).arrayBuffer())
  return { counts, file, hash: createHash('sha256').update(bytes).digest('hex'), size: bytes.length }
}

/** Published news that a test may change. */
export async function newsOf({ url }: StartedPortal): Promise<NewsItem[]> {
  const reply = await fetch(`${url}/api/news?limit=10&depth=0&sort=-publishedAt`)
  return ((await reply.json()) as { docs: NewsItem[] }).docs // Payload's list reply
}

export const pathOf = ({ slug }: NewsItem) => `/novosti/${slug}/`

/** Publishes a new lead and waits until residents read it. */
export async function publishAndSee(portal: StartedPortal, item: NewsItem, lead: string): Promise<void> {
  await publish(portal, item, { lead })
  await seeOnSite(portal, item, lead)
}

/** Saves and publishes, through the API, as the editor. */
export async function publish(
  portal: StartedPortal,
  item: NewsItem,
  data: Record<string, unknown>,
): Promise<void> {
  const call = await editorOf(portal)
  const reply = await call(`/api/news/${item.id}`, {
    method: 'PATCH',
    body: JSON.stringify({ ...data, _status: 'published' }),
  })
  expect(reply.status, await reply.clone().text()).toBe(200)
}

export async function seeOnSite({ url }: StartedPortal, item: NewsItem, words: string): Promise<void> {
  await eventually(
    async () => plain(await text(`${url}${pathOf(item)}`)).includes(words),
    (isThere) => isThere,
    { timeoutMs: 60_000, everyMs: 200 },
  )
}

/** What the admin says of the last publication of a document. */
export async function publicationOf(portal: StartedPortal, item: NewsItem) {
  const call = await editorOf(portal)
  const reply = await call(`/api/publications/status?collection=news&id=${item.id}`)
  const { publication } = (await reply.json()) as { publication: { status: string; error: string | null } } // endpoints.ts
  return publication
}

/** Logged in once: the session is in the database and outlives every fault. */
const editorOf = async (portal: StartedPortal) => (editor ??= await asRole(portal, 'editor'))
let editor: Awaited<ReturnType<typeof asRole>> | undefined

export const healthOf = async ({ url }: StartedPortal) => {
  try {
    return (await (await fetch(`${url}/healthz`)).json()) as { cms?: string; database?: string } // server/health.ts
  } catch {
    return {} // not listening
  }
}

export const untilHealthy = (portal: StartedPortal) =>
  eventually(
    () => healthOf(portal),
    ({ cms, database }) => cms === 'up' && database === 'up',
    { everyMs: 100 },
  )

/** The only living process of the portal whose command line matches. */
export function processLike({ dataDir }: StartedPortal, pattern: RegExp): PortalProcess {
  const found = processesOf(dataDir).filter(({ command }) => pattern.test(command))
  if (found.length !== 1)
    throw new Error(`Wanted one process like ${pattern}, found: ${JSON.stringify(found)}`)
  return found[0]!
}

/** Waits until none of them lives; fails with those that do. */
export const untilGone = (processes: PortalProcess[], timeoutMs = 8_000) =>
  eventually(
    async () => processes.filter(isAlive),
    (alive) => alive.length === 0,
    { timeoutMs, everyMs: 50 },
  )

/**
 * SIGSTOP or SIGCONT to PostgreSQL with everything it has started: it is there and does not answer. The postmaster comes
 * first, so that nothing is started while the rest is listed; a worker that has just ended is no fault.
 */
export function signalDatabase({ dataDir }: StartedPortal, name: 'SIGSTOP' | 'SIGCONT'): void {
  process.kill(postmasterOf(dataDir), name)
  for (const pid of databaseProcesses(dataDir)) signal(pid, name)
}

async function text(address: string): Promise<string> {
  return (await fetch(address)).text()
}

/** Text without the no-break spaces and joiners of the typographer. */
const plain = (html: string) =>
  html.replaceAll(/[\u00a0\u202f]|&nbsp;/g, ' ').replaceAll(/[\u2060\u00ad]/g, '')

// The lines of /api/snapshot.
const parseLine = (line: string) =>
  JSON.parse(line) as { kind: string; collection?: string; doc?: { filename?: string } }
