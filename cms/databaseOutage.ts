import { setTimeout as sleep } from 'node:timers/promises'
import type { AfterErrorHook, Payload } from 'payload'

/** What an editor reads when a save meets a database that does not answer. */
export const outageMessage =
  'База данных не отвечает, изменения пока не сохранены. Не закрывайте страницу: текст остаётся в форме. ' +
  'Сохраните ещё раз через минуту.'

/** Whether an error says that the database could not be reached (and not that it refused the data). */
export const isDatabaseOutage = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  if (outageNames.has(error.name) || /^MongoNetwork|ServerSelectionError$/.test(error.name)) return true
  if ('code' in error && typeof error.code === 'number' && outageCodes.has(error.code)) return true
  return isDatabaseOutage(error.cause)
}

/** Whether the database answers now; false after `timeoutMs` at the latest. */
export const isDatabaseAnswering = async (payload: Payload, timeoutMs = 5000): Promise<boolean> => {
  const timer = new AbortController()
  try {
    const ping = payload.db.connection.db?.command({ ping: 1 })
    const late = sleep(timeoutMs, undefined, { signal: timer.signal }).then(() => undefined)
    return (await Promise.race([ping, late])) !== undefined
  } catch {
    return false // whatever the reason is, the next request will tell it
  } finally {
    timer.abort()
  }
}

/**
 * Payload's afterError hook: an outage becomes 503 with a text an editor can act on.
 * Payload takes a failed look-up of the user for «not logged in» and answers 401 or 403; a request that carries a session
 * is therefore checked against the database before it is told so.
 */
export const explainDatabaseOutage: AfterErrorHook = async ({ error, req, result }) => {
  const isOutage =
    isDatabaseOutage(error) ||
    (isAboutAccess(error) && hasSession(req) && !(await isDatabaseAnswering(req.payload)))
  if (isOutage) return { status: 503, response: { ...result, errors: [{ message: outageMessage }] } }
  return undefined
}

const isAboutAccess = (error: unknown) =>
  error instanceof Error && 'status' in error && (error.status === 401 || error.status === 403)

const hasSession = (req: { user?: unknown; headers?: Headers }) =>
  !req.user && (req.headers?.get('cookie')?.includes('payload-token=') ?? false)

const outageNames = new Set([
  'MongoNotConnectedError',
  'MongoTopologyClosedError',
  'PoolClearedOnNetworkError',
])

// MongoDB's codes for «not reachable», «shutting down» and «no primary»: the driver's own list of retryable states.
const outageCodes = new Set([6, 7, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436])
