import type { APIRoute, GetStaticPaths } from 'astro'
import { ballotList, ballotPaths } from '../../../cms/index.ts'
import { listOf } from '../../../lib/polls.ts'

export const getStaticPaths = ballotPaths satisfies GetStaticPaths

/** The same ballots for a spreadsheet, with the words of the options. */
export const GET: APIRoute = ({ params }) => {
  const list = listOf(ballotList(params.poll ?? ''))
  const names = new Map(list?.poll.options.map(({ id, text }) => [id, text]))
  const rows = (list?.ballots ?? []).map(([commitment, choices]) => [
    commitment,
    ...choices.map((id) => names.get(id) ?? id),
  ])
  // The mark at the beginning tells Excel that it is UTF-8; the semicolon is what its Russian edition expects.
  const text = [['Бюллетень', 'Выбор'], ...rows].map((row) => row.map(quoted).join(';')).join('\r\n')
  return new Response(`\uFEFF${text}\r\n`, { headers: { 'content-type': 'text/csv; charset=utf-8' } })
}

/** A cell that begins like a formula would be run by a spreadsheet. */
const quoted = (text: string): string => `"${text.replace(/^[=+\-@]/, "'$&").replaceAll('"', '""')}"`
