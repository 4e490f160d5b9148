import type { Endpoint, PayloadRequest } from 'payload'
import type { Receipt } from '../forms/form.schema.ts'
import { receive, type Outcome } from '../forms/receive.ts'
import { dayOf } from '../moscow.schema.ts'
import { inTransaction } from '../state/inTransaction.ts'
import { beginSeries, nextNumber } from '../state/series.ts'
import { tellAuthor } from './letters.ts'
import { received } from './status.ts'
import { storePhoto } from './storePhoto.ts'
import { wishLimits, wishNumber, wishSlug } from './wishes.schema.ts'
import { wishFields, type WishFields } from './wishFields.ts'

/** POST /api/wishes/submit. */
export const submit: Endpoint = receive({
  path: '/submit',
  fields: wishFields,
  maxBytes: wishLimits.photoBytes + 64 * 1024,
  limit: { name: 'wishes', points: 10, seconds: 60 * 60 },
  act: async (sent, req) => {
    if (sent.district && !(await isDistrict(req, sent.district)))
      return fault('district', 'Такого округа нет: выберите из списка.')
    const photo = sent.photo ? await storePhoto(req, sent.photo) : null
    if (photo && 'fault' in photo) return fault('photo', photo.fault)
    try {
      return answer(await store(req, sent, photo?.id ?? null))
    } catch (error) {
      // Nobody would find it again.
      if (photo)
        await req.payload.delete({ collection: 'media', id: photo.id, depth: 0, overrideAccess: true })
      throw error
    }
  },
})

const store = async (req: PayloadRequest, sent: WishFields, photo: string | null): Promise<string> => {
  const now = new Date()
  const year = Number(dayOf(now).slice(0, 4))
  const series = `wishes:${year}`
  await beginSeries(req, series)
  return inTransaction(req, async () => {
    const number = wishNumber(year, await nextNumber(req, series))
    const wish = await req.payload.create({
      collection: 'wishes',
      data: {
        number,
        slug: wishSlug(number),
        status: 'received',
        category: sent.category,
        title: sent.title,
        text: sent.text,
        place: sent.place || null,
        point: sent.point ?? {},
        district: sent.district || null,
        photo,
        name: sent.name || null,
        email: sent.email || null,
        consentAt: now.toISOString(),
        receivedAt: now.toISOString(),
        supports: 0,
        history: [{ to: 'received', at: now.toISOString(), by: 'Житель' }],
      },
      depth: 0,
      // Nobody creates wishes by hand; this form is the one way.
      overrideAccess: true,
      req,
    })
    await tellAuthor(req, wish, 'received')
    return number
  })
}

const answer = (number: string): Outcome => {
  const reply: Receipt = {
    title: `Пожелание получено: ${number}`,
    text: [received],
    link: { href: statusPath(number), label: 'Узнать, что с ним' },
  }
  return { state: 'done', location: statusPath(number), reply }
}

const statusPath = (number: string): string => `/api/wishes/status?number=${encodeURIComponent(number)}`

const fault = (field: string, words: string): Outcome => ({
  state: 'refused',
  status: 422,
  error: 'Проверьте, что написано в форме.',
  fields: { [field]: words },
})

const isDistrict = async (req: PayloadRequest, id: string): Promise<boolean> =>
  (await req.payload.db.count({ collection: 'districts', where: { id: { equals: id } } })).totalDocs > 0
