import { createHash } from 'node:crypto'
import type { Endpoint, PayloadRequest } from 'payload'
import { isStaff } from '../../access/roles.ts'
import { takePoint, type Limit } from '../../forms/limits.ts'
import { waitWords } from '../../forms/words.ts'
import { routeId } from '../../http/routeId.ts'
import type { Hearing } from '../../payload-types.ts'
import { all } from '../../where.ts'
import { sheetPdf } from './sheetPdf.ts'

/** A sheet takes a third of a second to draw: so many per neighbourhood, staff aside. */
const limit: Limit = { name: 'sheets', points: 30, seconds: 10 * 60 }
/** Pages of one batch: a street at a time, and the memory for it. */
const mostHouses = 500

/** GET /api/hearings/:id/sheet.pdf, for everybody: the sheet of what is published. Staff get a draft with `?draft=true`. */
const sheet: Endpoint = {
  path: '/:id/sheet.pdf',
  method: 'get',
  handler: async (req) => {
    const isDraft = req.searchParams.get('draft') === 'true'
    if (isDraft && !isStaff(req)) return refused(401, 'Войдите, чтобы напечатать черновик.')
    if (!isStaff(req)) {
      const wait = await takePoint(req, limit)
      if (wait > 0) return refused(429, `Слишком много листов. Попробуйте через ${waitWords(wait)}.`)
    }
    const hearing = await findHearing(req, isDraft)
    if (!hearing) return refused(404, 'Такого опубликованного уведомления нет.')
    const bytes = await sheetPdf(hearing, { siteUrl: siteUrlOf(req) })
    return pdfResponse(req, bytes, {
      name: `uvedomlenie-${hearing.slug ?? hearing.id}`,
      cache: isDraft ? 'no-store' : 'public, max-age=300',
    })
  },
}

/** GET /api/hearings/:id/sheets.pdf, for staff: a sheet and an act for each house that the notice names. */
const sheets: Endpoint = {
  path: '/:id/sheets.pdf',
  method: 'get',
  handler: async (req) => {
    if (!isStaff(req)) return refused(401, 'Войдите, чтобы напечатать листы для домов.')
    const hearing = await findHearing(req, req.searchParams.get('draft') === 'true')
    if (!hearing) return refused(404, 'Такого опубликованного уведомления нет.')
    const houses = (hearing.houses ?? []).flatMap((house) =>
      typeof house === 'object' ? (house.title ?? []) : [],
    )
    if (houses.length === 0)
      return refused(404, 'У уведомления не указаны дома: добавьте их на вкладке «Кого касается».')
    if (houses.length > mostHouses)
      return refused(413, `Домов ${houses.length}, за один раз печатают не больше ${mostHouses}.`)
    const bytes = await sheetPdf(hearing, { siteUrl: siteUrlOf(req), houses })
    return pdfResponse(req, bytes, { name: `doma-${hearing.slug ?? hearing.id}`, cache: 'no-store' })
  },
}

export const sheetEndpoints: Endpoint[] = [sheet, sheets]

const findHearing = async (req: PayloadRequest, isDraft: boolean): Promise<Hearing | null> => {
  const id = { id: { equals: routeId(req) } }
  const { docs } = await req.payload.find({
    collection: 'hearings',
    // Staff may read drafts, and what hangs on a door is not one unless they ask for it.
    where: isDraft ? id : all(id, { _status: { equals: 'published' } }),
    draft: isDraft,
    limit: 1,
    pagination: false,
    depth: 1,
    overrideAccess: false,
    req,
  })
  return docs[0] ?? null
}

const siteUrlOf = (req: PayloadRequest): string => req.payload.config.serverURL

/** The bytes as a file to look at, with a tag by which a second reading costs nothing. */
export const pdfResponse = (
  req: PayloadRequest,
  bytes: Buffer,
  { name, cache }: { name: string; cache: string },
): Response => {
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  const headers = { etag, 'cache-control': cache }
  if (req.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...headers,
      'content-type': 'application/pdf',
      'content-length': String(bytes.length),
      'content-disposition': `inline; filename="${name}.pdf"`,
    },
  })
}

export const refused = (status: number, error: string): Response =>
  Response.json({ error }, { status, headers: { 'cache-control': 'no-store' } })
