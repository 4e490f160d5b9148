import {
  hearingKinds,
  hearingStageLabels,
  hearingStages,
  hearingStatuses,
  type HearingKind,
} from '../../../collections/hearingKinds.schema.ts'
import { rules } from '../../../collections/Hearings/law/rules.schema.ts'
import type { Rule } from '../../../collections/Hearings/law/rule.schema.ts'
import { procedureOf } from './procedure.ts'

const name = (kind: HearingKind): string => hearingKinds.find(({ value }) => value === kind)?.ru ?? ''

const lineOf = (kind: HearingKind) => ({
  title: name(kind),
  stops: hearingStages[kind].map((stage) => ({ title: hearingStageLabels[stage] })),
})

/** Rules read in the law itself: those without which the portal publishes nothing of the kind. */
const lawOf = (...kinds: HearingKind[]): Rule[] =>
  rules.filter((rule) => rule.mark === 'V' && rule.kinds.some((kind) => kinds.includes(kind)))

const rulesOf = (...kinds: HearingKind[]) => lawOf(...kinds).map(({ title, article }) => ({ title, article }))

const termsOf = (...kinds: HearingKind[]) =>
  lawOf(...kinds).flatMap(({ title, value, unit, article }) =>
    value === undefined ? [] : [{ what: title, term: `${value} ${unit ?? ''}`.trim(), basis: article }],
  )

const statuses = hearingStatuses.map(({ ru, value }) => ({
  name: ru,
  next: value === 'scheduled' ? 'по этапам' : 'с причиной, которую видят все',
}))

export const hearing = procedureOf({
  slug: 'slushaniya',
  title: 'Как проходят слушания и обсуждения',
  lead: 'Власть обязана спросить жителей о застройке, бюджете и уставе. Замечание можно подать письменно, приходить не обязательно.',
  start: { label: 'Слушания сейчас', href: '/slushaniya/' },
  lines: (['publicHearing', 'publicDiscussion', 'municipalHearing'] as const).map(lineOf),
  states: statuses,
  terms: termsOf('publicHearing', 'publicDiscussion', 'municipalHearing'),
  rules: rulesOf('publicHearing', 'publicDiscussion', 'municipalHearing'),
  notes: ['Данные участников — имена, адреса, даты рождения — портал не публикует.'],
})

export const ownersMeeting = procedureOf({
  slug: 'sobranie-sobstvennikov',
  title: 'Как проходит собрание собственников дома',
  lead: 'Собрание решает, чинить ли крышу и на чьи деньги. Портал публикует извещения и итоги, голосов не собирает.',
  start: { label: 'Найти свой дом', href: '/dom/' },
  lines: [lineOf('ownersMeeting')],
  states: statuses,
  terms: termsOf('ownersMeeting'),
  rules: rulesOf('ownersMeeting'),
  notes: ['Сам голос подают там, где указано в извещении: бланком или в государственной системе.'],
})
