import type { PayloadRequest } from 'payload'
import { queueLetter } from '../letters/queueLetter.ts'
import type { Subscriber } from '../payload-types.ts'
import { inTransaction } from '../state/inTransaction.ts'
import type { Named } from './subjectNames.ts'
import { rhythms, subscriptionPaths, type Rhythm } from './subscriptions.schema.ts'
import { addressKey, confirmToken } from './tokens.ts'

/**
 * Notes what somebody asks to be told and sends the link that confirms it. Whether the address is new or known, the same is
 * written and the same letter goes out.
 */
export const requestByMail = async (
  req: PayloadRequest,
  { email, subjects, rhythm }: { email: string; subjects: Named[]; rhythm: Rhythm },
): Promise<void> => {
  const { token, key } = confirmToken(req.payload)
  const requested = {
    key,
    at: new Date().toISOString(),
    subjects: subjects.map((each) => each.subject),
    rhythm,
  }
  await inTransaction(req, async () => {
    await note(req, email, requested)
    await queueLetter(req, {
      key: `told/${key}`,
      to: email,
      subject: 'Подтвердите подписку на портал Люберец',
      text: letter({ token, subjects, rhythm, siteUrl: req.payload.config.serverURL }),
    })
  })
}

const note = async (
  req: PayloadRequest,
  email: string,
  requested: Subscriber['requested'],
): Promise<void> => {
  const { db } = req.payload
  const key = addressKey(req.payload, email)
  const where = { addressKey: { equals: key } }
  const { totalDocs } = await db.count({ collection: 'subscribers', where, req })
  if (totalDocs > 0) {
    await db.updateOne({ collection: 'subscribers', where, data: { requested }, req })
    return
  }
  await db.create({
    collection: 'subscribers',
    data: { addressKey: key, channel: 'email', email, isActive: false, subjects: [], requested },
    req,
  })
}

const letter = ({
  token,
  subjects,
  rhythm,
  siteUrl,
}: {
  token: string
  subjects: Named[]
  rhythm: Rhythm
  siteUrl: string
}): string =>
  [
    'Вы попросили портал Люберец писать Вам, когда появится новое:',
    subjects.map(({ name }) => `• ${name}`).join('\n'),
    `Как часто: ${rhythms.find(({ value }) => value === rhythm)?.ru.toLowerCase() ?? ''}.`,
    `Подтвердите это: откройте ссылку и нажмите «Подтвердить».\n${new URL(subscriptionPaths.confirm + token, siteUrl).href}`,
    'Ссылка действует двое суток и один раз.',
    'Если Вы ничего не просили, ничего не делайте: через двое суток запрос удалится, и писем не будет.',
  ].join('\n\n')
