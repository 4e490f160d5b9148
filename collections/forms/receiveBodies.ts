import { formFields, type FormErrors } from './form.schema.ts'
import { html, type Html } from './html.ts'
import type { PlainQuestion } from './plainQuestion.ts'
import type { Sent } from './readForm.ts'

/** What is wrong with a form that came without script. */
export const errorsBody = ({ error, fields = {} }: FormErrors): Html => {
  const words = Object.values(fields)
  return html`<p>${error}</p>
    ${
      words.length > 0 &&
      html`<ul>
        ${words.map((text) => html`<li>${text}</li>`)}
      </ul>`
    }
    <p>Вернитесь на предыдущую страницу: всё, что Вы написали, осталось в форме.</p>`
}

type Question = { action: string; sent: Sent; question: PlainQuestion; remark: string | null }

/** The form once more, out of sight, with a question that a program does not answer by itself. */
export const questionBody = ({ action, sent, question, remark }: Question): Html =>
  html`<form method="post" action="${action}" enctype="multipart/form-data">
    ${Object.entries(sent).map(([name, value]) => hidden(name, value))}
    <input type="hidden" name="${formFields.question}" value="${question.token}" />
    ${remark && html`<p>${remark}</p>`}
    <p>Чтобы портал не засыпали программы, ответьте на простой вопрос.</p>
    <label for="answer">${question.text}</label>
    <input id="answer" name="${formFields.answer}" inputmode="numeric" autocomplete="off" required />
    <button type="submit">Отправить</button>
  </form>`

const hidden = (name: string, value: unknown): Html => {
  if (Array.isArray(value)) return html`${value.map((one: unknown) => hidden(name, one))}`
  if (value instanceof File)
    return html`<label for="${name}">Выберите файл ещё раз: «${value.name}»</label>
      <input id="${name}" type="file" name="${name}" />`
  return html`<input type="hidden" name="${name}" value="${String(value)}" />`
}
