import { answering } from '../../../../collections/Questions/clock.schema.ts'
import { endOfDay } from '../../../../collections/moscow.schema.ts'
import { isWaiting } from '../../../../collections/Questions/states.schema.ts'
import { questionTopics, type QuestionTopic } from '../../../../collections/Questions/topics.schema.ts'
import { query } from '../door.ts'
import { listing } from '../listing.ts'
import { listPage, olderPages } from '../paging.ts'
import type { Question } from '../types.ts'
import { bySlug, slugPaths } from './documents.ts'

export const getAddressee = bySlug('addressees')
export const addresseePaths = slugPaths('addressees')

/** Whom one can ask, in the editors' order. */
export const getAddressees = query('list:addressees', ({ content }) => [...content.all('addressees').all()])

/** As whom a deputy is asked. */
export const addresseeOfDeputy = query(
  'list:addresseeOfDeputy',
  ({ content }, deputyId: string) => content.group('addressees', 'deputy', deputyId).slice(0, 1)[0] ?? null,
)

const find = query(
  'number:question',
  ({ content }, number: string): Question | null =>
    content.group('questions', 'number', number).slice(0, 1)[0] ?? null,
)

export function getQuestion(number: string): Question {
  const question = find(number)
  if (!question) throw new Error(`Нет вопроса с номером «${number}»`)
  return question
}

/** The lists of questions: all of them, of a topic, of a phase (`waiting`, `answered`), to an addressee. */
type QuestionGroup = 'list' | 'topic' | 'phase' | 'addressee'

/** One page of a list; page 1 is the oldest. */
export const questionsPage = query(
  'list:questionsPage',
  ({ content }, group: QuestionGroup, value: string, page: number | 'newest') =>
    listPage(content.group('questions', group, value), page),
)

/** The newest questions to an addressee. */
export const latestQuestionsOf = query(
  'list:latestQuestionsOf',
  ({ content }, addresseeId: string, count: number) =>
    content.group('questions', 'addressee', addresseeId).last(count).toReversed(),
)

/** All of them, the declined included: what statistics count. */
export const allQuestions = query('list:allQuestions', ({ content }) => [...content.all('questions').all()])

/** The topics that have questions, in the editors' order of topics. */
export const topicsWithQuestions = query('list:topicsWithQuestions', ({ content }): QuestionTopic[] => {
  const known = new Set(content.values('questions', 'topic'))
  return questionTopics.map(({ value }) => value).filter((topic) => known.has(topic))
})

/** Whether a question waits for its answer beyond the term, at the moment of the render. */
export function isLate(question: Question): boolean {
  return isWaiting(question.state) && lateClock(question.id)
}

const lateClock = query('clock:question', ({ content, clock }, id: string): boolean => {
  const question = content.doc('questions', id)
  return question !== null && clock.reached(endOfDay(answering(question).until))
})

export const questionPaths = listing(['number'], (content) =>
  content.values('questions', 'number').map((number) => ({ number })),
)

export const questionPagePaths = listing(['page'], (content) =>
  olderPages(content.group('questions', 'list', 'all').length()).map((page) => ({ page: String(page) })),
)

export const questionTopicPaths = listing(['topic'], (content) =>
  content.values('questions', 'topic').map((topic) => ({ topic })),
)

export const questionTopicPagePaths = listing(['topic', 'page'], (content) =>
  questionTopics.flatMap(({ value: topic }) =>
    olderPages(content.group('questions', 'topic', topic).length()).map((page) => ({
      topic,
      page: String(page),
    })),
  ),
)

export const phasePaths = listing(['phase'], (content) =>
  content.values('questions', 'phase').map((phase) => ({ phase })),
)

export const phasePagePaths = listing(['phase', 'page'], (content) =>
  ['waiting', 'answered'].flatMap((phase) =>
    olderPages(content.group('questions', 'phase', phase).length()).map((page) => ({
      phase,
      page: String(page),
    })),
  ),
)

export const addresseePagePaths = listing(['slug', 'page'], (content) =>
  content
    .all('addressees')
    .all()
    .flatMap(({ id, slug }) =>
      olderPages(content.group('questions', 'addressee', id).length()).map((page) => ({
        slug: slug ?? '',
        page: String(page),
      })),
    ),
)
