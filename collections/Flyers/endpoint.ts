import type { Endpoint } from 'payload'
import { takePoint, type Limit } from '../forms/limits.ts'
import { waitWords } from '../forms/words.ts'
import { pdfResponse, refused } from '../Hearings/sheet/sheetEndpoints.ts'
import { flyerSizes, pageFile } from './flyer.schema.ts'
import { flyerPdf } from './flyerPdf.ts'
import { readSitePage } from './sitePage.ts'

/** A flyer takes a fifth of a second to draw: so many per neighbourhood. */
const limit: Limit = { name: 'flyers', points: 30, seconds: 10 * 60 }

/**
 * GET /api/flyer.pdf?page=/novosti/most/&size=a4, for everybody: a leaf about a page of this site. Its words are what the
 * page itself says, so nobody can print words of their own under the portal's name.
 */
export const flyerEndpoint: Endpoint = {
  path: '/flyer.pdf',
  method: 'get',
  handler: async (req) => {
    const siteUrl = req.payload.config.serverURL
    const size = flyerSizes.find((one) => one === (req.searchParams.get('size') ?? 'a4'))
    const page = pageFile(req.searchParams.get('page') ?? '', siteUrl)
    if (!page || !size) return refused(400, 'Листовка бывает о странице этого сайта, размером A4 или A5.')
    const wait = await takePoint(req, limit)
    if (wait > 0) return refused(429, `Слишком много листовок. Попробуйте через ${waitWords(wait)}.`)
    const content = await readSitePage(page.file)
    if (!content) return refused(404, 'Такой страницы на сайте нет.')
    const bytes = await flyerPdf(content, { url: new URL(page.path, siteUrl).href, size })
    const name = page.path.split('/').filter(Boolean).at(-1) ?? 'portal'
    return pdfResponse(req, bytes, {
      name: `listovka-${size}-${encodeURIComponent(name)}`,
      cache: 'public, max-age=300',
    })
  },
}
