import { councilFiles } from '../../../lib/councilFiles.ts'

export const GET = () =>
  new Response(councilFiles['dannye.json'](), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
