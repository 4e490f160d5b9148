import { readReceipt } from '../../../collections/Polls/ballotList.schema.ts'
import type { Tally } from '../../../collections/Polls/tally.schema.ts'
import { keepReceipt, keptReceipt } from './receipts.ts'

/*
 * Makes the ballot better than a plain form: the secret of the receipt is made here and not by the server, the receipt is
 * kept in this browser, and who comes back sees it instead of the form.
 */

for (const place of document.querySelectorAll<HTMLElement>('[data-vote]')) begin(place)

function begin(place: HTMLElement) {
  const poll = place.dataset['vote'] ?? ''
  const form = place.querySelector('form')
  const names = optionNames(place)
  const kept = keptReceipt(poll)
  if (kept) {
    form?.replaceWith(text('h2', 'Вы уже голосовали с этого устройства'))
    return showVoted(place, kept, names)
  }
  form?.append(secretField())
  place.addEventListener('form:taken', (event) => {
    // The reply of /api/polls/ID/vote (voteEndpoint.ts).
    const { receipt } = (event as CustomEvent<{ receipt: string }>).detail
    keepReceipt(poll, receipt)
    showVoted(place, receipt, names)
  })
}

function secretField(): HTMLInputElement {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const value = btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
  return Object.assign(document.createElement('input'), { type: 'hidden', name: 'secret', value })
}

function showVoted(place: HTMLElement, receipt: string, names: Names) {
  if (!readReceipt(receipt)) return
  const code = text('code', receipt)
  const copy = text('button', 'Скопировать квитанцию')
  copy.type = 'button'
  const said = text('span', '')
  said.setAttribute('role', 'status')
  copy.addEventListener('click', () => {
    void navigator.clipboard.writeText(receipt).then(
      () => (said.textContent = ' Скопировано'),
      () => (said.textContent = ' Не получилось: выделите и скопируйте сами'),
    )
  })
  const box = document.createElement('div')
  box.className = 'kept stack'
  box.append(
    paragraph(text('b', 'Ваша квитанция')),
    paragraph(code),
    paragraph(copy, said),
    paragraph('Она сохранена в этом браузере. Чтобы не потерять, скопируйте её или запишите.'),
  )
  place.append(box)
  if (place.dataset['results'] === 'afterVoting') void showNumbers(place, names)
}

/** What has been counted so far, for those who have voted. */
async function showNumbers(place: HTMLElement, names: Names) {
  const response = await fetch(`/api/polls/${place.dataset['vote']}/results`).catch(() => null)
  if (!response) return // no connection: the receipt is what counts
  const reply = (await response.json()) as Tally | { error: string } // resultsEndpoint.ts
  if ('error' in reply) return void place.append(paragraph(reply.error))
  const rows = reply.options.map(({ id, count, percent }) =>
    text('li', `${names.get(id) ?? id}: ${count} (${String(percent).replace('.', ',')} %)`),
  )
  const list = document.createElement('ul')
  list.append(...rows)
  place.append(paragraph(text('b', `Пока проголосовали: ${reply.ballots}`)), list)
}

type Names = ReadonlyMap<string, string>

/** The words of the options, while the form is still there. */
function optionNames(place: HTMLElement): Names {
  const inputs = [...place.querySelectorAll<HTMLInputElement>('input[name=choices]')]
  return new Map(
    inputs.map((input) => [input.value, input.nextElementSibling?.firstChild?.textContent?.trim() ?? '']),
  )
}

function text<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  words: string,
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), { textContent: words })
}

function paragraph(...parts: (Node | string)[]): HTMLParagraphElement {
  const line = document.createElement('p')
  line.append(...parts)
  return line
}
