import type { Payload } from 'payload'
import { isClosed } from '../../../collections/Questions/states.schema.ts'
import { rowId } from '../../../collections/rowId.ts'
import { people } from '../council/people.ts'
import { formerDeputy } from '../council/sessions.ts'
import { addresseeSeeds, pausedDeputy, type AddresseeSeed } from '../questions/addressees.ts'
import { consentPages } from '../questions/consentPages.ts'
import { questionSeeds, type QuestionSeed } from '../questions/questions.ts'
import { sources } from '../facts.ts'
import { published } from './common.ts'
import { body, fewAtATime, idOf, writeMissing, type Seeding } from './seeding.ts'

export const writeConsentPages = (seeding: Seeding): Promise<number> =>
  writeMissing(seeding, 'pages', consentPages, ({ slug, title, lead, text }) =>
    seeding.payload.create({
      collection: 'pages',
      depth: 0,
      data: {
        slug,
        title,
        lead,
        body: body(seeding, text),
        source: sources.editors,
        showInFooter: true,
        demo: true,
        ...published(seeding.clock, seeding.clock.at(-120, '12:00')),
      },
    }),
  )

/** The offices and every deputy. */
export async function writeAddressees(seeding: Seeding): Promise<number> {
  const { payload, ids } = seeding
  const user = ids.get('users:respondent@example.org')
  const deputies = people.map((person): AddresseeSeed => {
    const [lastName, firstName, middleName] = person.name
    return {
      slug: person.slug,
      title: `${firstName} ${middleName} ${lastName}`,
      deputy: person.slug,
      lead: `Отвечает за ${person.cares}.`,
      notFor: 'вопросы всего округа — главе; споры с законом — общественному юристу.',
      order: 100 + person.district,
      isDemoAccount: person.slug === 'vera-obrazcova',
      ...(person.slug === pausedDeputy.slug ? { pausedReason: pausedDeputy.reason } : {}),
      ...(person.slug === formerDeputy ? { pausedReason: 'Полномочия депутата закончились.' } : {}),
    }
  })
  return writeMissing(
    seeding,
    'addressees',
    [...addresseeSeeds, ...deputies],
    ({ deputy, isDemoAccount, pausedReason, ...data }) =>
      payload.create({
        collection: 'addressees',
        depth: 0,
        data: {
          ...data,
          ...(deputy ? { deputy: idOf(seeding, 'deputies', deputy) } : {}),
          ...(pausedReason ? { pausedReason } : {}),
          respondents: isDemoAccount && user ? [user] : [],
          accepting: !pausedReason,
          termDays: 30,
          demo: true,
        },
      }),
  )
}

/** Questions in every state, as the machine would have left them. */
export async function writeQuestions(seeding: Seeding): Promise<number> {
  const { payload } = seeding
  const missing: QuestionSeed[] = []
  for (const seed of questionSeeds) {
    const where = { statusKey: { equals: keyOf(seed) } }
    if ((await payload.count({ collection: 'questions', where })).totalDocs === 0) missing.push(seed)
  }
  // The oldest has the smallest number.
  const inOrder = missing.toSorted((a, b) => b.asked - a.asked)
  const numbered: { seed: QuestionSeed; number: string }[] = []
  for (const seed of inOrder)
    numbered.push({ seed, number: await nextNumber(payload, yearOf(seeding, seed)) })
  await fewAtATime(numbered, async (one) => void (await writeQuestion(seeding, one)))
  return missing.length
}

function writeQuestion(seeding: Seeding, { seed, number }: { seed: QuestionSeed; number: string }) {
  const { clock, payload } = seeding
  const at = (day: number, time = '12:00') => {
    const moment = clock.at(-day, time)
    const latest = new Date(clock.now.getTime() - 10 * 60_000).toISOString()
    return moment < latest ? moment : latest
  }
  const { state, registered, forwarded, extended, answers = [] } = seed
  const isPublic = registered !== undefined
  const askedAt = at(seed.asked, '09:40')
  const first = answers.at(0)
  const closing = first?.day ?? seed.asked - 1
  const author = { name: seed.author ?? 'Житель, имя не показываем', house: seed.house ?? null }
  return payload.create({
    collection: 'questions',
    depth: 0,
    data: {
      number,
      state,
      addressee: idOf(seeding, 'addressees', forwarded?.to ?? seed.to),
      topic: seed.topic,
      termDays: 30,
      same: seed.same ?? 0,
      step: 1,
      demo: true,
      statusKey: keyOf(seed),
      createdAt: askedAt,
      sent: { subject: seed.subject, text: seed.text, ...author, email: null, consents: [] },
      record: {
        history: [
          { id: rowId(), at: askedAt, move: 'ask', by: 'author', who: 'Демонстрация', to: 'received' },
        ],
      },
      ...(isPublic
        ? {
            subject: seed.subject,
            text: seed.text,
            author: seed.author ?? 'Житель',
            house: seed.house ?? null,
            registeredAt: at(registered, '11:05'),
          }
        : {}),
      ...(forwarded ? { forwardedAt: at(forwarded.day), forwardReason: forwarded.reason } : {}),
      ...(extended
        ? { extendedAt: at(extended.day), extendedDays: extended.days, extensionReason: extended.reason }
        : {}),
      ...(first ? { answeredAt: at(first.day, '15:20') } : {}),
      answers: answers.map(({ day, text }) => ({ id: rowId(), text, at: at(day, '15:20') })),
      ...(seed.reason ? { reason: seed.reason } : {}),
      ...(isClosed(state) ? { closedAt: at(closing, '15:20') } : {}),
    },
  })
}

/** What marks a demo question as written: no token has this hash. */
const keyOf = ({ key }: QuestionSeed) => `demo:${key}`

const yearOf = ({ clock }: Seeding, { asked }: QuestionSeed): string => String(clock.year(-asked))

/** From the counter that the questions of residents get theirs from. */
async function nextNumber(payload: Payload, year: string): Promise<string> {
  const key = `questions:${year}`
  const where = { key: { equals: key } }
  if ((await payload.count({ collection: 'portal-state', where })).totalDocs === 0)
    await payload.create({ collection: 'portal-state', data: { key, number: 0 } })
  const counter: unknown = await payload.db.updateOne({
    collection: 'portal-state',
    where,
    data: { number: { $inc: 1 } },
  })
  const number = typeof counter === 'object' && counter && 'number' in counter ? Number(counter.number) : NaN
  return `${year}-${number}`
}
