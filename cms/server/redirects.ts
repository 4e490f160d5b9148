import { readFile, stat } from 'node:fs/promises'

/**
 * Where a release sends `path` (with or without its closing slash), or null.
 * The table is the release's `redirects.json`, an object `{ "/old/": "/new/" }`; it is read again when it changes.
 */
export const redirectOf = async (file: string, path: string) => {
  const table = await tableOf(file)
  return table.get(path) ?? table.get(path.endsWith('/') ? path.slice(0, -1) : `${path}/`) ?? null
}

type Table = Map<string, string>

let cached: { key: string; table: Table } | undefined

const tableOf = async (file: string): Promise<Table> => {
  let key: string
  try {
    key = `${file}:${(await stat(file)).mtimeMs}`
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Map()
    throw error
  }
  if (cached?.key !== key) cached = { key, table: parse(await readFile(file, 'utf8')) }
  return cached.table
}

const parse = (text: string): Table => {
  const data: unknown = JSON.parse(text)
  return new Map(Object.entries(typeof data === 'object' && data !== null ? data : {}).filter(isLocal))
}

/** Only paths of this site: «//other.host» would send a resident elsewhere. */
const isLocal = (entry: [string, unknown]): entry is [string, string] =>
  entry.every((path) => typeof path === 'string' && /^\/(?![/\\])\S*$/.test(path)) && entry[0] !== entry[1]
