const markup = Symbol('markup')

/** Markup that is safe to put into a page: made by `html` alone. */
export type Html = { readonly [markup]: string }

type Part = string | number | Html | null | undefined | false | readonly Part[]

/** Markup with values in it; strings are escaped. */
export const html = (strings: TemplateStringsArray, ...values: readonly Part[]): Html => ({
  [markup]: strings.reduce((text, part, index) => text + shown(values[index - 1]) + part),
})

export const textOf = (html: Html): string => html[markup]

export const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

const shown = (part: Part): string => {
  if (part === null || part === undefined || part === false) return ''
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part))
  return isHtml(part) ? part[markup] : part.map(shown).join('')
}

const isHtml = (part: Html | readonly Part[]): part is Html => markup in part
