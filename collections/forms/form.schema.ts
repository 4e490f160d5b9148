/** What every form for residents has beside its own fields; the site writes these names into its pages. */
export const formFields = {
  /** Left empty by people, who do not see it. */
  trap: 'website',
  /** A solved puzzle (base64 of JSON), put there by the script of the form. */
  proof: 'proof',
  /** The answer to the question that stands in for the puzzle where no script runs, and what proves which it was. */
  answer: 'answer',
  question: 'question',
} as const

/** Where the script of a form gets its puzzle. */
export const puzzlePath = '/api/forms/puzzle'

/** The page of the site into which the server writes what a form without script is answered with. */
export const answerPage = {
  path: '/otvet/',
  file: 'otvet/index.html',
  title: '%ЗАГОЛОВОК%',
  body: '%ОТВЕТ ПОРТАЛА%',
} as const

/** Nobody reads and fills a form in less. */
export const shortestFillMs = 3_000

/** Errors of a form by field; `error` is about the whole. */
export type FormErrors = { error: string; fields?: Record<string, string> }

/** What a form that was taken is answered with: what happened, what happens next, and where to look. */
export type Receipt = {
  title: string
  /** Paragraphs of plain text. */
  text: string[]
  link?: { href: string; label: string }
}
