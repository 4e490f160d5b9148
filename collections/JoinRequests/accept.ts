import { randomInt } from 'node:crypto'
import { ValidationError, type Endpoint, type PayloadRequest } from 'payload'
import { isAdmin } from '../access/roles.ts'
import { inTransaction, Undone } from '../state/inTransaction.ts'
import { routeId } from '../http/routeId.ts'
import type { JoinRequest } from '../payload-types.ts'
import { all } from '../where.ts'
import { keepMembers } from './members.ts'

/**
 * POST /api/join-requests/:id/accept, for administrators: makes the volunteer's account and marks the request, in one
 * transaction. The password is told once and kept nowhere. Two clicks make one account: one update finds the request new,
 * and an e-mail belongs to one account.
 */
export const accept: Endpoint = {
  path: '/:id/accept',
  method: 'post',
  handler: async (req) => {
    if (!isAdmin(req)) return refusal(req.user ? 403 : 401, 'Принимает в группу администратор портала.')
    const id = routeId(req)
    return inTransaction(req, () => acceptOne(req, id))
  },
}

const acceptOne = async (req: PayloadRequest, id: string): Promise<Response> => {
  const { db } = req.payload
  const request = await db.updateOne({
    collection: 'join-requests',
    where: all({ id: { equals: id } }, { status: { equals: 'new' } }),
    data: { status: 'accepted', decidedAt: new Date().toISOString(), decidedBy: req.user?.name ?? '' },
    req,
  })
  if (!isRequest(request)) return refusal(409, 'Эта заявка уже решена, или её больше нет. Обновите страницу.')
  const { email, name } = request
  if (!email)
    throw new Undone(
      refusal(
        422,
        'У заявки нет почты, а без неё не войти. Спросите её, впишите, сохраните и примите снова.',
      ),
    )
  const password = newPassword()
  const user = await createAccount(req, { email, name, password })
  await db.updateOne({ collection: 'join-requests', where: { id: { equals: id } }, data: { user }, req })
  await keepMembers(req)
  return Response.json({ email, password }, { headers: { 'cache-control': 'no-store' } })
}

const createAccount = async (
  req: PayloadRequest,
  account: { email: string; name: string; password: string },
): Promise<string> => {
  try {
    const user = await req.payload.create({
      collection: 'users',
      data: { ...account, role: 'volunteer' },
      depth: 0,
      // The caller is an administrator: they may create accounts.
      overrideAccess: true,
      req,
    })
    return user.id
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error
    throw new Undone(refusal(409, 'Учётная запись с такой почтой уже есть: второй не будет.'))
  }
}

const isRequest = (value: unknown): value is JoinRequest => typeof value === 'object' && value !== null

const refusal = (status: number, error: string): Response => Response.json({ error }, { status })

/** Sixteen letters and digits without look-alikes, in groups one can read aloud: about 79 bits. */
const newPassword = (): string => {
  const signs = 'abcdefghjkmnpqrstuvwxyz23456789'
  const group = () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}
