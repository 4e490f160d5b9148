import { createReadStream } from 'node:fs'
import { definitions } from './definitions.ts'
import type { SiteEnvironment } from './environment.ts'
import type { Change } from './snapshot.ts'
import type { Collection, GlobalSlug } from './types.ts'

/** What one reading of the content stream gave: everything (`since` 0) or what changed since that revision. */
export interface Batch {
  revision: number
  since: number
  changes: Change[]
}

/** The CMS does not give the content now, or not whole; a later try may work. */
export class SourceError extends Error {
  override name = 'SourceError'
}

/**
 * Reads the content stream of the CMS (`GET {CMS_URL}/api/snapshot`, or SNAPSHOT_FILE with the same text).
 * A stream that is broken or was cut short is refused as a whole: half of the content must not become a site.
 */
export async function readContent(
  environment: Pick<SiteEnvironment, 'snapshotFile' | 'cmsUrl'>,
  since = 0,
): Promise<Batch> {
  if (environment.snapshotFile) return readFile(environment.snapshotFile)
  const url = `${environment.cmsUrl}/api/snapshot${since > 0 ? `?since=${since}` : ''}`
  const response = await fetch(url).catch((cause: unknown) => {
    throw new SourceError(
      `CMS не отвечает на ${environment.cmsUrl}: запустите npm start или укажите CMS_URL`,
      {
        cause,
      },
    )
  })
  if (!response.ok || !response.body)
    throw new SourceError(`CMS ответила ${response.status} на ${url}: содержимое не получено`)
  return parse(response.body, url)
}

/** Parses and checks a content stream; `name` stands in the error messages. */
export async function parse(stream: AsyncIterable<Uint8Array>, name: string): Promise<Batch> {
  const changes: Change[] = []
  let start: { revision: number; since: number } | null = null
  let end: { count: number } | null = null
  let number = 0
  const refuse = (reason: string) =>
    new SourceError(`${name}: ${reason}, строка ${number}. Прежнее содержимое остаётся`)
  for await (const text of lines(stream)) {
    number++
    if (!text) continue
    if (end) throw refuse('после завершающей строки есть ещё данные')
    const line = parseLine(text, refuse)
    if (!start && line.kind !== 'start') throw refuse('поток начинается не с «start»')
    if (line.kind === 'start') start = { revision: whole(line.revision), since: whole(line.since) }
    else if (line.kind === 'end') end = { count: whole(line.count) }
    else changes.push(toChange(line, refuse))
  }
  if (!start || !end) throw refuse('поток содержимого оборван: нет завершающей строки «end»')
  if (end.count !== changes.length)
    throw refuse(`поток содержимого неполный: объявлено записей ${end.count}, получено ${changes.length}`)
  return { ...start, changes }
}

interface Line {
  kind?: unknown
  collection?: unknown
  slug?: unknown
  id?: unknown
  doc?: unknown
  revision?: unknown
  since?: unknown
  count?: unknown
}

const collections: readonly string[] = Object.keys(definitions)
const globals: readonly string[] = ['settings', 'navigation', 'channels', 'initiative'] satisfies GlobalSlug[]

const isCollection = (value: unknown): value is Collection =>
  typeof value === 'string' && collections.includes(value)
const isGlobal = (value: unknown): value is GlobalSlug => typeof value === 'string' && globals.includes(value)

async function readFile(path: string): Promise<Batch> {
  try {
    return await parse(createReadStream(path), path)
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) throw cause
    throw new Error(`Нет файла ${path}: проверьте SNAPSHOT_FILE`, { cause })
  }
}

async function* lines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  for await (const chunk of stream) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = parts.pop() ?? ''
    yield* parts
  }
  yield rest + decoder.decode()
}

function parseLine(text: string, refuse: (reason: string) => Error): Line {
  try {
    const line: unknown = JSON.parse(text)
    if (isObject(line)) return line
  } catch (cause) {
    throw Object.assign(refuse('не JSON'), { cause })
  }
  throw refuse('не объект JSON')
}

/** Names and ids are checked here, at the edge; the shape of a document is the CMS's promise (generated types). */
function toChange(line: Line, refuse: (reason: string) => Error): Change {
  const { kind, collection, slug, id, doc } = line
  if (kind === 'global') {
    if (!isGlobal(slug)) throw refuse(`неизвестная общая запись «${String(slug)}»`)
    if (!isObject(doc)) throw refuse(`нет содержимого записи «${slug}»`)
    return { global: slug, doc } as Change
  }
  if (kind !== 'doc' && kind !== 'gone') throw refuse(`неизвестный вид записи «${String(kind)}»`)
  if (!isCollection(collection)) throw refuse(`неизвестная коллекция «${String(collection)}»`)
  if (typeof id !== 'string' || !id) throw refuse('у документа нет id')
  if (kind === 'gone') return { collection, id, doc: null }
  if (!isObject(doc)) throw refuse(`нет содержимого документа ${collection}/${id}`)
  return { collection, id, doc } as Change
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function whole(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) ? value : 0
}
