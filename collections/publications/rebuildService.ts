import { z } from 'zod'
import { sign, signatureHeader } from '../http/signature.schema.ts'
import { parseJson } from '../http/parseJson.ts'
import { serviceStatusSchema, type ServiceStatus } from './service.schema.ts'

/** Where publish messages go. */
export const rebuildUrl = (): string => process.env['REBUILD_URL'] ?? 'http://127.0.0.1:3001'

/** GitHub Actions take a `repository_dispatch` and answer no questions. */
export const isGitHub = (url: string): boolean =>
  URL.canParse(url) && new URL(url).hostname === 'api.github.com'

/** Why the service did not do what it was asked, in words for an administrator. */
export class ServiceError extends Error {
  override name = 'ServiceError'
  readonly kind: 'away' | 'github' | 'refused'

  constructor(kind: ServiceError['kind'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.kind = kind
  }
}

/** @throws ServiceError */
export const readServiceStatus = async (): Promise<ServiceStatus> => {
  const reply = await ask('/status', { timeoutMs: 3_000 })
  const { success, data, error } = serviceStatusSchema.safeParse(reply)
  if (success) return data
  throw new ServiceError(
    'away',
    `По адресу ${rebuildUrl()} отвечает не служба публикации или её другая версия: проверьте REBUILD_URL и перезапустите портал.`,
    { cause: error },
  )
}

/**
 * Shows the site as it was before a publish, until the next one.
 * @throws ServiceError
 */
export const takeBack = async (generation: number): Promise<void> => {
  const body = JSON.stringify({ generation, sentAt: new Date().toISOString() })
  await ask('/rollback', {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      [signatureHeader]: sign(body, process.env['REBUILD_SECRET'] ?? ''),
    },
    // The service may have to get its renderer ready first.
    timeoutMs: 60_000,
  })
}

const ask = async (
  path: string,
  { timeoutMs, ...init }: RequestInit & { timeoutMs: number },
): Promise<unknown> => {
  const url = rebuildUrl()
  if (isGitHub(url))
    throw new ServiceError(
      'github',
      'Сайт публикует GitHub Actions (REBUILD_URL): очередь, сбои и прежние сборки видно там, на вкладке Actions.',
    )
  const { response, reply } = await answerOf(`${url}${path}`, init, timeoutMs)
  if (response.ok) return reply
  const { data } = z.object({ error: z.string() }).safeParse(reply)
  throw new ServiceError(
    response.status === 409 ? 'refused' : 'away',
    `Служба публикации отказала (${response.status}): ${data?.error ?? 'без объяснения'}.`,
  )
}

const answerOf = async (address: string, init: RequestInit, timeoutMs: number) => {
  try {
    const response = await fetch(address, { ...init, signal: AbortSignal.timeout(timeoutMs) })
    const text = await response.text()
    return { response, reply: parseJson(text) }
  } catch (cause) {
    const isLate = cause instanceof Error && cause.name === 'TimeoutError'
    const how = isLate ? `не ответила за ${timeoutMs / 1000} с` : 'не отвечает'
    throw new ServiceError(
      'away',
      `Служба публикации ${how} (${new URL(address).origin}). Сайт открыт и остаётся прежним, публикации ждут в очереди. ` +
        'Если это дольше минуты, посмотрите журнал rebuild.log и перезапустите портал.',
      { cause },
    )
  }
}
