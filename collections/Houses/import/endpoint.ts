import type { Endpoint } from 'payload'
import { isEditor } from '../../access/roles.ts'
import { readBytes } from '../../http/readBody.ts'
import { importHouses } from './importHouses.ts'

/** Twenty thousand rows; the wall before it (cms/server/apiGuards.ts) stands at the same place. */
const maxBytes = 4 * 1024 * 1024

/** POST /api/houses/import[?dry=1] with the CSV file as the body, for editors: what it changes, or would change. */
export const importEndpoint: Endpoint = {
  path: '/import',
  method: 'post',
  handler: async (req) => {
    if (!isEditor(req))
      return Response.json({ error: 'Дома загружают редакторы.' }, { status: req.user ? 403 : 401 })
    const bytes = await readBytes(req, maxBytes)
    if (bytes === null)
      return Response.json(
        { error: 'Файл больше 4 МБ. Разделите его или загрузите командой npm run import-houses.' },
        { status: 413 },
      )
    if (bytes.length === 0) return Response.json({ error: 'Файл пуст.' }, { status: 400 })
    return Response.json(await importHouses(req, bytes, { isDry: req.searchParams.get('dry') === '1' }))
  },
}
