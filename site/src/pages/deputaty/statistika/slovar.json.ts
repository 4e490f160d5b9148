import { dictionary } from '../../../lib/councilDictionary.ts'

export const GET = () =>
  new Response(JSON.stringify(dictionary, null, 2), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
