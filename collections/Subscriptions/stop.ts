import type { Endpoint } from 'payload'
import { showPage } from '../forms/answerPage.ts'
import { html } from '../forms/html.ts'
import { tokenOf } from '../forms/privateLink.ts'
import { takePoint } from '../forms/limits.ts'
import { forget } from './deliver.ts'
import { linkFault } from './pages.ts'
import { subscriptionPaths } from './subscriptions.schema.ts'
import { idOfToken } from './tokens.ts'

const limit = { name: 'told-stop', points: 300, seconds: 600 }

/** GET /api/told/stop/:token: a page with a button; a program that looks at links beforehand unsubscribes nobody. */
const show: Endpoint = {
  path: '/told/stop/:token',
  method: 'get',
  handler: async (req) => {
    const wait = await takePoint(req, limit)
    if (wait > 0 || !idOfToken(req.payload, tokenOf(req))) return linkFault(wait)
    return showPage({
      title: 'Отписаться от всего',
      body: html`<p>Портал удалит Ваш адрес и темы и больше не напишет.</p>
        <form method="post" action="${subscriptionPaths.stop}${tokenOf(req)}">
          <input type="hidden" name="List-Unsubscribe" value="One-Click" />
          <button type="submit">Отписаться</button>
        </form>
        <p><a href="${subscriptionPaths.mine}${tokenOf(req)}">Только изменить темы или частоту</a></p>`,
    })
  },
}

/**
 * POST /api/told/stop/:token: one click in a mail program (RFC 8058). It comes from the mail provider's servers: no page of
 * ours, no Origin, no cookie, no question. The link alone is the proof; a second click is answered like the first.
 */
const stop: Endpoint = {
  path: '/told/stop/:token',
  method: 'post',
  handler: async (req) => {
    const wait = await takePoint(req, limit)
    const id = idOfToken(req.payload, tokenOf(req))
    if (wait > 0 || !id) return linkFault(wait)
    await forget(req.payload, id)
    return erasedPage()
  },
}

/** GET /api/told/erased: open to everybody, the same for all. */
const erased: Endpoint = { path: '/told/erased', method: 'get', handler: () => erasedPage() }

export const stopEndpoints: Endpoint[] = [show, stop, erased]

const erasedPage = (): Promise<Response> =>
  showPage({
    title: 'Вы отписаны',
    body: html`<p>Адрес и темы удалены, писем больше не будет.</p>
      <p><a href="${subscriptionPaths.page}">Подписаться снова</a></p>`,
  })
