import { questionStatistics } from '../../lib/questionStatistics.ts'

export const GET = () =>
  new Response(JSON.stringify(questionStatistics(), null, 2), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
