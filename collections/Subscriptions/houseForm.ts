import type { Endpoint } from 'payload'
import { documentPath } from '../documentPath.schema.ts'
import { showPage } from '../forms/answerPage.ts'
import { consents } from '../forms/consents.schema.ts'
import { html } from '../forms/html.ts'
import { takePoint } from '../forms/limits.ts'
import { publicView } from '../hooks/publicView.ts'
import { routeId } from '../http/routeId.ts'
import { linkFault } from './pages.ts'
import { rhythms, subscriptionPaths } from './subscriptions.schema.ts'

/**
 * GET /api/told/house/:id: the form for one house, open to everybody; its page links here. A page of the server, since the
 * site would need a second page for each of ten thousand houses.
 */
export const houseForm: Endpoint = {
  path: '/told/house/:id',
  method: 'get',
  handler: async (req) => {
    const wait = await takePoint(req, { name: 'told-links', points: 120, seconds: 600 })
    const id = routeId(req)
    const house = wait > 0 || !id ? null : await publicView(req, 'houses', id)
    if (!house) return linkFault(wait)
    const [address, slug] = [String(house['title']), String(house['slug'])]
    return showPage({
      title: 'Письма о моём доме',
      body: html`<p>
          ${address}. Напишем о слушаниях и собраниях, которые касаются этого дома или всего округа, о
          переносе и отмене.
        </p>
        <form method="post" action="${subscriptionPaths.subscribe}">
          <input type="hidden" name="house" value="${id}" />
          <label for="email">Почта</label>
          <input id="email" name="email" type="email" autocomplete="email" maxlength="200" required />
          <h2>Как часто</h2>
          ${rhythms.map(
            ({ value, ru, text }) =>
              html`<label class="row">
                <input type="radio" name="rhythm" value="${value}" required />
                <span>${ru}. ${text}</span>
              </label>`,
          )}
          <label class="row">
            <input type="checkbox" name="${consents.letters.name}" value="on" required />
            <span>Согласен, чтобы портал хранил мой адрес почты и дом и писал мне о нём</span>
          </label>
          <p><a href="${consents.letters.page}">Полный текст этого согласия</a></p>
          <button type="submit">Подписаться</button>
        </form>
        <p><a href="${documentPath('houses', slug)}">Назад к странице дома</a></p>
        <p><a href="${subscriptionPaths.page}">Другие темы</a></p>`,
    })
  },
}
