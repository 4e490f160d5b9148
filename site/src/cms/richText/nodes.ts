/** Lexical JSON as Payload stores it (`root.children`); generated types leave the nodes open. */
export interface RichText {
  root: { children: unknown[] }
}

/** A node of the tree, narrowed at the edge; everything else about it is checked where it is used. */
export interface Node {
  type: string
  children: Node[]
  text: string
  format: number
  tag: string
  start: number
  value: unknown
  fields: Record<string, unknown>
}

/** The nodes under a parent. A shape that is not Lexical's is left to the caller as an unknown node. */
export function nodesOf(children: readonly unknown[]): Node[] {
  return children.map((child) => {
    const node = isRecord(child) ? child : {}
    return {
      type: typeof node.type === 'string' && node.type ? node.type : 'без типа',
      children: Array.isArray(node.children) ? nodesOf(node.children) : [],
      text: typeof node.text === 'string' ? node.text : '',
      format: typeof node.format === 'number' ? node.format : 0,
      tag: typeof node.tag === 'string' ? node.tag : '',
      start: typeof node.start === 'number' ? node.start : 1,
      value: node.value,
      fields: isRecord(node.fields) ? node.fields : {},
    }
  })
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
