const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Makes text safe between tags and inside quoted attributes, in HTML and in XML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}

/** Attributes in order; null, undefined and false are left out, true stands alone. */
export function attributes(values: Record<string, string | number | boolean | null | undefined>): string {
  return Object.entries(values)
    .map(([name, value]) => {
      if (value === null || value === undefined || value === false) return ''
      return value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"`
    })
    .join('')
}

/** HTML that is read elsewhere: paths of the site («/kalendar/») become addresses. `site` ends with a slash. */
export function absoluteLinks(html: string, site: string): string {
  return html
    .replace(/(\s(?:href|src)=")\/(?!\/)/g, `$1${site}`)
    .replace(/\ssrcset="[^"]*"/g, (set) => set.replace(/(^\ssrcset="|,\s*)\/(?!\/)/g, `$1${site}`))
}
