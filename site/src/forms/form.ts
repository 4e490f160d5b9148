import type { Challenge } from 'altcha-lib/types'
import {
  formFields,
  puzzlePath,
  shortestFillMs,
  type FormErrors,
  type Receipt,
} from '../../../collections/forms/form.schema.ts'
import { showReceipt } from './receipt.ts'

/*
 * Makes the forms of a page better than plain ones. Whatever fails here (no Worker, no crypto, no puzzle), the form is sent
 * as a plain one, and the server asks its question instead.
 */

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-form]')) enhance(form)

function enhance(form: HTMLFormElement) {
  let proof: Promise<string> | null = null
  let isBusy = false
  const button = form.querySelector<HTMLButtonElement>('button[type=submit]')
  const status = form.querySelector('[data-status]')
  const submitLabel = button?.textContent ?? ''
  const prepare = () => (proof ??= solve())

  form.noValidate = true // our own words stand beside the fields
  form.addEventListener('focusin', () => void prepare().catch(() => {}), { once: true }) // send() sees a failure
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (!isBusy) void send()
  })

  const send = async () => {
    setBusy(true)
    showErrors(form, { error: '', fields: {} })
    try {
      const body = new FormData(form)
      const solved = await prepare()
      body.set(formFields.proof, solved)
      const response = await fetch(form.action, {
        method: 'POST',
        body,
        headers: { accept: 'application/json' },
      })
      // The portal's own endpoints answer in one of these two shapes.
      const reply = (await response.json()) as Receipt | (FormErrors & { needsPuzzle?: boolean })
      if (!('error' in reply)) {
        const box = showReceipt(form, reply)
        box.dispatchEvent(new CustomEvent('form:taken', { bubbles: true, detail: reply }))
        return
      }
      if (reply.needsPuzzle) proof = solve()
      showErrors(form, reply)
    } catch (error) {
      if (error instanceof PuzzleError) return void form.submit()
      showErrors(form, {
        error: 'Пока не отправлено: нет связи с порталом. Текст сохранён на странице, попробуйте ещё раз.',
      })
    } finally {
      setBusy(false)
    }
  }

  const setBusy = (value: boolean) => {
    isBusy = value
    button?.setAttribute('aria-disabled', String(value))
    if (button) button.textContent = value ? 'Отправляем…' : submitLabel
    if (status) status.textContent = value ? 'Отправляем…' : ''
  }
}

class PuzzleError extends Error {}

/** Fetches a puzzle and solves it beside the page: half a second on a computer, a few on a cheap phone. */
async function solve(): Promise<string> {
  try {
    const response = await fetch(puzzlePath)
    if (!response.ok) throw new Error(String(response.status))
    // createChallenge of the server.
    const challenge = (await response.json()) as Challenge
    const earliest = Date.now() + shortestFillMs
    const worker = new Worker(new URL('./solve-puzzle.ts', import.meta.url), { type: 'module' })
    const solution = await new Promise<unknown>((resolve, reject) => {
      worker.addEventListener('message', ({ data }) => (data ? resolve(data) : reject(new Error('unsolved'))))
      worker.addEventListener('error', () => reject(new Error('no worker')))
      worker.postMessage(challenge)
    }).finally(() => worker.terminate())
    // A short form is sent before the server takes a puzzle as solved by a person: the script waits, not the resident.
    await new Promise((resolve) => setTimeout(resolve, earliest - Date.now()))
    return btoa(JSON.stringify({ challenge, solution }))
  } catch (cause) {
    throw new PuzzleError('no puzzle', { cause })
  }
}

function showErrors(form: HTMLFormElement, { error, fields = {} }: FormErrors) {
  for (const field of form.querySelectorAll<HTMLElement>('[data-field]')) {
    const text = fields[field.dataset['field'] ?? '']
    field.classList.toggle('is-wrong', Boolean(text))
    field.querySelector('.error')?.remove()
    const control = field.querySelector('input, textarea, select')
    control?.setAttribute('aria-invalid', String(Boolean(text)))
    if (!text) continue
    const note = Object.assign(document.createElement('p'), {
      className: 'error',
      id: `${control?.id}-error`,
      textContent: text,
    })
    field.querySelector('label, legend')?.after(note)
    control?.setAttribute('aria-errormessage', note.id)
  }
  const summary = form.querySelector<HTMLElement>('[data-summary]')
  if (!summary) return
  summary.hidden = error === ''
  summary.replaceChildren(Object.assign(document.createElement('p'), { textContent: error }))
  const list = document.createElement('ul')
  for (const [name, text] of Object.entries(fields)) {
    const link = Object.assign(document.createElement('a'), { href: `#${name}`, textContent: text })
    list.append(Object.assign(document.createElement('li'), {}))
    list.lastElementChild?.append(link)
  }
  if (list.childElementCount > 0) summary.append(list)
  if (error !== '') summary.focus()
}
