import { statisticsCsv } from '../../lib/questionStatistics.ts'

export const GET = () =>
  new Response(statisticsCsv(), { headers: { 'content-type': 'text/csv; charset=utf-8' } })
