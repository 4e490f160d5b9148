import type { APIRoute } from 'astro'
import { wishStatistics } from '../../../cms/index.ts'
import { csv } from '../../../lib/csv.ts'
import { countWords } from '../../../lib/statistics.ts'

/** The figures of the page for a spreadsheet. */
export const GET: APIRoute = () => {
  const { total, tables } = wishStatistics()
  const rows = tables.flatMap(({ title, groups }) =>
    (groups ?? []).map(({ label, count }) => [title, label, countWords(count)]),
  )
  const text = csv([
    ['Разрез', 'Группа', 'Пожеланий'],
    ['Всего', '', total === null ? '' : String(total)],
    ...rows,
  ])
  return new Response(text, { headers: { 'content-type': 'text/csv; charset=utf-8' } })
}
