import { documentPath, hasPage } from '../../../../collections/documentPath.schema.ts'
import { attributes, escapeHtml } from '../../lib/html.ts'
import { mediaUrl } from '../../lib/picture.ts'
import { siteUrl } from '../../lib/siteUrl.ts'
import { typography } from '../../lib/typography.ts'
import { ContentError, nameOf } from '../contentError.ts'
import { related } from '../queries/documents.ts'
import type { Reference } from '../types.ts'
import { isRecord, nodesOf, type Node, type RichText } from './nodes.ts'
import { pictureHtml } from './pictureHtml.ts'

interface Options {
  /** The level under the heading the text stands below: h2 right under the title of the page. */
  top?: 'h2' | 'h3' | 'h4'
}

/**
 * Rich text as HTML: escaped, typeset, headings in an orderly outline below `top`. Whatever the site cannot show is an
 * error that names the document (`owner`), because a piece that silently vanishes is worse than a build that stops.
 */
export function richText(
  owner: object,
  value: RichText | null | undefined,
  { top = 'h2' }: Options = {},
): string {
  if (!value) return ''
  const context: Context = {
    level: outline(Number(top.slice(1))),
    fail(reason) {
      throw new ContentError(nameOf(owner) ?? { collection: 'документ', id: 'без номера', title: '' }, reason)
    },
  }
  return blocks(nodesOf(value.root.children), context)
}

interface Context {
  /** The level a heading is shown at, by the level the editor chose. */
  level(tag: string): number
  fail(reason: string): never
}

/** Levels relative to the headings above: an h4 right under an h2 becomes an h3, and the first one is always the top. */
function outline(top: number): Context['level'] {
  const open: number[] = []
  return (tag) => {
    const level = Number(tag.slice(1)) || 2
    while ((open.at(-1) ?? 0) >= level) open.pop()
    open.push(level)
    return Math.min(top + open.length - 1, 6)
  }
}

function blocks(nodes: readonly Node[], context: Context): string {
  return nodes.map((node) => block(node, context)).join('')
}

function block(node: Node, context: Context): string {
  switch (node.type) {
    case 'paragraph': {
      const html = inline(node.children, context)
      return isBlank(html) ? '' : `<p>${html}</p>`
    }
    case 'heading': {
      const html = inline(node.children, context)
      if (isBlank(html)) return ''
      const level = context.level(node.tag)
      return `<h${level}>${html}</h${level}>`
    }
    case 'quote':
      return `<blockquote><p>${inline(node.children, context)}</p></blockquote>`
    case 'list':
      return list(node, context)
    case 'horizontalrule':
      return '<hr>'
    case 'upload':
      return upload(node, context)
    default:
      return context.fail(
        `в тексте есть элемент «${node.type}», который сайт не умеет показать. Уберите его из текста`,
      )
  }
}

/** Lexical puts a nested list into an item of its own; in HTML it belongs to the item before. */
function list(node: Node, context: Context): string {
  const items: string[] = []
  for (const item of node.children) {
    if (item.type !== 'listitem') context.fail(`в списке есть элемент «${item.type}». Наберите список заново`)
    const nested = item.children.filter((child) => child.type === 'list')
    const html = inline(
      item.children.filter((child) => child.type !== 'list'),
      context,
    )
    const lists = nested.map((child) => list(child, context)).join('')
    if (isBlank(html) && lists && items.length > 0) items.push((items.pop() ?? '') + lists)
    else items.push(html + lists)
  }
  const tag = node.tag === 'ol' ? 'ol' : 'ul'
  const start = tag === 'ol' && node.start > 1 ? node.start : null
  return `<${tag}${attributes({ start })}>${items.map((html) => `<li>${html}</li>`).join('')}</${tag}>`
}

function upload(node: Node, context: Context): string {
  const media = related('media', reference(node.value))
  if (!media) return context.fail('снимка или файла из текста больше нет в медиатеке. Уберите его из текста')
  const caption = typeof node.fields.caption === 'string' ? node.fields.caption : ''
  const picture = pictureHtml(media, caption)
  if (picture) return picture
  if (!media.url) return context.fail(`у файла «${media.filename ?? media.id}» в тексте нет адреса`)
  const label = caption || media.caption || media.filename || 'Документ'
  return `<p><a${attributes({ href: mediaUrl(media.url) })}>${words(label)}</a></p>`
}

function inline(nodes: readonly Node[], context: Context): string {
  return nodes.map((node) => span(node, context)).join('')
}

function span(node: Node, context: Context): string {
  switch (node.type) {
    case 'text':
      return formatted(words(node.text), node.format)
    case 'linebreak':
      return '<br>'
    case 'tab':
      return ' '
    case 'link':
    case 'autolink':
      return link(node, context)
    default:
      return context.fail(
        `в абзаце есть элемент «${node.type}», который сайт не умеет показать. Уберите его из текста`,
      )
  }
}

/** Lexical's bits. Underline is left out on purpose: on a page it would pass for a link. */
const formats = [
  { bit: 1, tag: 'strong' },
  { bit: 2, tag: 'em' },
  { bit: 4, tag: 's' },
  { bit: 16, tag: 'code' },
  { bit: 32, tag: 'sub' },
  { bit: 64, tag: 'sup' },
]

function formatted(html: string, format: number): string {
  return formats.reduce((inner, { bit, tag }) => (format & bit ? `<${tag}>${inner}</${tag}>` : inner), html)
}

function link(node: Node, context: Context): string {
  const label = inline(node.children, context)
  const { linkType, url, doc, newTab } = node.fields
  if (linkType === 'internal') {
    const path = isRecord(doc) ? internalPath(doc) : null
    // The page it led to is not on the site (any more): the words stay, the dead end goes.
    return path ? `<a${attributes({ href: path })}>${label}</a>` : label
  }
  if (typeof url !== 'string' || !isSafeUrl(url))
    return context.fail(
      `ссылка «${String(url)}» ведёт неизвестно куда. Нужен адрес с https:// или страница сайта`,
    )
  const isExternal = /^https?:/i.test(url) && !url.startsWith(`${siteUrl}/`)
  const rel = isExternal ? 'external noopener' : null
  return `<a${attributes({ href: url.trim(), rel, target: newTab === true ? '_blank' : null })}>${label}</a>`
}

function internalPath({ relationTo, value }: Record<string, unknown>): string | null {
  if (typeof relationTo !== 'string' || !hasPage(relationTo)) return null
  const slug = related(relationTo, reference(value))?.slug
  return slug ? documentPath(relationTo, slug) : null
}

/** Web, mail, phone, a path or an anchor of this site; never `javascript:` or `data:`. */
function isSafeUrl(url: string): boolean {
  return /^(?:https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i.test(url.trim())
}

function reference(value: unknown): Reference {
  if (typeof value === 'string') return value
  return isRecord(value) && typeof value.id === 'string' ? { id: value.id } : null
}

function words(text: string): string {
  return escapeHtml(typography(text))
}

function isBlank(html: string): boolean {
  return html.replaceAll('<br>', '').trim() === ''
}
