import type { Endpoint } from 'payload'
import { showPage } from '../forms/answerPage.ts'
import { html } from '../forms/html.ts'
import type { Wish } from '../payload-types.ts'
import { declineReasons, isOpen, moderationDays, wishPaths, wishStates, wordOf } from './wishes.schema.ts'

/**
 * GET /api/wishes/status?number=П-2026-12: where a form without script lands, and where one asks later. Open to everybody:
 * a number and a state say nothing about who wrote it and what.
 */
export const status: Endpoint = {
  path: '/status',
  method: 'get',
  handler: async (req) => {
    const number = req.searchParams.get('number') ?? ''
    const wish = /^П-\d{4}-\d{1,7}$/.test(number)
      ? await req.payload.db.findOne<Wish>({ collection: 'wishes', where: { number: { equals: number } } })
      : null
    if (!wish)
      return showPage({
        title: 'Такого пожелания нет',
        body: html`<p>Проверьте номер: он выглядит как «П-2026-12».</p>`,
        status: 404,
      })
    return showPage({
      title: `Пожелание ${number}`,
      body: html`<p>Состояние: <b>${wordOf(wishStates, wish.status).toLowerCase()}</b>.</p>
        ${wish.status === 'received' && html`<p>${received}</p>`}
        ${wish.status === 'declined' && html`<p>Причина: ${wordOf(declineReasons, wish.declineReason)}.</p>`}
        <p>
          ${
            isOpen(wish.status)
              ? html`<a href="${wishPaths.list}${wish.slug}/">Пожелание и ответ</a>`
              : html`<a href="${wishPaths.list}">Все пожелания</a>`
          }
        </p>`,
    })
  },
}

/** What happens after the form was sent. */
export const received = `Запишите номер. Редактор посмотрит пожелание за ${moderationDays} рабочих дня: опубликует или откажет с причиной. Потом его смогут поддержать другие, и администрация ответит.`
