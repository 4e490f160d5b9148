import { showPage } from '../forms/answerPage.ts'
import { html } from '../forms/html.ts'
import { subscriptionPaths } from './subscriptions.schema.ts'

/** A private link that is none, or was opened too often (`wait` in seconds). */
export const linkFault = (wait = 0): Promise<Response> =>
  showPage({
    title: wait > 0 ? 'Слишком часто' : 'Ссылка не подходит',
    body:
      wait > 0
        ? html`<p>Подождите несколько минут и откройте ссылку снова.</p>`
        : html`<p>
            Она уже использована, устарела или скопирована не целиком.
            <a href="${subscriptionPaths.page}">Подписаться заново</a>
          </p>`,
    status: wait > 0 ? 429 : 404,
  })
