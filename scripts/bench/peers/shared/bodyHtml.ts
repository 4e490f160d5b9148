type Node = {
  type: string
  children?: Node[]
  text?: string
  /** Of a text: bit 1 bold, bit 2 italic. */
  format?: number | string
  tag?: string
  fields?: { url?: string }
}

/**
 * A rich text as HTML, the plain way a site of anybody would do it: no typography and no pictures, so a peer has less to do
 * than our site.
 */
export const bodyHtml = (body: unknown): string => {
  // Payload stores the state of its editor, a root with nodes; without a text there is nothing.
  const { root } = (body ?? {}) as { root?: Node }
  return root ? inside(root) : ''
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const inside = ({ children = [] }: Node): string => children.map(html).join('')

const html = (node: Node): string => {
  const element = (name: string) => `<${name}>${inside(node)}</${name}>`
  switch (node.type) {
    case 'text':
      return formatted(escapeHtml(node.text ?? ''), Number(node.format ?? 0))
    case 'linebreak':
      return '<br>'
    case 'horizontalrule':
      return '<hr>'
    case 'heading':
      return element(node.tag ?? 'h2')
    case 'list':
      return element(node.tag ?? 'ul')
    case 'listitem':
      return element('li')
    case 'quote':
      return element('blockquote')
    case 'paragraph':
      return element('p')
    case 'link':
    case 'autolink':
      return node.fields?.url ? `<a href="${escapeHtml(node.fields.url)}">${inside(node)}</a>` : inside(node)
    default:
      return inside(node)
  }
}

const formatted = (text: string, format: number): string => {
  const bold = format & 1 ? `<strong>${text}</strong>` : text
  return format & 2 ? `<em>${bold}</em>` : bold
}
