import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { Endpoint, Where } from 'payload'
import { dataDir } from '../dataDir.ts'
import { widths } from '../Media/sizes.ts'
import { isPublicMedia } from './publicMedia.ts'
import { snapshotLines } from './snapshotLines.ts'

/** More readers at once than builders exist is not building. */
const maxReaders = 4
let readers = 0

/**
 * GET /api/snapshot[?since=N]: the content door. Open to everybody, because it holds exactly what everybody may read;
 * the number of readers at once is limited, because it reads all of it.
 */
const snapshot: Endpoint = {
  path: '/snapshot',
  method: 'get',
  handler: async (req) => {
    const since = Number(req.searchParams.get('since') ?? 0)
    if (!Number.isSafeInteger(since) || since < 0)
      return Response.json({ error: 'since — целое число, не меньше нуля.' }, { status: 400 })
    if (readers >= maxReaders)
      return Response.json(
        { error: 'Слишком много читателей, повторите.' },
        { status: 503, headers: { 'retry-after': '2' } },
      )
    readers += 1
    const lines = snapshotLines(req, since)
    const text = async function* () {
      try {
        for await (const line of lines) yield Buffer.from(`${JSON.stringify(line)}\n`)
      } catch (err) {
        // The reader refuses a stream without its last line, so cutting it is the answer.
        req.payload.logger.error({ err, msg: 'The snapshot broke off' })
        throw err
      }
    }
    // Not in the generator's `finally`: one that is cut before its first line never gets there.
    const stream = Readable.from(text()).once('close', () => (readers -= 1))
    // Web streams of node:stream/web and of the DOM are the same objects with two type names.
    const body = Readable.toWeb(stream) as ReadableStream
    return new Response(body, {
      headers: { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store' },
    })
  },
}

/** GET /api/snapshot/media/:filename: the bytes of a file, or of one of its sizes, that a published document uses. */
const snapshotMedia: Endpoint = {
  path: '/snapshot/media/:filename',
  method: 'get',
  handler: async (req) => {
    const given = req.routeParams?.['filename']
    const filename = typeof given === 'string' ? given : ''
    const { docs } = await req.payload.find({
      collection: 'media',
      where: { or: fileNames.map((field): Where => ({ [field]: { equals: filename } })) },
      limit: 1,
      pagination: false,
      depth: 0,
      // The library has no public access; the next line lets only files of published documents through.
      overrideAccess: true,
    })
    const media = docs[0]
    const file = [media, ...Object.values(media?.sizes ?? {})].find((each) => each?.filename === filename)
    if (!media || !file?.mimeType || !(await isPublicMedia(req, media.id))) return notFound()
    // The name comes from the database, where fileName.ts made it: no path can be in it.
    const path = join(dataDir(), 'media', filename)
    const facts = await stat(path).catch(() => null)
    if (!facts) return notFound()
    const body = Readable.toWeb(createReadStream(path)) as ReadableStream
    return new Response(body, {
      headers: {
        'content-type': file.mimeType,
        'content-length': String(facts.size),
        'cache-control': 'no-cache',
        'x-content-type-options': 'nosniff',
      },
    })
  },
}

export const snapshotEndpoints: Endpoint[] = [snapshot, snapshotMedia]

const fileNames = [
  'filename',
  ...widths.flatMap((width) => [`sizes.w${width}avif.filename`, `sizes.w${width}webp.filename`]),
  'sizes.og.filename',
]

const notFound = (): Response => Response.json({ error: 'Такого файла на сайте нет.' }, { status: 404 })
