import { html, type Html } from '../forms/html.ts'
import type { Addressee, Question } from '../payload-types.ts'
import { questionPath } from './paths.schema.ts'
import { isAnswered, isWaiting, movesOf, stateName } from './states.schema.ts'
import { whatNext } from './whatNext.schema.ts'

type Own = { question: Question; addressee: Addressee | null; action: string; now: Date }

/** The author's page: the question, its line of states, and what the author can do. */
export const statusBody = ({ question, addressee, action, now }: Own): Html => {
  const { state, number, sent } = question
  const isPublic = isWaiting(state) || isAnswered(state)
  const open = movesOf(state, ['author'])
  return html`<p>${stateName(state)}. Кому: ${addressee?.title ?? 'адресат не указан'}.</p>
    ${sent?.subject && html`<p><strong>${sent.subject}</strong></p>`}
    ${isPublic && html`<p><a href="${questionPath(number)}">Вопрос на портале</a></p>`}
    ${
      isAnswered(state) &&
      html`<h2>Ответ</h2>
        ${paragraphs(question.answers?.at(-1)?.text ?? '')}`
    }
    ${
      open.includes('helped') &&
      html`<h2>Помог ли ответ?</h2>
        ${button(action, 'helped', 'Да, помог')} ${button(action, 'notHelped', 'Нет, не помог')}`
    }
    <h2>Что было и что будет дальше</h2>
    <ol>
      ${whatNext(question, now).map(
        ({ when, title, text }) =>
          html`<li>${when && html`${when} — `}${title}.${text && html`<br />${text}`}</li>`,
      )}
    </ol>
    <h2>Ваши данные</h2>
    ${
      question.erasedAt
        ? html`<p>Имя, почта и адрес удалены. Писем больше не будет.</p>`
        : html`<p>
              ${sent?.email ? `Письма приходят на ${sent.email}.` : 'Почта не указана, писем не будет.'}
              Удалить имя, почту и адрес можно в любой день. Вопрос с ответом останется без подписи.
            </p>
            ${button(action, 'erase', 'Удалить мои данные')}`
    }
    ${
      open.includes('withdraw') &&
      html`<p>Можно отозвать вопрос целиком: его текст исчезнет с портала.</p>
        ${button(action, 'withdraw', 'Отозвать вопрос')}`
    }`
}

const paragraphs = (text: string): Html => html`${text.split(/\n\s*\n/).map((part) => html`<p>${part}</p>`)}`

const button = (action: string, deed: string, label: string): Html =>
  html`<form method="post" action="${action}">
    <input type="hidden" name="deed" value="${deed}" />
    <button type="submit">${label}</button>
  </form>`
