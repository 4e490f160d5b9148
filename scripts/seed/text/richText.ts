/** A rich text as Payload stores it: the state of its Lexical editor. */
export type RichText = { root: ElementNode }
type LexicalNode = { type: string; version: number; [key: string]: unknown }
type ElementNode = LexicalNode & {
  children: LexicalNode[]
  direction: 'ltr'
  format: ''
  indent: number
}

/** Finds the document a link means: `deputies`, `vera-obrazcova` → its id. */
export type Resolve = (collection: string, slug: string) => string

/**
 * The small markup of the demo texts as rich text. Blocks are separated by empty lines: «## », «### » headings, lists of
 * «- » or «1. », «> » quotes (lines of a quote are joined), anything else is a paragraph. Inside: **bold**, [label](/path/)
 * and [label](deputies:slug), a link to a document that survives a change of its address.
 */
export function richText(markup: string, resolve: Resolve): RichText {
  const blocks = markup.trim().split(/\n\s*\n/)
  return {
    root: element(
      'root',
      blocks.flatMap((block) => blockNodes(block.trim(), resolve)),
    ),
  }
}

function blockNodes(block: string, resolve: Resolve): LexicalNode[] {
  const lines = block.split('\n').map((line) => line.trim())
  const heading = /^(#{2,4}) (.+)$/.exec(block)
  if (heading)
    return [element('heading', inline(heading[2] ?? '', resolve), { tag: `h${heading[1]?.length}` })]
  if (lines.every((line) => line.startsWith('- ')))
    return [
      list(
        'bullet',
        lines.map((line) => line.slice(2)),
        resolve,
      ),
    ]
  if (lines.every((line) => /^\d+\. /.test(line)))
    return [
      list(
        'number',
        lines.map((line) => line.replace(/^\d+\. /, '')),
        resolve,
      ),
    ]
  if (lines.every((line) => line.startsWith('> ')))
    return [
      element(
        'quote',
        broken(
          lines.map((line) => line.slice(2)),
          resolve,
        ),
      ),
    ]
  return [element('paragraph', inline(lines.join(' '), resolve), { textFormat: 0, textStyle: '' })]
}

const list = (listType: 'bullet' | 'number', items: string[], resolve: Resolve) =>
  element(
    'list',
    items.map((item, i) => element('listitem', inline(item, resolve), { value: i + 1 })),
    { listType, start: 1, tag: listType === 'bullet' ? 'ul' : 'ol' },
  )

/** Lines of one quotation: what was said, and who said it below. */
const broken = (lines: string[], resolve: Resolve): LexicalNode[] =>
  lines.flatMap((line, i) =>
    i === 0 ? inline(line, resolve) : [{ type: 'linebreak', version: 1 }, ...inline(line, resolve)],
  )

function inline(text: string, resolve: Resolve): LexicalNode[] {
  return text
    .split(/(\*\*[^*]+\*\*|\[[^\]]+\]\([^)]+\))/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part.startsWith('**')) return textNode(part.slice(2, -2), 1)
      const link = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(part)
      return link ? linkNode(link[1] ?? '', link[2] ?? '', resolve) : textNode(part)
    })
}

function linkNode(label: string, target: string, resolve: Resolve): LexicalNode {
  const [relationTo = '', slug] = target.split(':')
  const isDocument = slug !== undefined && /^[a-z]+$/.test(relationTo) && !slug.startsWith('//')
  const fields = isDocument
    ? { linkType: 'internal', doc: { relationTo, value: resolve(relationTo, slug) }, newTab: false }
    : { linkType: 'custom', url: target, newTab: false }
  return { ...element('link', [textNode(label)]), version: 3, fields }
}

const textNode = (text: string, format = 0): LexicalNode => ({
  type: 'text',
  version: 1,
  text,
  format,
  detail: 0,
  mode: 'normal',
  style: '',
})

const element = (type: string, children: LexicalNode[], more: Record<string, unknown> = {}): ElementNode => ({
  type,
  version: 1,
  children,
  direction: 'ltr',
  format: '',
  indent: 0,
  ...more,
})
