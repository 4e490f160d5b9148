import { isAnswered, stateName } from '../../../collections/Questions/states.schema.ts'
import { questionPath } from '../../../collections/Questions/paths.schema.ts'
import { questionTopics } from '../../../collections/Questions/topics.schema.ts'
import { isLate, related } from '../cms/index.ts'
import type { Addressee, Question } from '../cms/types.ts'
import type { Person, Row, TagProps } from '../components/props.ts'
import { dutyName } from './deputyWords.ts'
import { dayYear } from './dates.ts'
import { pictureOf } from './picture.ts'

export const questionTopicName = (topic: string): string =>
  questionTopics.find(({ value }) => value === topic)?.ru ?? topic

/** The state in words; late is red and says so. */
export function questionTag(question: Question): TagProps {
  if (isLate(question)) return { label: 'Дольше срока', tone: 'late' }
  return { label: stateName(question.state), tone: isAnswered(question.state) ? 'done' : 'plain' }
}

/** A row of a list of questions. The year always stands in it: lists do not depend on what day it is. */
export function questionRow(question: Question, { hasAddressee = true } = {}): Row {
  const when = question.registeredAt ?? question.createdAt
  const addressee = hasAddressee ? related('addressees', question.addressee) : null
  return {
    when: dayYear(when),
    datetime: when,
    title: question.subject ?? `Вопрос № ${question.number}`,
    href: questionPath(question.number),
    text:
      [addressee && `Кому: ${addressee.title}`, sameWords(question)].filter(Boolean).join('. ') || undefined,
    isDemo: question.demo ?? false,
    tag: questionTag(question),
  }
}

/** «Такой же вопрос ещё у 12 жителей»: told from two on, one may be the author themself. */
export function sameWords({ same }: Question): string | null {
  if (!same || same < 2) return null
  const isOne = same % 10 === 1 && same % 100 !== 11
  return `Такой же вопрос ещё у ${same} ${isOne ? 'жителя' : 'жителей'}`
}

/** Whom one asks: name and duty, the deputy's own when it is a deputy. */
export function addresseePerson(addressee: Addressee): Person & { duty?: string | undefined } {
  const deputy = related('deputies', addressee.deputy)
  const name = deputy?.title ?? addressee.name ?? ''
  const [firstName = '', ...others] = name.split(' ')
  return {
    firstName: deputy?.firstName ?? firstName,
    lastName: deputy?.lastName ?? others.at(-1) ?? '',
    name,
    picture: pictureOf(related('media', deputy ? deputy.photo : addressee.portrait)),
    duty: deputy ? (dutyName(deputy.duty) ?? 'Депутат') : (addressee.duty ?? undefined),
  }
}

/** The two halves of the lists, by address; all of them first. */
export const phases = [
  { value: '', label: 'Все' },
  { value: 'waiting', label: 'Ждут ответа' },
  { value: 'answered', label: 'С ответом' },
] as const
