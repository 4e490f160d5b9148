import type { APIContext, APIRoute } from 'astro'
import { beforeAll, describe, expect, it } from 'vitest'
import { openWith } from '../../test/content.ts'
import type { DataField, DataFile, Dataset } from './dataset.ts'
import { datasets } from './datasets.ts'

// Every file of the open data, as the site makes it, against its own dictionary.
interface Route {
  GET: APIRoute
  getStaticPaths?: () => Promise<{ params: Record<string, string> }[]>
}
const routes = import.meta.glob<Route>('../pages/**/*.{csv,json,geojson}.ts')

beforeAll(() => openWith())

async function textOf({ path }: DataFile): Promise<string> {
  const route = await routes[`../pages${path}.ts`]?.()
  if (!route) throw new Error(`No route makes ${path}`)
  const [first] = (await route.getStaticPaths?.()) ?? [{ params: {} }]
  // A route of data reads nothing of its context but the params.
  const response = await route.GET({ params: first?.params ?? {} } as APIContext)
  return response.text()
}

/** Every place of a JSON value with what stands there: «[].year» → 2016. */
function placesOf(value: unknown, name = ''): [string, unknown][] {
  if (Array.isArray(value)) return value.flatMap((item: unknown) => placesOf(item, `${name}[]`))
  if (typeof value !== 'object' || value === null) return [[name, value]]
  return Object.entries(value).flatMap(([key, inner]) => placesOf(inner, name ? `${name}.${key}` : key))
}

const checks: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  integer: (value) => Number.isInteger(value),
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
  date: (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value),
  moment: (value) => typeof value === 'string' && /T.*Z$/.test(value) && !Number.isNaN(Date.parse(value)),
}

const fits = ({ type }: DataField, value: unknown): boolean =>
  type.split('|').some((name) => checks[name]?.(value) ?? false)

/** What is wrong with a JSON text by its dictionary. */
function jsonFaults({ fields }: Pick<Dataset, 'fields'>, text: string): string[] {
  const places = placesOf(JSON.parse(text))
  const known = new Map(fields.filter(({ csvOnly }) => !csvOnly).map((field) => [field.name, field]))
  const found = new Set(places.map(([name]) => name))
  return [
    ...places.flatMap(([name, value]) => {
      const field = known.get(name)
      if (!field) return [`${name}: не описано`]
      return fits(field, value) ? [] : [`${name}: ${JSON.stringify(value)} — не ${field.type}`]
    }),
    ...[...known.values()].flatMap(({ name, optional }) =>
      optional || found.has(name) ? [] : [`${name}: описано, но в файле этого нет`],
    ),
  ]
}

/** Rows of a CSV (RFC 4180). */
function rowsOf(text: string, separator: string): string[][] {
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n]*))(${separator}|\\r\\n)`, 'gy')
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.replace(/^\uFEFF/, '').matchAll(cell)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

/** A cell as a value of the type: an empty one is null. */
function cellValue(text: string, type: string): unknown {
  if (text === '' && type.includes('null')) return null
  if (/integer|number/.test(type) && /^-?\d+(\.\d+)?$/.test(text)) return Number(text)
  return type === 'boolean' && /^(true|false)$/.test(text) ? text === 'true' : text
}

function csvFaults({ fields }: Pick<Dataset, 'fields'>, text: string, separator: string): string[] {
  const columns = fields.filter(({ column }) => column)
  const [head = [], ...rows] = rowsOf(text, separator)
  const faults =
    head.join() === columns.map(({ column }) => column).join() ? [] : [`столбцы: ${head.join(', ')}`]
  if (rows.length === 0) faults.push('нет строк: проверять нечего')
  return faults.concat(
    rows.flatMap((row, index) =>
      columns.flatMap((field, at) => {
        if (field.csvOnly) return []
        const value = cellValue(row[at] ?? '', field.type)
        // A table that is hidden whole has its total empty; the dictionary says so of the field.
        return fits(field, value) || (field.optional && row[at] === '')
          ? []
          : [`строка ${index + 1}, «${field.column}»: «${row[at]}» — не ${field.type}`]
      }),
    ),
  )
}

describe.each(datasets.map((dataset) => [dataset.id, dataset] as const))('data set %s', (_, dataset) => {
  it.each(dataset.files)('$path says what its dictionary says', async (file) => {
    const text = await textOf(file)
    const faults =
      file.format === 'CSV' ? csvFaults(dataset, text, file.separator ?? ';') : jsonFaults(dataset, text)
    expect(faults).toEqual([])
  })

  it('explains every field and names a page', () => {
    expect(dataset.fields.filter(({ meaning }) => meaning.length < 4)).toEqual([])
    expect(dataset.section).toMatch(/^\/.*\/$/)
    expect(dataset.collections).not.toEqual([])
  })
})

it('the comparison finds a field that is not described, one that is missing, and one of another kind', () => {
  const fields = [
    { name: '[].year', column: 'Год', type: 'integer', meaning: 'Год' },
    { name: '[].day', column: 'День', type: 'date|null', meaning: 'День' },
  ]
  expect(jsonFaults({ fields }, '[{"year": 2016, "day": null}]')).toEqual([])
  expect(jsonFaults({ fields }, '[{"year": "2016", "more": 1}]')).toHaveLength(3)
  expect(csvFaults({ fields }, 'Год;День\r\n2016;\r\n', ';')).toEqual([])
  expect(csvFaults({ fields }, 'Год;День\r\nпозже;12 мая\r\n', ';')).toHaveLength(2)
  expect(csvFaults({ fields }, 'Год\r\n2016\r\n', ';')).not.toEqual([])
})
