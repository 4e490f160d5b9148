import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { isDiskFull } from './disk-full.ts'

export type SnapshotDocument = { collection: string; id: string; slug: string; title: string }

/** What a build needs to know of a snapshot; the documents themselves stay in the file. */
export type SnapshotIndex = { revision: number; documents: SnapshotDocument[] }

type Line = {
  kind: string
  revision?: number
  count?: number
  collection?: string
  id?: string
  doc?: { slug?: string | null; title?: string | null; filename?: string | null }
}

/** The CMS or the disk cannot give a snapshot now; a later try may work. */
export class SnapshotError extends Error {}

/** Stores GET {CMS_URL}/api/snapshot as it comes, on disk before it is used. */
export const downloadSnapshot = async ({ cmsUrl, path }: { cmsUrl: string; path: string }): Promise<void> => {
  const response = await requestPatiently(cmsUrl)
  if (!response.body) throw new SnapshotError(`CMS прислала пустой ответ (${cmsUrl}/api/snapshot)`)
  try {
    await pipeline(response.body, createWriteStream(path))
  } catch (error) {
    if (isDiskFull(error)) throw error
    throw new SnapshotError('CMS оборвала передачу материалов', { cause: error })
  }
}

/** The revision the content has now, without the content. */
export const fetchRevision = async (cmsUrl: string): Promise<number> => {
  const response = await requestSnapshot(cmsUrl, Number.MAX_SAFE_INTEGER)
  const first = (await response.text()).split('\n', 1)[0] ?? ''
  const { revision } = parseLine(first)
  if (revision === undefined) throw new SnapshotError('CMS прислала снимок материалов без номера изменения')
  return revision
}

/** Refuses a snapshot that is cut short, so that no build leaves out what it did not receive. */
export const readSnapshotIndex = async (path: string): Promise<SnapshotIndex> => {
  const documents: SnapshotDocument[] = []
  let revision: number | undefined
  let counted = 0
  let announced: number | undefined
  for (const text of (await readFile(path, 'utf8')).split('\n')) {
    if (text === '') continue
    const line = parseLine(text)
    if (line.kind === 'start') revision = line.revision
    else if (line.kind === 'end') announced = line.count
    else counted += 1
    if (line.kind === 'doc' && line.collection && line.id) {
      const { slug, title, filename } = line.doc ?? {}
      documents.push({
        collection: line.collection,
        id: line.id,
        slug: slug ?? '',
        title: title ?? filename ?? slug ?? line.id,
      })
    }
  }
  if (revision === undefined || announced !== counted) {
    throw new SnapshotError(`Снимок материалов неполон: объявлено ${announced ?? '—'}, получено ${counted}`)
  }
  return { revision, documents }
}

/** A CMS that is restarting is back within seconds: that is no failed build. */
const requestPatiently = async (cmsUrl: string): Promise<Response> => {
  for (let tries = patientTries; ; tries -= 1) {
    try {
      return await requestSnapshot(cmsUrl)
    } catch (error) {
      if (!(error instanceof SnapshotError) || tries <= 1) throw error
      await sleep(1_000)
    }
  }
}

const patientTries = 10

const requestSnapshot = async (cmsUrl: string, since?: number): Promise<Response> => {
  const url = `${cmsUrl}/api/snapshot${since === undefined ? '' : `?since=${since}`}`
  const response = await fetch(url, { signal: AbortSignal.timeout(120_000) }).catch((error: unknown) => {
    throw new SnapshotError(`CMS не отвечает на ${cmsUrl}`, { cause: error })
  })
  if (!response.ok) throw new SnapshotError(`CMS ответила ${response.status} на запрос материалов (${url})`)
  return response
}

const parseLine = (text: string): Line => {
  try {
    return JSON.parse(text) as Line // the format of the content door, /api/snapshot
  } catch (error) {
    throw new SnapshotError('Снимок материалов повреждён', { cause: error })
  }
}
