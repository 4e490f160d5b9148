import { councilFiles } from '../../../lib/councilFiles.ts'

export const GET = () =>
  new Response(councilFiles['deputaty.csv'](), { headers: { 'content-type': 'text/csv; charset=utf-8' } })
