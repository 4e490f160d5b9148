import { parse, type HTMLElement } from 'node-html-parser'

/** What the checks need to know of one page. */
export type PageFacts = {
  title: string
  /** Number of h1. */
  headings: number
  /** Characters of visible text in main. */
  mainLength: number
  /** Every address the page refers to, without repetition. */
  links: string[]
  ids: Set<string>
  isRedirect: boolean
}

export const readPage = (html: string): PageFacts => {
  const root = parse(html, {
    comment: false,
    blockTextElements: { script: false, style: false, noscript: true, pre: true },
  })
  const facts: PageFacts = {
    title: '',
    headings: 0,
    mainLength: 0,
    links: [],
    ids: new Set(),
    isRedirect: false,
  }
  const links = new Set<string>()
  for (const element of elementsOf(root)) collect(element, facts, links)
  facts.links = [...links]
  return facts
}

const collect = (element: HTMLElement, facts: PageFacts, links: Set<string>) => {
  const tag = element.rawTagName
  if (tag === 'h1') facts.headings += 1
  else if (tag === 'title' && !facts.title) facts.title = element.rawText.trim()
  else if (tag === 'main') facts.mainLength += element.textContent.replace(/\s+/g, ' ').trim().length
  if (!element.rawAttrs) return
  const id = rawId.exec(element.rawAttrs)?.[1]
  if (id) facts.ids.add(id)
  // Most elements refer to nothing: decoding only the others halves the time.
  if (!referring.test(element.rawAttrs)) return
  const { href, src, srcset, poster, data, content, property, 'http-equiv': httpEquiv } = element.attributes
  if (httpEquiv?.toLowerCase() === 'refresh') facts.isRedirect = true
  if (href) links.add(href)
  if (src) links.add(src)
  if (poster) links.add(poster)
  if (tag === 'object' && data) links.add(data)
  if (property === 'og:image' && content) links.add(content)
  if (srcset) for (const candidate of srcset.split(',')) addCandidate(candidate, links)
}

const rawId = /(?:^|\s)id="([^"]*)"/
const referring = /\b(?:href|src|srcset|poster|data|http-equiv)\s*=|og:image/

const addCandidate = (candidate: string, links: Set<string>) => {
  const address = candidate.trim().split(/\s+/, 1)[0]
  if (address) links.add(address)
}

function* elementsOf(root: HTMLElement): Generator<HTMLElement> {
  for (const child of root.children) {
    yield child
    yield* elementsOf(child)
  }
}
