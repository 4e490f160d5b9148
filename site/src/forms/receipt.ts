import type { Receipt } from '../../../collections/forms/form.schema.ts'

/** Puts the answer of the server in the place of the form, and the reader's focus on it. */
export function showReceipt(form: HTMLFormElement, { title, text, link }: Receipt): HTMLElement {
  const box = document.createElement('div')
  box.className = 'receipt stack'
  box.tabIndex = -1
  box.append(element('h2', title), ...text.map((words) => element('p', words)))
  if (link) {
    const line = document.createElement('p')
    line.append(Object.assign(element('a', link.label), { href: link.href }))
    box.append(line)
  }
  form.replaceWith(box)
  box.focus()
  box.scrollIntoView({ block: 'start' })
  return box
}

function element<Name extends 'h2' | 'p' | 'a'>(name: Name, text: string): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), { textContent: text })
}
