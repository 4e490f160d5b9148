import type { PayloadRequest, Where } from 'payload'
import { say } from '../words.ts'
import { dueIn, dueWords } from './dueWords.ts'

const shown = 12

/** On the dashboard: for editors what is to be read, for a respondent what is to be answered, the most urgent first. */
export const QuestionsWaiting = async ({ req }: { req: PayloadRequest }) => {
  const language = req.i18n.language
  const now = new Date()
  const waiting = (await findWaiting(req)).toSorted((a, b) => (dueIn(a, now) ?? 0) - (dueIn(b, now) ?? 0))
  return (
    <section className="portal-section">
      <h2>{say(language, { ru: 'Вопросы ждут', en: 'Questions wait' })}</h2>
      {waiting.length === 0 ? (
        <p>{say(language, { ru: 'Всё разобрано.', en: 'Everything is done.' })}</p>
      ) : (
        <div>
          <ul className="portal-rows">
            {waiting.slice(0, shown).map((question) => (
              <li key={question.id}>
                <span className="portal-rows__when">{question.number}</span>
                <span className="portal-rows__what">
                  <a href={`/admin/collections/questions/${question.id}`}>
                    {question.subject ?? question.sent?.subject ?? question.number}
                  </a>
                  <small className={(dueIn(question, now) ?? 0) < 0 ? 'portal-desk__late' : undefined}>
                    {dueWords(question, now, language)}
                  </small>
                </span>
              </li>
            ))}
          </ul>
          {waiting.length > shown && (
            <p>
              <a href="/admin/collections/questions">
                {say(language, { ru: `Все вопросы: ${waiting.length}`, en: `All: ${waiting.length}` })}
              </a>
            </p>
          )}
        </div>
      )}
    </section>
  )
}

type Waiting = {
  id: string
  number: string
  subject?: string | null
  sent?: { subject?: string | null }
} & Record<string, unknown>

const toRead = ['received', 'moderation']
const toAnswer = ['published', 'forwarded', 'extended']

const findWaiting = async (req: PayloadRequest): Promise<Waiting[]> => {
  const isRespondent = req.user?.role === 'respondent'
  const own: Where = isRespondent ? { addressee: { in: await ownAddressees(req) } } : {}
  const { docs } = await req.payload.find({
    collection: 'questions',
    where: { and: [{ state: { in: isRespondent ? toAnswer : toRead } }, own] },
    sort: 'createdAt',
    limit: 200,
    depth: 0,
    overrideAccess: false,
    user: req.user,
  })
  return docs.map((doc) => ({ ...doc }))
}

/** The addressees this very account answers for; the field that says so is closed even to it. */
const ownAddressees = async (req: PayloadRequest): Promise<string[]> => {
  const { docs } = await req.payload.find({
    collection: 'addressees',
    where: { respondents: { in: [req.user?.id] } },
    pagination: false,
    depth: 0,
    overrideAccess: true,
    select: { title: true },
  })
  return docs.map(({ id }) => String(id))
}
