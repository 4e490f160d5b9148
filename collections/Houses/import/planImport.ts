import { freeSlug, houseAddress } from '../houseAddress.ts'
import type { ImportError } from '../houses.schema.ts'
import { readCsv } from './readCsv.ts'
import { readRow, RowError, type HouseRow, type Values } from './readRow.ts'

/** What the import knows of the houses there are: `values` by path, see Values. */
export interface KnownHouse {
  id: string
  key: string
  slug: string
  title: string
  values: Values
}

export interface ImportPlan {
  create: Values[]
  update: { id: string; title: string; set: Values }[]
  unchanged: number
  errors: ImportError[]
}

export interface Known {
  houses: readonly KnownHouse[]
  /** District's number → id. */
  districts: ReadonlyMap<number, string>
}

/**
 * What a file would change, without changing it: the one reading of both doors, the admin and the command. Houses are known
 * by the key of their address, so the same file a second time changes nothing; houses that the file does not name stay.
 */
export const planImport = (bytes: Uint8Array, { houses, districts }: Known): ImportPlan => {
  const plan: ImportPlan = { create: [], update: [], unchanged: 0, errors: [] }
  const file = readCsv(bytes)
  if ('fault' in file) return { ...plan, errors: [file.fault] }
  const known = new Map(houses.map((house) => [house.key, house]))
  const slugs = new Set(houses.map(({ slug }) => slug))
  const lines = new Map<string, number>()
  for (const raw of file.rows) {
    const row = tryRow(() => readRow(raw, districts))
    if ('fault' in row) {
      plan.errors.push({ line: raw.line, message: row.fault })
      continue
    }
    const { title, key, streetSlug, slug: wanted } = houseAddress(row.parts)
    const earlier = lines.get(key)
    if (earlier !== undefined) {
      plan.errors.push({ line: row.line, message: `Дом «${title}» уже есть в строке ${earlier}.` })
      continue
    }
    lines.set(key, row.line)
    const house = known.get(key)
    if (!house) {
      const slug = freeSlug(wanted, (each) => slugs.has(each))
      slugs.add(slug)
      plan.create.push({ ...row.values, title, key, streetSlug, slug })
    } else if (isDifferent(house, row.values)) {
      plan.update.push({ id: house.id, title, set: { ...row.values, title, streetSlug } })
    } else plan.unchanged += 1
  }
  return plan
}

const isDifferent = ({ values: before }: KnownHouse, values: Values): boolean =>
  Object.entries(values).some(([path, value]) => (before[path] ?? null) !== value)

const tryRow = (read: () => HouseRow): HouseRow | { fault: string } => {
  try {
    return read()
  } catch (error) {
    if (error instanceof RowError) return { fault: error.message }
    throw error
  }
}
