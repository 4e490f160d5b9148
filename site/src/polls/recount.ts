import {
  commitmentText,
  faultsOf,
  readReceipt,
  type BallotList,
} from '../../../collections/Polls/ballotList.schema.ts'
import { keptReceipt } from './receipts.ts'

/* Recounts the published ballots in the reader's own browser and finds their own among them. */

const place = document.querySelector<HTMLElement>('[data-recount]')
if (place) begin(place)

function begin(place: HTMLElement) {
  const button = place.querySelector('button')
  const field = place.querySelector('input')
  const said = place.querySelector('[role=status]')
  if (!button || !field || !said) return
  place.hidden = false
  field.value = keptReceipt(place.dataset['poll'] ?? '') ?? ''
  button.addEventListener('click', () => {
    said.textContent = 'Считаем…'
    void recount(place, field.value).then(
      (lines) =>
        said.replaceChildren(
          ...lines.map((line) => Object.assign(document.createElement('p'), { textContent: line })),
        ),
      () =>
        (said.textContent =
          'Не получилось прочитать список бюллетеней. Проверьте связь и попробуйте ещё раз.'),
    )
  })
}

async function recount({ dataset }: HTMLElement, receipt: string): Promise<string[]> {
  // Browsers give the means to count only to pages that came safely.
  if (!globalThis.crypto.subtle) return ['Пересчёт работает только на защищённом адресе (https).']
  const response = await fetch(dataset['recount'] ?? '')
  if (!response.ok) throw new Error(String(response.status))
  const list = (await response.json()) as BallotList // the portal's own file
  const faults = await faultsOf(list)
  if (list.root !== dataset['root']) faults.push('Контрольная сумма на странице другая, чем в списке.')
  const { ballots } = list.tally
  return [
    ...(faults.length > 0
      ? faults
      : [`Сошлось: бюллетеней ${ballots}, итог и контрольная сумма те же, что на странице.`]),
    ...(receipt.trim() === '' ? [] : [await find(list, receipt)]),
  ]
}

async function find({ poll, ballots }: BallotList, text: string): Promise<string> {
  const receipt = readReceipt(text)
  if (!receipt) return 'Это не похоже на квитанцию: скопируйте её целиком.'
  if (receipt.poll !== poll.id) return 'Эта квитанция от другого голосования.'
  const bytes = new TextEncoder().encode(commitmentText(poll.id, receipt.secret))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const commitment = btoa(String.fromCharCode(...digest))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
  const index = ballots.findIndex(([own]) => own === commitment)
  const choices = ballots[index]?.[1]
  if (!choices)
    return 'Вашего бюллетеня в списке нет. Сохраните квитанцию и сообщите об этом редакции портала.'
  const names = poll.options.flatMap(({ id, text }) => (choices.includes(id) ? `«${text}»` : []))
  return `Ваш бюллетень в списке, строка ${index + 1}: ${names.join(', ')}.`
}
