import { setTimeout as sleep } from 'node:timers/promises'
import { sign, signatureHeader } from '../../collections/http/signature.schema.ts'
import type { BuildResult, Queue } from './queue.ts'

export type ResultSender = { wake: () => void; stop: () => void }

const longestPause = 30_000

/**
 * Tells the CMS how each build went, oldest first, until it has answered. The results wait in the durable queue, so
 * neither a CMS that is down nor a crash here loses one.
 */
export const sendResults = (options: {
  queue: Queue
  cmsUrl: string
  secret: string
  log: (line: string) => void
}): ResultSender => {
  const stopped = new AbortController()
  let isRunning = false

  const run = async () => {
    if (isRunning) return
    isRunning = true
    let pause = 500
    while (!stopped.signal.aborted) {
      const result = options.queue.read().outbox[0]
      if (!result) break
      if (await postResult(result, options)) {
        await options.queue.confirmResult(result)
        pause = 500
        continue
      }
      await sleep(pause, undefined, { signal: stopped.signal }).catch(() => {}) // stop() ends the pause
      pause = Math.min(pause * 2, longestPause)
    }
    isRunning = false
  }

  return {
    wake: () => void run().catch((error: unknown) => options.log(`результат не записан: ${String(error)}`)),
    stop: () => stopped.abort(),
  }
}

/** True when the CMS has answered for good: it took the result, or it never will. */
export const postResult = async (
  result: BuildResult,
  { cmsUrl, secret, log }: { cmsUrl: string; secret: string; log: (line: string) => void },
): Promise<boolean> => {
  const body = JSON.stringify({ ...result, sentAt: new Date().toISOString() })
  try {
    const response = await fetch(`${cmsUrl}/api/publications/result`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [signatureHeader]: sign(body, secret) },
      body,
      signal: AbortSignal.timeout(10_000),
    })
    await response.body?.cancel()
    if (response.ok) return true
    log(`CMS ответила ${response.status} на результат сборки № ${result.revision}`)
    // 400 and 404 will not change by repeating; 401 (clock, secret), 429 and 5xx may.
    return response.status === 400 || response.status === 404
  } catch {
    return false // not reachable: tried again
  }
}
