import type { Endpoint, PayloadRequest } from 'payload'
import { isEditor } from '../access/roles.ts'
import { momentWords } from '../moscow.schema.ts'
import type { Registration } from '../payload-types.ts'

/** GET /api/registrations/dates?event=…, for editors: how many have registered for each date. */
const dates: Endpoint = {
  path: '/dates',
  method: 'get',
  handler: async (req) => {
    if (!isEditor(req)) return refusal(req)
    const byDay = Map.groupBy(await registrationsOf(req), ({ day }) => day ?? '')
    const counted = [...byDay].map(([day, list]) => ({
      day,
      seats: list.filter(({ state }) => state === 'seat').length,
      waiting: list.filter(({ state }) => state === 'waiting').length,
    }))
    return Response.json(
      counted.sort((a, b) => a.day.localeCompare(b.day)),
      {
        headers: { 'cache-control': 'no-store' },
      },
    )
  },
}

/** GET /api/registrations/csv?event=…&day=…, for editors: the list for the door. */
const csv: Endpoint = {
  path: '/csv',
  method: 'get',
  handler: async (req) => {
    if (!isEditor(req)) return refusal(req)
    const day = req.searchParams.get('day') ?? ''
    const list = (await registrationsOf(req)).filter((each) => (each.day ?? '') === day)
    const rows = list.map(({ name, email, state, createdAt }, index) => [
      String(index + 1),
      name ?? '',
      email ?? '',
      state === 'seat' ? 'место' : 'ждёт',
      momentWords(Date.parse(createdAt)),
    ])
    const text = [['№', 'Имя', 'Почта', 'Состояние', 'Записался'], ...rows].map(line).join('\r\n')
    // The mark tells spreadsheets that it is UTF-8.
    return new Response(`\ufeff${text}\r\n`, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="zapis${day && `-${day}`}.csv"`,
        'cache-control': 'no-store',
      },
    })
  },
}

export const listEndpoints: Endpoint[] = [dates, csv]

const registrationsOf = async (req: PayloadRequest): Promise<Registration[]> => {
  const event = req.searchParams.get('event') ?? ''
  if (!/^[0-9a-f]{24}$/.test(event)) return []
  const { docs } = await req.payload.find({
    collection: 'registrations',
    where: { event: { equals: event } },
    sort: 'number',
    depth: 0,
    pagination: false,
    overrideAccess: false,
    req,
  })
  return docs
}

const refusal = ({ user }: PayloadRequest): Response =>
  Response.json({ error: 'Список записавшихся видят редакторы.' }, { status: user ? 403 : 401 })

/** Semicolons: what spreadsheets expect in Russia. A sign of a formula is shown, not run (CWE-1236). */
const line = (cells: string[]): string =>
  cells.map((cell) => `"${cell.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`).join(';')
