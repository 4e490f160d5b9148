import type { IncomingMessage, ServerResponse } from 'node:http'

/*
 * Pages that must work when nothing else does: no file, no database, no script.
 */

/** Before the first release of the site. */
export const sendNoRelease = (req: IncomingMessage, res: ServerResponse) =>
  sendPlainPage(req, res, {
    status: 503,
    title: 'Сайт готовится к первому выпуску',
    text: 'Страницы ещё собираются. Обычно это занимает меньше минуты: страница откроется сама.',
    retrySeconds: 5,
  })

/** The admin while the CMS is starting or its database does not answer. */
export const sendAdminUnavailable = (req: IncomingMessage, res: ServerResponse, state: 'starting' | 'down') =>
  sendPlainPage(req, res, {
    status: 503,
    retrySeconds: 5,
    ...(state === 'starting'
      ? {
          title: 'Админка запускается',
          text: 'Осталось несколько секунд. Страница откроется сама.',
        }
      : {
          title: 'База данных не отвечает',
          text:
            'Сайт для жителей работает. Админка откроется сама, как только база данных снова ответит. ' +
            'Если это длится дольше пяти минут, сообщите администратору портала.',
        }),
  })

type PlainPage = { status: number; title: string; text: string; retrySeconds?: number }

export const sendPlainPage = (
  req: IncomingMessage,
  res: ServerResponse,
  { status, title, text, retrySeconds }: PlainPage,
) => {
  const refresh = retrySeconds ? `<meta http-equiv="refresh" content="${retrySeconds}">` : ''
  const html = `<!doctype html>
<html lang="ru"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">${refresh}
<meta name="robots" content="noindex"><title>${title} — Люберцы</title><style>${style}</style></head>
<body><main>${mark}<h1>${title}</h1><p>${text}</p></main></body></html>`
  res.setHeader('Content-Type', 'text/html; charset=utf-8')
  res.setHeader('Cache-Control', 'no-store')
  res.setHeader('Content-Length', Buffer.byteLength(html))
  res.setHeader(
    'Content-Security-Policy',
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  )
  if (retrySeconds) res.setHeader('Retry-After', retrySeconds)
  res.writeHead(status).end(req.method === 'HEAD' ? undefined : html)
}

const mark = `<svg viewBox="0 0 40 40" width="48" height="48" aria-hidden="true"><path fill="currentColor" d="M0 0h40v40H0z"/>
<path d="M10 27.5h2.5c2-2 3-7 3.2-17.5H29v17.5M0 33h40" fill="none" stroke="Canvas" stroke-width="3.5"/></svg>`

const style = `:root{color-scheme:light dark;font:1.0625rem/1.55 'Golos Text','Segoe UI',Roboto,Arial,sans-serif}
body{margin:0;padding:4rem 1rem}main{max-width:34rem;margin:auto}
svg{color:#0e4a3a}h1{font-size:1.8125rem;line-height:1.12;margin:1.5rem 0 1rem}p{margin:0}
@media(prefers-color-scheme:dark){svg{color:#86cfb0}}`
