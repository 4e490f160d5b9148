import type { PayloadRequest } from 'payload'
import { hasRole, isEditor } from '../access/roles.ts'
import type { Actor } from './states.schema.ts'

/** Ids of the addressees for whom the account answers. */
export const addresseesOf = async (req: PayloadRequest): Promise<string[]> => {
  if (!hasRole(req, 'respondent')) return []
  const { docs } = await req.payload.db.find<{ id: string }>({
    collection: 'addressees',
    where: { respondents: { in: [req.user?.id] } },
    pagination: false,
    req,
  })
  return docs.map(({ id }) => id)
}

/** As whom an account may move a question to this addressee. */
export const actorsOf = async (req: PayloadRequest, addressee: string): Promise<Actor[]> => {
  if (isEditor(req)) return ['editor']
  return (await addresseesOf(req)).includes(addressee) ? ['respondent'] : []
}
