import { parse } from 'csv-parse/sync'
import { importColumns, type ImportColumn, type ImportError } from '../houses.schema.ts'

/** A line of the file: its cells by column, trimmed. A column that the file does not have is not there. */
export interface CsvRow {
  line: number
  cells: { [column in ImportColumn]?: string }
}

/**
 * Reads a file as spreadsheets save it: UTF-8 or Windows-1251, «;» or «,», columns in any order.
 * @returns the rows, or what is wrong with the file as a whole
 */
export const readCsv = (bytes: Uint8Array): { rows: CsvRow[] } | { fault: ImportError } => {
  const text = decode(bytes)
  const heading = text.split(/\r?\n/, 1)[0] ?? ''
  const delimiter = heading.includes(';') ? ';' : ','
  const records: Record[] = []
  try {
    parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (cells: string[], { lines }) => {
        records.push({ cells, line: lines })
        return null
      },
    })
  } catch (error) {
    return { fault: { line: lineOf(error), message: 'Строку не разобрать: проверьте кавычки.' } }
  }
  const [head, ...lines] = records
  const columns = (head?.cells ?? []).map(columnOf)
  const missing = required.filter((column) => !columns.includes(column))
  if (missing.length > 0)
    return { fault: { line: 1, message: `В первой строке нет столбцов: ${missing.join(', ')}.` } }
  const twice = columns.find((column, index) => column && columns.indexOf(column) !== index)
  if (twice) return { fault: { line: 1, message: `Столбец «${twice}» назван дважды.` } }
  return {
    rows: lines.map(({ cells, line }) => ({
      line,
      cells: Object.fromEntries(
        columns.flatMap((column, index) => (column ? [[column, (cells[index] ?? '').trim()]] : [])),
      ),
    })),
  }
}

interface Record {
  cells: string[]
  /** Where it ends. */
  line: number
}

const required = ['Улица', 'Дом'] as const

/** What is no UTF-8 was saved by an older spreadsheet. */
const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1251').decode(bytes)
  }
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()

const known = new Map<string, ImportColumn>(importColumns.map((column) => [plain(column), column]))

const columnOf = (name: string): ImportColumn | undefined => known.get(plain(name))

const lineOf = (error: unknown): number =>
  typeof error === 'object' && error !== null && 'lines' in error && typeof error.lines === 'number'
    ? error.lines
    : 1
