import { html, type Html } from '../forms/html.ts'
import { dayOf, dayWords } from '../moscow.schema.ts'
import type { Subscriber } from '../payload-types.ts'
import type { Named } from './subjectNames.ts'
import { rhythms, subjectKinds, subscriptionPaths } from './subscriptions.schema.ts'

type Own = {
  subscriber: Subscriber
  chosen: Named[]
  offered: Named[]
  token: string
  /** What has just been done. */
  remark: string | null
}

/** The private page of a subscriber: everything the portal has about them, and what they may do with it. */
export const ownBody = ({ subscriber, chosen, offered, token, remark }: Own): Html => {
  const path = subscriptionPaths.mine + token
  return html`${remark && html`<p role="status"><strong>${remark}</strong></p>`}
    <dl>
      <dt>Куда пишем</dt>
      <dd>${subscriber.email ?? 'Уведомления на этом устройстве'}</dd>
      <dt>С какого дня</dt>
      <dd>${subscriber.confirmedAt ? dayWords(dayOf(subscriber.confirmedAt)) : ''}</dd>
    </dl>
    <form method="post" action="${path}/change">
      <h2>О чём сообщать</h2>
      ${subjectKinds.map(({ value: kind, ru }) =>
        group(ru, offeredOf(kind, chosen, offered), new Set(chosen.map(({ subject }) => subject))),
      )}
      <h2>Как часто</h2>
      ${rhythms.map(
        ({ value, ru, text }) =>
          html`<label class="row">
            <input type="radio" name="rhythm" value="${value}" ${value === subscriber.rhythm && checked} />
            <span>${ru}. ${text}</span>
          </label>`,
      )}
      <button type="submit">Сохранить</button>
    </form>
    <h2>Удалить мои данные</h2>
    <p>
      Портал сотрёт всё, что здесь показано, и больше не напишет. Эта ссылка перестанет работать. Подписаться
      снова можно в любой день.
    </p>
    <form method="post" action="${path}/erase">
      <button type="submit" class="plain">Удалить мои данные</button>
    </form>`
}

const checked = html`checked`

const offeredOf = (kind: string, chosen: Named[], offered: Named[]): Named[] => {
  const known = new Map([...offered, ...chosen].map((each) => [each.subject, each]))
  return [...known.values()].filter((each) => each.kind === kind)
}

const group = (title: string, subjects: Named[], chosen: ReadonlySet<string>): Html | null => {
  if (subjects.length === 0) return null
  const count = subjects.filter(({ subject }) => chosen.has(subject)).length
  return html`<details ${count > 0 && html`open`}>
    <summary>${title}${count > 0 && `: выбрано ${count}`}</summary>
    ${subjects.map(
      ({ subject, kind, value, name }) =>
        html`<label class="row">
          <input type="checkbox" name="${kind}" value="${value}" ${chosen.has(subject) && checked} />
          <span>${name}</span>
        </label>`,
    )}
  </details>`
}
