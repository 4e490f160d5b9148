import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { consents } from '../forms/consents.schema.ts'
import { keyed } from '../forms/keys.ts'
import { receive } from '../forms/receive.ts'
import { isPushService } from './pushServices.ts'
import { recordsOf } from './records.ts'
import { subjectFields, subjectsOf } from './subjectFields.ts'
import { nameSubjects } from './subjectNames.ts'
import { subscriptionPaths, type Rhythm } from './subscriptions.schema.ts'
import { ownToken } from './tokens.ts'

const base64url = (bytes: number) => z.string().regex(new RegExp(`^[\\w-]{${Math.ceil((bytes * 4) / 3)}}=*$`))

const fields = z.strictObject({
  ...subjectFields,
  [consents.letters.name]: z.literal('on', 'Без этого согласия портал не может присылать уведомления.'),
  endpoint: z
    .url()
    .max(1_000)
    .refine(isPushService, 'Этот браузер получает уведомления через службу, которой портал не знает.'),
  // Of the device: its public key and a secret (RFC 8291).
  p256dh: base64url(65),
  auth: base64url(16),
})

/**
 * POST /api/told/device: notifications for a device, without an address. Its browser has asked the resident; an invented
 * address is forgotten with the first message. Answered with the device's own page.
 */
const subscribe = receive({
  path: '/told/device',
  fields,
  limit: { name: 'told-devices', points: 20, seconds: 60 * 60 },
  hasPuzzle: false, // the address of a push service is shown instead
  act: async (sent, req) => {
    const wanted = subjectsOf(sent)
    const subjects = (await nameSubjects(req, wanted)).map((each) => each.subject)
    if (subjects.length === 0)
      return {
        state: 'refused',
        status: 422,
        error: 'Выберите хотя бы одну тему.',
        fields: { topic: 'Выберите хотя бы одну тему.' },
      }
    const { endpoint, p256dh, auth } = sent
    const id = await store(req, {
      push: { endpoint, keys: { p256dh, auth } },
      subjects,
      rhythm: sent.rhythm,
    })
    const own = subscriptionPaths.mine + ownToken(req.payload, id)
    return {
      state: 'done',
      location: own,
      reply: {
        title: 'Уведомления включены',
        text: ['Когда появится новое по этим темам, устройство сообщит.'],
        link: { href: own, label: 'Изменить темы или выключить' },
      },
    }
  },
})

/** GET /api/told/device: the key with which a browser makes an address for us; open to everybody. */
const key: Endpoint = {
  path: '/told/device',
  method: 'get',
  handler: () => {
    const publicKey = process.env['VAPID_PUBLIC_KEY'] ?? ''
    return publicKey
      ? Response.json({ key: publicKey }, { headers: { 'cache-control': 'no-store' } })
      : Response.json({ error: 'Уведомления на портале не настроены.' }, { status: 404 })
  },
}

export const deviceEndpoints: Endpoint[] = [subscribe, key]

type Device = {
  push: { endpoint: string; keys: { p256dh: string; auth: string } }
  subjects: string[]
  rhythm: Rhythm
}

/** One subscriber per device: whoever asks again changes what it is told. */
const store = async (req: PayloadRequest, device: Device): Promise<string> => {
  const { subscribers } = recordsOf(req.payload)
  const addressKey = keyed(req.payload, 'told device', device.push.endpoint)
  const record = { ...device, channel: 'push' as const, isActive: true, confirmedAt: new Date() }
  await subscribers.updateOne({ addressKey }, { $set: record }, { upsert: true })
  const stored = await subscribers.findOne({ addressKey })
  if (!stored) throw new Error('The device was erased while it was written')
  return stored._id.toString()
}
