// The search of /poisk/: what is asked stands in the address, so results can be linked and the way back leads to them.
import { asideWords, dateWords, foundWords } from './words.ts'
import type { Answer, Found, Question } from './messages.ts'

const debounceMs = 250
const step = 10

const main = part('main')
const form = part<HTMLFormElement>('search')
const field = part<HTMLInputElement>('q')
const status = part('search-status')
const results = part('search-results')
const heading = results.querySelector('h2') ?? results
const more = part('search-more')
// The rows are those of the component: the page brings a sample, empty until something is found.
const list = results.querySelector('.rows') ?? results
const row = list.firstElementChild
list.replaceChildren()

const worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' })
let question: Question = { id: 0, text: '', shown: step }
let timer: ReturnType<typeof setTimeout> | undefined

worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => show(data))
// The worker itself did not arrive.
worker.addEventListener('error', () => show({ id: question.id, state: 'failed' }))

form.addEventListener('submit', (event) => {
  event.preventDefault()
  ask()
  if (main.dataset.search === 'failed') send(question)
})
field.addEventListener('input', () => {
  clearTimeout(timer)
  timer = setTimeout(ask, debounceMs)
})
more.addEventListener('click', () => {
  const { length } = list.children
  send({ ...question, shown: length + step })
  // The button may be gone with the answer: the way goes on at the first new result.
  worker.addEventListener('message', () => list.children[length]?.querySelector('a')?.focus(), { once: true })
})
// Whoever comes to the field will ask: the index is on its way while they type.
field.addEventListener('focus', () => worker.postMessage({ id: 0, text: '', shown: 0 }), { once: true })
addEventListener('popstate', readAddress)
readAddress()

function readAddress() {
  // A browser may have kept the text of the field, but the address says what was asked.
  field.value = new URLSearchParams(location.search).get('q') ?? ''
  ask()
}

function ask() {
  clearTimeout(timer)
  const text = field.value.trim()
  if (text === question.text) return
  const { pathname } = location
  history.replaceState(
    null,
    '',
    text ? `${pathname}?${new URLSearchParams({ q: text }).toString()}` : pathname,
  )
  send({ ...question, text, shown: step })
}

function send({ text, shown }: Question) {
  question = { id: question.id + 1, text, shown }
  if (!text) return turn('', '')
  // The former answer stays until the next one comes.
  if (!main.dataset.search || main.dataset.search === 'failed') turn('loading', 'Загружаем указатель…')
  worker.postMessage(question)
}

function show(answer: Answer) {
  if (answer.id !== question.id || !question.text) return
  if (answer.state === 'failed') return turn('failed', 'Поиск сейчас не отвечает.')
  const { total, results } = answer
  const words = foundWords(total)
  heading.textContent = words
  list.replaceChildren(...results.map(rowOf))
  more.hidden = results.length >= total
  part('search-aside').textContent = asideWords(answer)
  for (const place of document.querySelectorAll('.asked')) place.textContent = question.text
  turn(total > 0 ? 'found' : 'nothing', words)
}

/** The style sheet shows what belongs to the state; the words are read out. */
function turn(state: string, words: string) {
  main.dataset.search = state
  status.textContent = words
}

function rowOf({ url, title, kind, date, excerpt }: Found): Node {
  const item = row?.cloneNode(true) as HTMLElement // a clone of an element is one
  const [when, link, text] = ['.when', 'a', 'p'].map((name) => item.querySelector<HTMLAnchorElement>(name))
  when?.replaceChildren(kind, ...(date ? [', ', timeOf(date)] : []))
  if (link) Object.assign(link, { href: url, textContent: title })
  text?.replaceChildren(...markedText(excerpt))
  return item
}

function timeOf(date: string): Node {
  return Object.assign(document.createElement('time'), { dateTime: date, textContent: dateWords(date) })
}

/** Of the excerpt's HTML only text and marks. */
function markedText(html: string): Node[] {
  const { childNodes } = new DOMParser().parseFromString(html, 'text/html').body
  return [...childNodes].map((node) => {
    const text = node.textContent ?? ''
    return node.nodeName === 'MARK'
      ? Object.assign(document.createElement('mark'), { textContent: text })
      : document.createTextNode(text)
  })
}

/** An element of poisk/index.astro. */
function part<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
  const found = document.getElementById(id)
  if (!found) throw new Error(`No #${id} on the page`)
  return found as Kind // the page and this script are changed together
}
