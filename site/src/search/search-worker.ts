// Searches the index (see integrations/searchIndex.ts), beside the page: a phone goes on typing meanwhile. It also lets the
// page keep its content policy as strict as any other's, since WebAssembly runs here and not there.
import { searchEntry, searchFolder } from './places.ts'
import { isForm, wordsOf } from './queryWords.ts'
import type { Answer, Found, Question } from './messages.ts'

type Meta = { title?: string; kind?: string; date?: string }
type Fragment = { url: string; excerpt: string; plain_excerpt: string; raw_content: string; meta: Meta }
type Result = { id: string; score: number; data: () => Promise<Fragment> }
type Search = (text: string) => Promise<{ results: Result[] }>
type Engine = { search: Search }
/** pagefind.js, which the index brings along (https://pagefind.app/docs/api/). */
type Pagefind = { createInstance: (options: object) => Engine }

/** «Депутаты» finds those who are, then pages with the word in their title, then the others. Dates are no words. */
const ranking = { metaWeights: { kind: 10, title: 5, date: 0, image: 0, image_alt: 0 } }

const base = `/${searchFolder}/`

/** The index as it was when it was opened, and the text that named its files. */
let opened: Promise<{ engine: Engine; entry: string }> | null = null

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  void answer(data).then((reply) => postMessage(reply))
})

async function answer({ id, text, shown, kind }: Question): Promise<Answer> {
  try {
    return { id, state: 'found', ...(await findAnew(text, shown, kind)) }
  } catch (error) {
    console.error(error)
    opened = null
    return { id, state: 'failed' }
  }
}

/**
 * The files of an index are gone some time after the next one, and Pagefind takes a file that does not come for «nothing
 * found»: so before that is said, the index is looked at again.
 */
async function findAnew(text: string, shown: number, kind: Question['kind']) {
  const { engine, entry } = await (opened ??= open())
  if (!text) return none([])
  const found = await find(engine, text, shown, kind).catch(() => null)
  if (found && found.total > 0) return found
  if (found && (await readEntry()) === entry) return found
  opened = open()
  return find((await opened).engine, text, shown, kind)
}

async function open() {
  const entry = await readEntry()
  const { languages } = JSON.parse(entry) as { languages: object }
  // A portal that has published nothing yet: Pagefind has no index then, and fails.
  if (Object.keys(languages).length === 0) return { engine: nothing, entry }
  const { createInstance } = (await import(/* @vite-ignore */ `${base}pagefind.js`)) as Pagefind
  return { engine: createInstance({ basePath: base, excerptLength: 30, ranking }), entry }
}

const nothing: Engine = { search: async () => ({ results: [] }) }

async function readEntry(): Promise<string> {
  const reply = await fetch(base + searchEntry, { cache: 'no-cache' })
  if (!reply.ok) throw new Error(`${searchEntry}: ${reply.status}`)
  return reply.text()
}

async function find({ search }: Engine, text: string, shown: number, kind: Question['kind']) {
  const words = await Promise.all(wordsOf(text).map((word) => pagesWith(search, word)))
  const known = words.filter(({ pages }) => pages.length > 0)
  const missing = words.filter(({ pages }) => pages.length === 0).map(({ word }) => word)
  if (known.length === 0) return none(missing)
  // The kind is among the words of a page. Pagefind's own filters are another file, which no two runs write alike.
  const { results: exact } = await search(
    [...known.map(({ word }) => word), ...wordsOf(kind ?? '')].join(' '),
  )
  const isNearest = exact.length === 0
  const results = isNearest ? nearest(known.map(({ pages }) => pages)) : exact
  const fragments = await Promise.all(results.slice(0, kind ? mostOfAll : shown).map(({ data }) => data()))
  const wanted = fragments.filter(({ meta }) => !kind || meta.kind === kind).slice(0, shown)
  return {
    total: kind ? wanted.length : results.length,
    results: wanted.map(describe),
    missing,
    isNearest,
  }
}

/** So many pages are looked through for those of one kind. */
const mostOfAll = 20

const none = (missing: string[]) => ({ total: 0, results: [], missing, isNearest: false })

/**
 * The pages with a word. For one that stands on none Pagefind takes the longest word that begins it: «в» for «водолаз», and
 * every page is found. What it took shows in the first page it found.
 */
async function pagesWith(search: Search, word: string) {
  const { results } = await search(word)
  const [best] = results
  const isThere = best && isFormOn(await best.data(), word)
  return { word, pages: isThere ? results : [] }
}

function isFormOn({ excerpt, meta }: Fragment, word: string): boolean {
  const marked = [...excerpt.matchAll(/<mark>([^<]*)/g)].map(([, text = '']) => text)
  return wordsOf([...marked, meta.title, meta.kind].join(' ')).some((other) => isForm(other, word))
}

/** The pages with some of the words: whoever asks in a whole sentence rarely meets a page that has all of them. */
function nearest(pagesByWord: Result[][]): Result[] {
  const pages = Map.groupBy(pagesByWord.flat(), ({ id }) => id)
  return [...pages.values()]
    .filter(({ length }) => length > 1)
    .map((results) => results.toSorted((one, other) => other.score - one.score))
    .sort((one, other) => sum(other) - sum(one))
    .flatMap(([best]) => best ?? [])
}

function sum(results: Result[]): number {
  return results.reduce((total, { score }) => total + score, 0)
}

function describe({ url, excerpt, plain_excerpt, raw_content, meta }: Fragment): Found {
  const { title = url, kind = '', date } = meta
  const before = raw_content.startsWith(plain_excerpt) ? '' : '… '
  const after = raw_content.endsWith(plain_excerpt) ? '' : ' …'
  return { url, excerpt: before + excerpt + after, title, kind, date }
}
