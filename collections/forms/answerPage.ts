import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dataDir } from '../dataDir.ts'
import { answerPage } from './form.schema.ts'
import { escaped, html, textOf, type Html } from './html.ts'

/**
 * A page of the portal that only the server can make: what a form without script is answered with, the state of one's own
 * question. Its frame is a page of the site.
 */
export const showPage = async ({
  title,
  body,
  status = 200,
}: {
  title: string
  body: Html
  status?: number
}): Promise<Response> => {
  const frame = await readFrame()
  const page = frame
    .replaceAll(answerPage.title, () => escaped(title))
    .replace(answerPage.body, () => textOf(body))
  return new Response(page, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin', // the address may be a private link
      'x-robots-tag': 'noindex',
    },
  })
}

const readFrame = (): Promise<string> =>
  readFile(join(dataDir(), 'site', 'current', 'public', answerPage.file), 'utf8').catch(() => textOf(bare))

/** Before the first release of the site, and in development. */
const bare = html`<!doctype html>
  <html lang="ru">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>${answerPage.title}</title>
    </head>
    <body>
      <main>
        <h1>${answerPage.title}</h1>
        ${answerPage.body}
      </main>
    </body>
  </html>`
