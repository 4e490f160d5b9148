import type { APIRoute } from 'astro'
import { csv } from '../../lib/csv.ts'
import { turnoutRecords } from '../../lib/turnoutRecords.ts'

/** The figures of turnout for a spreadsheet. */
export const GET: APIRoute = () => {
  const rows = turnoutRecords().map((row) => Object.values(row).map((value) => String(value ?? '')))
  const head = ['Год', 'День голосования', 'Выборы', 'Явка, %', 'Пояснение', 'Источник', 'Адрес источника']
  return new Response(csv([[...head, 'Проверено', 'Пример'], ...rows]), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  })
}
