// Questions that were answered already, beside a question that somebody is writing: found in the index of the search, in the
// browser, so that nothing leaves it before the form is sent.
import type { Answer, Found, Question } from './messages.ts'
import { wordsOf } from './queryWords.ts'

const debounceMs = 400
const most = 3
/** One word says too little of what somebody wants to know. */
const fewestWords = 2

for (const place of document.querySelectorAll<HTMLElement>('[data-similar]')) suggest(place)

function suggest(place: HTMLElement) {
  const field = document.querySelector<HTMLInputElement>(`[name="${place.dataset.similar ?? ''}"]`)
  const list = place.querySelector('ul')
  if (!field || !list) return
  let worker: Worker | null = null
  let question: Question = { id: 0, text: '', shown: most, kind: 'Вопрос с ответом' }
  let timer: ReturnType<typeof setTimeout> | undefined

  const show = ({ data }: MessageEvent<Answer>) => {
    // A search that fails takes nothing away: the link to it stands below.
    if (data.id !== question.id || data.state === 'failed') return
    const found = question.text ? data.results : []
    list.replaceChildren(...found.map(rowOf))
    place.hidden = found.length === 0
  }
  const ask = () => {
    const words = wordsOf(field.value)
    const text = words.length >= fewestWords ? words.join(' ') : ''
    if (text === question.text) return
    question = { ...question, id: question.id + 1, text }
    worker?.postMessage(question)
  }
  // Whoever comes to the field will write: the index is on its way meanwhile, and not before.
  field.addEventListener(
    'focus',
    () => {
      worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' })
      worker.addEventListener('message', show)
      worker.postMessage({ ...question, text: '' })
    },
    { once: true },
  )
  field.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(ask, debounceMs)
  })
}

function rowOf({ url, title }: Found): Node {
  const item = document.createElement('li')
  // In another tab: what was written stays where it is.
  item.append(Object.assign(document.createElement('a'), { href: url, textContent: title, target: '_blank' }))
  return item
}
