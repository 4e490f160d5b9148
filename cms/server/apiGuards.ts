import type { IncomingMessage, ServerResponse } from 'node:http'
import { clientAddress, createRateLimit } from './rateLimit.ts'

/** The largest upload that `media` accepts is smaller; this is the wall before any parsing. */
const maxUploadBytes = 40 * 1024 * 1024
const maxJsonBytes = 4 * 1024 * 1024

const guardedPaths = /^\/api\/users\/(login|reset-password|unlock|first-register)\/?$/

/**
 * Checks a request before Payload sees it. Replies and returns false when it may not pass.
 * Errors have both our shape (`error`) and the one that Payload's admin reads (`errors`).
 */
export const createApiGuard = () => {
  const limitLogin = createRateLimit({ max: 20, windowMs: 5 * 60_000 })
  return (req: IncomingMessage, res: ServerResponse, pathname: string) => {
    if (req.headers['transfer-encoding'] !== undefined) {
      // Browsers and our own processes state the length; without it a body could only be limited after it was read.
      sendError(res, 411, 'Запрос без длины не принимается: нужен заголовок Content-Length.')
      return false
    }
    const isFile = req.headers['content-type']?.startsWith('multipart/form-data') ?? false
    const limit = isFile ? maxUploadBytes : maxJsonBytes
    if (Number(req.headers['content-length'] ?? 0) > limit) {
      sendError(res, 413, `Слишком большой запрос: не больше ${limit / 1024 / 1024} МБ.`)
      return false
    }
    if (/^\/api\/users\/forgot-password\/?$/.test(pathname)) {
      // For everybody alike: an answer that depended on the address would tell who has an account.
      sendError(res, 403, 'Письма портал не отправляет: новый пароль задаёт администратор портала.')
      return false
    }
    if (req.method === 'POST' && guardedPaths.test(pathname)) {
      const seconds = limitLogin(clientAddress(req))
      if (seconds > 0) {
        res.setHeader('Retry-After', seconds)
        sendError(res, 429, `Слишком много попыток входа. Попробуйте через ${minutes(seconds)}.`)
        return false
      }
    }
    return true
  }
}

export const sendError = (res: ServerResponse, status: number, message: string) => {
  const body = JSON.stringify({ error: message, errors: [{ message }] })
  res.setHeader('Content-Type', 'application/json; charset=utf-8')
  res.setHeader('Cache-Control', 'no-store')
  res.setHeader('Connection', 'close') // the body of a refused request is not read
  res.writeHead(status).end(body)
}

const minutes = (seconds: number) => {
  const count = Math.ceil(seconds / 60)
  return `${count} ${count === 1 ? 'минуту' : count < 5 ? 'минуты' : 'минут'}`
}
