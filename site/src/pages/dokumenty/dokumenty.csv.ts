import type { APIRoute } from 'astro'
import { csv } from '../../lib/csv.ts'
import { documentRecords } from '../../lib/documentRecords.ts'

/** The list of documents for a spreadsheet. */
export const GET: APIRoute = () => {
  const rows = documentRecords().map((row) => Object.values(row).map((value) => String(value ?? '')))
  const head = ['Номер', 'Дата', 'Вид', 'Орган', 'Название', 'Официальное название', 'Состояние']
  return new Response(csv([[...head, 'Вступает в силу', 'Чем отменён', 'Страница', 'Пример'], ...rows]), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  })
}
