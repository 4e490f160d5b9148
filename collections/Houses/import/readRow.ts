import { isWebAddress } from '../../fields/webAddress.ts'
import type { AddressParts } from '../address.schema.ts'
import { houseBounds, houseLengths, repairStates, type ImportColumn } from '../houses.schema.ts'
import type { CsvRow } from './readCsv.ts'

/** Fields of a house by their path; null empties one. */
export type Values = Record<string, string | number | null>

export interface HouseRow {
  line: number
  parts: AddressParts
  values: Values
}

type Read = (cell: string) => string | number | null

/** One row as fields of a house. @throws {RowError} in Russian, for whoever made the file */
export const readRow = ({ line, cells }: CsvRow, districts: ReadonlyMap<number, string>): HouseRow => {
  const values: Values = {}
  for (const [column, path, read] of fieldsOf(districts)) {
    const cell = cells[column]
    // A column that is not in the file leaves its field alone; an empty cell empties it.
    if (cell !== undefined) values[path] = cell === '' ? null : read(cell)
  }
  const { street, number } = values
  if (typeof street !== 'string') throw new RowError('Не указана улица.')
  if (typeof number !== 'string') throw new RowError('Не указан номер дома.')
  if (!/^\d/.test(number)) throw new RowError(`Номер дома «${number}» начинается не с цифры.`)
  const part = (name: string) => (typeof values[name] === 'string' ? values[name] : null)
  const parts = {
    street,
    number,
    locality: part('locality'),
    letter: part('letter'),
    building: part('building'),
    structure: part('structure'),
  }
  return { line, parts, values: { ...parts, ...values } }
}

export class RowError extends Error {
  override name = 'RowError'
}

const fieldsOf = (districts: ReadonlyMap<number, string>): [ImportColumn, string, Read][] => [
  ['Улица', 'street', text('Улица', houseLengths.street)],
  ['Дом', 'number', text('Дом', houseLengths.part)],
  ['Посёлок', 'locality', text('Посёлок', houseLengths.locality)],
  ['Буква', 'letter', text('Буква', houseLengths.part)],
  ['Корпус', 'building', text('Корпус', houseLengths.part)],
  ['Строение', 'structure', text('Строение', houseLengths.part)],
  ['Округ', 'district', district(districts)],
  ['Широта', 'latitude', number('Широта', houseBounds.latitude)],
  ['Долгота', 'longitude', number('Долгота', houseBounds.longitude)],
  ['УИК', 'pollingStation.number', whole('УИК', houseBounds.station)],
  ['УИК место', 'pollingStation.place', text('УИК место', houseLengths.text)],
  ['УИК адрес', 'pollingStation.address', text('УИК адрес', houseLengths.text)],
  ['Ремонт год', 'repair.year', whole('Ремонт год', houseBounds.repairYear)],
  ['Ремонт работы', 'repair.works', text('Ремонт работы', houseLengths.text)],
  ['Ремонт состояние', 'repair.state', repairState],
  ['УК', 'manager.name', text('УК', houseLengths.manager)],
  ['УК телефон', 'manager.phone', text('УК телефон', houseLengths.phone)],
  ['УК сайт', 'manager.url', webAddress],
]

const text =
  (column: string, length: number): Read =>
  (cell) => {
    if (cell.length > length) throw new RowError(`«${column}» длиннее ${length} знаков.`)
    return cell
  }

const number =
  (column: string, { min, max }: { min: number; max: number }): Read =>
  (cell) => {
    const value = Number(cell.replace(',', '.'))
    if (!(value >= min && value <= max))
      throw new RowError(`«${column}»: «${cell}» — не число от ${min} до ${max}.`)
    return value
  }

const whole =
  (column: string, bounds: { min: number; max: number }): Read =>
  (cell) => {
    const value = number(column, bounds)(cell)
    if (!Number.isInteger(value)) throw new RowError(`«${column}»: «${cell}» — не целое число.`)
    return value
  }

const district =
  (districts: ReadonlyMap<number, string>): Read =>
  (cell) => {
    const id = districts.get(Number(cell.replace(/^№\s*/, '')))
    if (id === undefined) throw new RowError(`Округа «${cell}» нет: нужен его номер.`)
    return id
  }

function repairState(cell: string): string {
  const named = repairStates.find(
    ({ value, ru }) => value === cell || ru.toLowerCase() === cell.toLowerCase(),
  )
  if (!named)
    throw new RowError(
      `«Ремонт состояние»: «${cell}». Можно: ${repairStates.map(({ ru }) => ru.toLowerCase()).join(', ')}.`,
    )
  return named.value
}

function webAddress(cell: string): string {
  if (!isWebAddress(cell)) throw new RowError(`«УК сайт»: «${cell}» — не адрес с https://.`)
  return cell
}
