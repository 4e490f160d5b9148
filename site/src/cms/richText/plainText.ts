import { nodesOf, type Node, type RichText } from './nodes.ts'

/** The words of a rich text in one line, for descriptions, feeds and search. */
export function plainText(value: RichText | null | undefined): string {
  return value ? words(nodesOf(value.root.children)).replace(/\s+/g, ' ').trim() : ''
}

/** The beginning of a text up to `length` characters, cut between words. */
export function excerpt(text: string, length = 160): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > length / 2 ? cut.slice(0, space) : cut).replace(/[\s.,;:—–-]+$/u, '')}…`
}

function words(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.text
      if (node.type === 'link' || node.type === 'autolink') return words(node.children)
      return ` ${words(node.children)} `
    })
    .join('')
}
