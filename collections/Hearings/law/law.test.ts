import { describe, expect, it } from 'vitest'
import { hearingKinds } from '../../hearingKinds.schema.ts'
import { defaultCalendar, isWorkingDay, plusWorkingDays, readCalendar, wrongDays } from './calendar.schema.ts'
import { lastDayWithin, leadOf, planBy, plusMonths } from './counting.schema.ts'
import { lawful } from '../../test/lawfulNotices.ts'
import { blocking, lastLawfulDay, lawSettings, lint } from './lint.schema.ts'
import { readNotice } from './notice.schema.ts'
import { rules } from './rules.schema.ts'

const calendar = defaultCalendar
const unconfirmed = lawSettings(null, null)
const today = '2026-12-04'

const read = (data: unknown) => {
  const notice = readNotice(data)
  if (!notice) throw new Error('The notice of the test has no kind')
  return notice
}

type Judged = { on?: string; settings?: typeof unconfirmed }

const judge = (data: unknown, { on = today, settings = unconfirmed }: Judged = {}) =>
  lint({ notice: read(data), today: on, settings })

type Kind = keyof typeof lawful

/** A lawful notice with some fields changed; groups are merged, lists replaced. */
const spoiled = (kind: Kind, change: Record<string, unknown>) => {
  const base: Record<string, unknown> = lawful[kind]
  const merged = Object.entries(change).map(([name, value]): [string, unknown] => {
    const was = base[name]
    return [name, isGroup(was) && isGroup(value) ? { ...was, ...value } : value]
  })
  return { ...base, ...Object.fromEntries(merged) }
}

const isGroup = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const at = (day: string, time = '12:00') => new Date(`${day}T${time}:00+03:00`).toISOString()
const without = (kind: 'publicHearing' | 'publicDiscussion', list: 'informed', value: string) =>
  lawful[kind][list].filter(({ place }) => place !== value)
const channelsBut = (way: string) => ({
  channels: lawful.publicHearing.comments.channels.filter((row) => row.way !== way),
})
const paper = (kind: string, title = 'Документ') => ({ kind, title, file: 'f2' })
const project = lawful.publicHearing.documents

describe('a lawful notice', () => {
  it.each(hearingKinds.map(({ value }) => value))('of kind %s breaks no rule', (kind) => {
    expect(judge(lawful[kind]).map(({ rule, text }) => `${rule} ${text}`)).toEqual([])
  })
})

type Case = [
  rule: string,
  kind: Kind,
  name: string,
  change: Record<string, unknown>,
  field: string | null,
  how?: Judged,
]

const matter = (value: string, more: object = {}) => ({ matter: value, ...more })
const told = (date: string, moment: string, day: string) => ({ [date]: { date: moment, at: at(day) } })

const known = { told: told('meeting', lawful.ownersMeeting.meeting.startsAt, today) }

/** Every rule both ways: what breaks it, at which field, and its nearest lawful neighbour (null). */
const cases: Case[] = [
  [
    'G01',
    'publicDiscussion',
    'opens on the day of the notice',
    { exposition: { from: at('2026-12-04') } },
    'exposition.from',
  ],
  ['G01', 'publicDiscussion', 'opens on the next day', { exposition: { from: at('2026-12-05') } }, null],
  [
    'G01',
    'publicDiscussion',
    'closes before it opens',
    { exposition: { to: at('2026-12-13') } },
    'exposition.to',
  ],
  [
    'G02',
    'publicDiscussion',
    'protocol before the exposition ends',
    { protocolDueAt: at('2026-12-24') },
    'protocolDueAt',
  ],
  ['G02', 'publicDiscussion', 'protocol on the last day', { protocolDueAt: at('2026-12-25') }, null],
  [
    'G02',
    'publicDiscussion',
    'conclusion before the protocol',
    { conclusionDueAt: at('2026-12-27') },
    'conclusionDueAt',
  ],
  [
    'G03',
    'publicHearing',
    'meeting before the exposition',
    { meeting: { startsAt: at('2026-12-13') } },
    'meeting.startsAt',
  ],
  ['G03', 'publicHearing', 'meeting on the first day', { meeting: { startsAt: at('2026-12-14') } }, null],
  [
    'G03',
    'publicHearing',
    'protocol before the meeting',
    { protocolDueAt: at('2026-12-23') },
    'protocolDueAt',
  ],
  ['G04', 'publicHearing', 'no project', { documents: [] }, 'documents'],
  [
    'G04',
    'publicHearing',
    'a project without its file',
    { documents: [{ kind: 'project', title: 'Проект' }] },
    'documents',
  ],
  ['G04', 'publicHearing', 'materials in its place', { documents: [paper('materials')] }, null],
  ['G04', 'publicHearing', 'no hours', { exposition: { hours: ' ' } }, 'exposition.hours'],
  ['G04', 'publicHearing', 'no territory', { territory: '' }, 'territory'],
  ['G04', 'publicHearing', 'districts as the territory', { territory: '', districts: ['d1'] }, null],
  ['G04', 'publicHearing', 'no site', { officialSite: '' }, 'officialSite'],
  ['G05', 'publicHearing', 'no meeting', { meeting: { startsAt: null } }, 'meeting.startsAt'],
  ['G05', 'publicDiscussion', 'a meeting', { meeting: { startsAt: at('2026-12-24') } }, 'meeting.startsAt'],
  ['G06', 'publicDiscussion', 'no system', { system: '' }, 'system'],
  [
    'G06',
    'publicDiscussion',
    'no system, no way over a site',
    { system: '', comments: channelsBut('site') },
    null,
  ],
  ['G07', 'publicHearing', 'seven days, exactly', {}, 'exposition.from', { on: '2026-12-07' }],
  ['G07', 'publicHearing', 'eight days', {}, null, { on: '2026-12-06' }],
  ['G07', 'publicHearing', 'six days', {}, 'exposition.from', { on: '2026-12-08' }],
  [
    'G08',
    'publicHearing',
    'no stand on the territory',
    { informed: without('publicHearing', 'informed', 'territory') },
    'informed',
  ],
  [
    'G09',
    'publicHearing',
    'no birth date',
    { comments: { identification: 'ФИО, адрес, ОГРН' } },
    'comments.identification',
  ],
  [
    'G09',
    'publicHearing',
    'no ОГРН',
    { comments: { identification: 'ФИО, дата рождения, адрес' } },
    'comments.identification',
  ],
  ['G10', 'publicHearing', 'not at the meeting', { comments: channelsBut('meeting') }, 'comments.channels'],
  ['G10', 'publicDiscussion', 'not at the meeting', { comments: channelsBut('meeting') }, null],
  ['G11', 'publicDiscussion', 'nowhere to check', { comments: { ownCheck: '' } }, 'comments.ownCheck'],
  ['G11', 'publicHearing', 'nowhere to check', { comments: { ownCheck: '' } }, null],
  [
    'G12',
    'publicHearing',
    'a protocol without its date',
    { documents: [...project, paper('protocol')], proposals: { residents: 1, others: 0 } },
    'protocolAt',
  ],
  [
    'G12',
    'publicHearing',
    'a whole protocol',
    {
      documents: [...project, paper('protocol')],
      protocolAt: at('2026-12-28'),
      proposals: { residents: 1, others: 0 },
    },
    null,
  ],
  [
    'G13',
    'publicHearing',
    'a list of participants',
    { documents: [...project, paper('other', 'Список участников слушаний')] },
    'documents.1.title',
  ],
  [
    'G13',
    'publicHearing',
    'a protocol without it',
    { documents: [...project, paper('other', 'Протокол без приложений')] },
    null,
  ],
  [
    'G13',
    'publicHearing',
    'a passport',
    { recommendation: 'Иванов, паспорт 46 04 123456' },
    'recommendation',
  ],
  [
    'G13',
    'publicHearing',
    'the number of an act',
    { recommendation: 'Постановление № 1234 от 12.05.2026' },
    null,
  ],
  ['G13', 'officialNotice', 'СНИЛС', { statusReason: '112-233-445 95' }, 'statusReason'],
  [
    'G13',
    'municipalHearing',
    'a birth date',
    { recommendation: 'Образцов Пётр Иванович, 12.05.1970' },
    'recommendation',
  ],
  ['G13', 'municipalHearing', 'an official', { recommendation: 'Председатель Образцов Пётр Иванович' }, null],
  [
    'G14',
    'publicHearing',
    'a conclusion without reasons',
    {
      documents: [...project, paper('conclusion')],
      conclusionAt: at('2026-12-30'),
      participants: 4,
      protocolNumber: '1',
    },
    'recommendation',
  ],
  [
    'G14',
    'publicHearing',
    'a whole conclusion',
    {
      documents: [...project, paper('conclusion')],
      conclusionAt: at('2026-12-30'),
      participants: 4,
      protocolNumber: '1',
      recommendation: 'Утвердить: замечания учтены',
    },
    null,
  ],
  [
    'G15',
    'publicHearing',
    'a day past the month',
    matter('generalPlan', { conclusionDueAt: at('2027-01-05') }),
    'conclusionDueAt',
  ],
  [
    'G15',
    'publicHearing',
    'the last day of the month',
    matter('generalPlan', { conclusionDueAt: at('2027-01-04') }),
    null,
  ],
  [
    'G15',
    'publicHearing',
    'the month is over, nothing is out',
    matter('generalPlan', { conclusionDueAt: null }),
    'conclusionAt',
    { on: '2027-01-05' },
  ],
  ['G16', 'publicHearing', 'a general plan', matter('generalPlan'), 'matter'],
  [
    'G17',
    'publicDiscussion',
    'a day past the month',
    matter('landUse', { conclusionDueAt: at('2027-01-05') }),
    'conclusionDueAt',
  ],
  [
    'G17',
    'publicDiscussion',
    'another matter',
    matter('landscaping', { conclusionDueAt: at('2027-01-05') }),
    null,
  ],
  [
    'G18',
    'publicDiscussion',
    'sixteen days',
    matter('landUseZone', { conclusionDueAt: at('2026-12-20') }),
    'conclusionDueAt',
  ],
  [
    'G18',
    'publicDiscussion',
    'fifteen days',
    matter('landUseZone', { conclusionDueAt: at('2026-12-19') }),
    null,
  ],
  [
    'G19',
    'publicDiscussion',
    'thirteen days',
    matter('layout', { conclusionDueAt: at('2026-12-17') }),
    'conclusionDueAt',
  ],
  ['G19', 'publicDiscussion', 'thirty days', matter('layout', { conclusionDueAt: at('2027-01-03') }), null],
  [
    'G19',
    'publicDiscussion',
    'thirty-one days',
    matter('layout', { conclusionDueAt: at('2027-01-04') }),
    'conclusionDueAt',
  ],
  [
    'G20',
    'publicHearing',
    'the eighth working day',
    matter('deviation', { application: { at: at('2026-12-01'), holdersToldAt: at('2026-12-11') } }),
    'application.holdersToldAt',
  ],
  [
    'G20',
    'publicHearing',
    'the seventh working day',
    matter('deviation', { application: { at: at('2026-12-01'), holdersToldAt: at('2026-12-10') } }),
    null,
  ],
  [
    'G20',
    'publicHearing',
    'the seventh working day across the New Year',
    matter('conditionalUse', { application: { at: at('2026-12-28'), holdersToldAt: at('2027-01-15') } }),
    null,
  ],
  [
    'G20',
    'publicHearing',
    'a day later',
    matter('conditionalUse', { application: { at: at('2026-12-28'), holdersToldAt: at('2027-01-18') } }),
    'application.holdersToldAt',
  ],
  [
    'G21',
    'publicHearing',
    'the sixteenth working day',
    matter('deviation', { noticeAt: at('2026-12-07'), conclusionDueAt: at('2026-12-29') }),
    'conclusionDueAt',
    { on: '2026-12-07' },
  ],
  [
    'G21',
    'publicHearing',
    'the fifteenth working day',
    matter('deviation', { noticeAt: at('2026-12-07'), conclusionDueAt: at('2026-12-28') }),
    null,
    { on: '2026-12-07' },
  ],
  ['G22', 'publicHearing', 'a deviation', matter('deviation'), 'matter'],
  [
    'G23',
    'publicDiscussion',
    'no term of the local act',
    matter('landscaping', { conclusionDueAt: null }),
    'conclusionDueAt',
  ],
  ['G23', 'publicDiscussion', 'a term', matter('landscaping'), null],
  [
    'G24',
    'publicHearing',
    'an exception without an act',
    { override: { reason: 'Так решили на совещании' } },
    'override.reason',
  ],
  ['G24', 'publicHearing', 'an exception with an act', { override: { reason: 'Решение Совета № 14' } }, null],
  ['M01', 'municipalHearing', 'no law', { basis: 'решение № 1' }, 'basis'],
  ['M01', 'municipalHearing', 'the old law, while it is one', { basis: '131-ФЗ, ст. 28' }, null],
  [
    'M01',
    'municipalHearing',
    'the old law, for a meeting in 2028',
    { basis: '131-ФЗ, ст. 28', meeting: { startsAt: at('2028-01-10') } },
    'basis',
  ],
  ['M01', 'municipalHearing', 'another article', { basis: '33-ФЗ, ст. 4' }, 'basis'],
  ['M02', 'municipalHearing', 'no matter', { municipalMatter: null }, 'municipalMatter'],
  ['M03', 'municipalHearing', 'no draft', { documents: [paper('other')] }, 'documents'],
  ['M03', 'municipalHearing', 'on the day of the meeting', {}, 'meeting.startsAt', { on: '2026-12-24' }],
  [
    'M03',
    'municipalHearing',
    'a result without reasons',
    { conclusionAt: at('2026-12-29') },
    'recommendation',
  ],
  ['M04', 'municipalHearing', 'no term in the settings', {}, null, { on: '2026-12-23' }],
  [
    'M04',
    'municipalHearing',
    'fewer days than the charter asks for',
    {},
    'meeting.startsAt',
    { on: '2026-12-15', settings: lawSettings({ rules: [{ rule: 'M04', value: 10 }] }, null) },
  ],
  [
    'M05',
    'municipalHearing',
    'the old law alone, in 2027',
    { basis: '131-ФЗ, ст. 28' },
    'basis',
    { on: '2027-01-01' },
  ],
  [
    'M05',
    'municipalHearing',
    'the old law alone, in 2026',
    { basis: '131-ФЗ, ст. 28' },
    null,
    { on: '2026-12-31' },
  ],
  ['H01', 'ownersMeeting', 'ten days, exactly', {}, 'meeting.startsAt', { on: '2026-12-09' }],
  ['H01', 'ownersMeeting', 'eleven days', {}, null, { on: '2026-12-08' }],
  ['H01', 'ownersMeeting', 'nine days', {}, 'meeting.startsAt', { on: '2026-12-10' }],
  [
    'H01',
    'ownersMeeting',
    'papers are accepted before the meeting',
    { voting: { from: at('2026-12-14') } },
    'voting.from',
  ],
  [
    'H01',
    'ownersMeeting',
    'told in time, looked at later',
    { told: told('meeting', lawful.ownersMeeting.meeting.startsAt, '2026-12-04') },
    null,
    { on: '2026-12-15' },
  ],
  [
    'H01',
    'ownersMeeting',
    'moved to a day told of too late',
    {
      status: 'moved',
      statusReason: 'Зал закрыт',
      meeting: { startsAt: at('2026-12-24') },
      voting: { from: at('2026-12-24') },
      told: told('meeting', lawful.ownersMeeting.meeting.startsAt, '2026-12-04'),
    },
    'meeting.startsAt',
    { on: '2026-12-15' },
  ],
  [
    'H01',
    'ownersMeeting',
    'moved to a day told of in time',
    {
      status: 'moved',
      statusReason: 'Зал закрыт',
      meeting: { startsAt: at('2026-12-26') },
      voting: { from: at('2026-12-26') },
    },
    null,
    { on: '2026-12-15' },
  ],
  [
    'H01',
    'ownersMeeting',
    'cancelled: no term is left',
    { status: 'cancelled', statusReason: 'Инициатор отказался' },
    null,
    { on: '2026-12-18' },
  ],
  ['H02', 'ownersMeeting', 'the system alone', { informed: [{ place: 'gis', text: 'ГИС ЖКХ' }] }, 'informed'],
  [
    'H02',
    'ownersMeeting',
    'the house alone, before the law',
    { informed: [{ place: 'house', text: 'Доска' }] },
    null,
    { on: '2025-02-28' },
  ],
  ['H03', 'ownersMeeting', 'no agenda', { agenda: [] }, 'agenda'],
  ['H03', 'ownersMeeting', 'nowhere to hand papers in', { voting: { place: '' } }, 'voting.place'],
  [
    'H03',
    'ownersMeeting',
    'no acceptance at a meeting in person',
    { form: 'inPerson', voting: { from: null, until: null, place: '' } },
    null,
  ],
  ['H04', 'ownersMeeting', 'no form', { form: null }, 'form'],
  ['H04', 'ownersMeeting', 'absentee with a meeting', { form: 'absentee' }, 'meeting.startsAt'],
  ['H04', 'ownersMeeting', 'in person with papers', { form: 'inPerson' }, 'voting.until'],
  ['H05', 'ownersMeeting', 'told on the eleventh day', { resultsAt: at('2027-01-09') }, 'resultsAt'],
  ['H05', 'ownersMeeting', 'told on the tenth day', { resultsAt: at('2027-01-08') }, null],
  ['H05', 'ownersMeeting', 'not told, the term is over', {}, 'resultsAt', { on: '2027-01-09' }],
  [
    'H06',
    'ownersMeeting',
    'a protocol on the eleventh day',
    { protocolAt: at('2027-01-09'), protocolNumber: '1' },
    'protocolAt',
  ],
  [
    'H06',
    'ownersMeeting',
    'a protocol without its number',
    { protocolAt: at('2027-01-08') },
    'protocolNumber',
  ],
  ['H06', 'ownersMeeting', 'a protocol in time', { protocolAt: at('2027-01-08'), protocolNumber: '1' }, null],
  [
    'H07',
    'ownersMeeting',
    'a register of owners',
    { documents: [paper('other', 'Реестр собственников помещений')] },
    'documents.0.title',
  ],
  [
    'H07',
    'ownersMeeting',
    'a flat beside a name',
    { initiator: 'Образцова Анна Петровна, кв. 12' },
    'initiator',
  ],
  ['H07', 'ownersMeeting', 'a form of a decision', { documents: [paper('other', 'Бланк решения')] }, null],
  [
    'H08',
    'ownersMeeting',
    'the administrator told too late',
    { voting: { isInSystem: true, administratorToldAt: at('2026-12-06') } },
    'voting.administratorToldAt',
  ],
  [
    'H08',
    'ownersMeeting',
    'the administrator told in time',
    { voting: { isInSystem: true, administratorToldAt: at('2026-12-05') } },
    null,
  ],
  [
    'H08',
    'ownersMeeting',
    'six days of votes',
    { voting: { isInSystem: true, administratorToldAt: at('2026-12-01'), until: at('2026-12-25') } },
    'voting.until',
  ],
  [
    'H09',
    'ownersMeeting',
    'papers to the end',
    { voting: { isInSystem: true, administratorToldAt: at('2026-12-01'), paperUntil: at('2026-12-28') } },
    'voting.paperUntil',
  ],
  [
    'H09',
    'ownersMeeting',
    'papers until two days before',
    { voting: { isInSystem: true, administratorToldAt: at('2026-12-01'), paperUntil: at('2026-12-27') } },
    null,
  ],
  [
    'H10',
    'ownersMeeting',
    'proposals in July',
    { repair: { worksYear: 2028, proposalsAt: at('2027-07-02') } },
    'repair.proposalsAt',
  ],
  [
    'H10',
    'ownersMeeting',
    'proposals in June',
    { repair: { worksYear: 2028, proposalsAt: at('2027-06-30') } },
    null,
  ],
  [
    'H11',
    'ownersMeeting',
    'decided after three months',
    { repair: { proposalsAt: at('2026-09-28') } },
    'voting.until',
  ],
  ['H11', 'ownersMeeting', 'decided on the last day', { repair: { proposalsAt: at('2026-09-29') } }, null],
  ['S01', 'officialNotice', 'cancelled without a reason', { status: 'cancelled' }, 'statusReason'],
  ['S01', 'officialNotice', 'cancelled with one', { status: 'cancelled', statusReason: 'Ошибка' }, null],
  [
    'S02',
    'ownersMeeting',
    'another date in silence',
    { meeting: { startsAt: at('2026-12-26') }, ...known },
    'status',
  ],
  ['S02', 'ownersMeeting', 'the same date', known, null],
  ['S02', 'ownersMeeting', 'the date taken away', { meeting: { startsAt: null }, ...known }, 'status'],
  [
    'S02',
    'ownersMeeting',
    'another date, said so',
    { status: 'moved', statusReason: 'Зал закрыт', meeting: { startsAt: at('2026-12-26') }, ...known },
    null,
  ],
  ['S03', 'officialNotice', 'resumed', { told: told('cancelled', '', today) }, 'status'],
  [
    'S03',
    'officialNotice',
    'still cancelled',
    { status: 'cancelled', statusReason: 'Ошибка', told: told('cancelled', '', today) },
    null,
  ],
  ['S04', 'officialNotice', 'empty', { documents: [] }, 'body'],
  ['S05', 'officialNotice', 'nobody to ask', { contact: { phone: '' } }, 'contact.phone'],
]

describe('the rules', () => {
  it.each(cases)('%s, %s: %s', (rule, kind, _, change, field, how) => {
    const found = judge(spoiled(kind, change), how).filter((finding) => finding.rule === rule)
    expect(found.map((finding) => finding.field)).toEqual(field === null ? [] : [field])
  })

  it('are all tried, and those that demand something both ways', () => {
    const ids = rules.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !cases.some(([rule, , , , field]) => rule === id && field !== null))).toEqual(
      [],
    )
    expect(cases.length).toBeGreaterThanOrEqual(60)
  })
})

describe('what a breach does', () => {
  const effectOf = (rule: string, data: unknown, how?: Judged) =>
    judge(data, how).find((finding) => finding.rule === rule)?.effect

  it('follows the mark: the law’s own words stop, what is retold warns, what is not found hints', () => {
    expect(effectOf('H04', spoiled('ownersMeeting', { form: null }))).toBe('block')
    expect(effectOf('G08', spoiled('publicHearing', { informed: [] }))).toBe('warn')
    expect(effectOf('G06', spoiled('publicDiscussion', { system: '' }))).toBe('hint')
    expect(effectOf('S01', spoiled('officialNotice', { status: 'moved' }))).toBe('block')
  })

  const confirmed = (row: object) => lawSettings({ rules: [{ rule: 'G08', ...row }] }, null)
  it.each([
    ['a lawyer has confirmed it', { confirmedBy: 'Юрист', confirmedAt: '2026-11-20' }, 'block'],
    ['nobody knows when', { confirmedBy: 'Юрист' }, 'warn'],
    ['nobody knows who', { confirmedAt: '2026-11-20' }, 'warn'],
  ])('of a retold rule, when %s', (_, row, effect) => {
    expect(effectOf('G08', spoiled('publicHearing', { informed: [] }), { settings: confirmed(row) })).toBe(
      effect,
    )
  })

  it('stays a hint however often a rule without a source is confirmed', () => {
    const row = { rule: 'G06', confirmedBy: 'Юрист', confirmedAt: '2026-11-20' }
    const settings = lawSettings({ rules: [row] }, null)
    expect(effectOf('G06', spoiled('publicDiscussion', { system: '' }), { settings })).toBe('hint')
  })

  it('is always a stop for personal data, and never for a day that is only doubtful', () => {
    const data = spoiled('publicHearing', { lead: 'СНИЛС 112-233-445 95' })
    expect(effectOf('G13', data)).toBe('block')
    expect(effectOf('H01', lawful.ownersMeeting, { on: '2026-12-09' })).toBe('warn')
    expect(effectOf('H01', lawful.ownersMeeting, { on: '2026-12-10' })).toBe('block')
  })

  it('stops nothing that an administrator has allowed, and everything else', () => {
    const findings = judge(spoiled('ownersMeeting', { form: null }), { on: '2026-12-12' })
    expect(blocking(findings).map(({ rule }) => rule)).toEqual(['H01', 'H04'])
    expect(blocking(findings, ['H01']).map(({ rule }) => rule)).toEqual(['H04'])
  })
})

describe('counting days', () => {
  const lead = (published: string, event: string, days: number) =>
    leadOf({ published, event, days, calendar })

  it('example 1: owners meet on Saturday 19 December 2026', () => {
    expect(lead('2026-12-09', '2026-12-19', 10)).toMatchObject({ worth: 'warning', lastLawful: '2026-12-08' })
    expect(lead('2026-12-08', '2026-12-19', 10).worth).toBe('clean')
    expect(lead('2026-12-10', '2026-12-19', 10).worth).toBe('late')
    expect(lastDayWithin('2026-12-19', 10)).toBe('2026-12-29')
  })

  it('example 2: materials are posted on Monday 14 December 2026', () => {
    expect(lead('2026-12-07', '2026-12-14', 7)).toEqual({
      worth: 'warning',
      lastAllowed: '2026-12-07',
      lastLawful: '2026-12-04',
    })
    expect(lead('2026-12-06', '2026-12-14', 7).worth).toBe('clean')
    expect(plusMonths('2026-12-04', 1)).toBe('2027-01-04')
    expect(planBy(calendar, '2027-01-04')).toBe('2026-12-30')
  })

  it('example 3: thirty days from 10 December 2026 end on a Saturday, so the 30th is promised', () => {
    expect(lastDayWithin('2026-12-10', 30)).toBe('2027-01-09')
    expect(planBy(calendar, '2027-01-09')).toBe('2026-12-30')
  })

  it.each([
    // The May holidays: 1 and 11 May 2026 off, 2–3 and 9–10 a weekend.
    ['2026-05-13', 10, '2026-04-30'],
    ['2026-05-18', 7, '2026-05-08'],
    ['2026-05-19', 7, '2026-05-08'],
    // New Year: 31 December 2026 to 10 January 2027 off.
    ['2027-01-12', 7, '2026-12-30'],
    ['2027-01-18', 7, '2026-12-30'],
    ['2027-01-20', 7, '2027-01-12'],
    // A Saturday that is worked: 20 February 2027.
    ['2027-02-28', 7, '2027-02-20'],
  ])('the last lawful day before %s, %i days, is %s', (event, days, expected) => {
    expect(lead(event, event, days).lastLawful).toBe(expected)
  })

  it.each([
    ['2026-04-30', 1, '2026-05-04'],
    ['2026-05-08', 1, '2026-05-12'],
    ['2026-12-30', 1, '2027-01-11'],
    ['2027-02-19', 2, '2027-02-24'],
  ])('%s and %i working days is %s', (day, count, expected) => {
    expect(plusWorkingDays(calendar, day, count)).toBe(expected)
  })

  it('has 247 working days in each of the two years', () => {
    for (const year of [2026, 2027]) {
      const days = Array.from({ length: 365 }, (_, index) =>
        new Date(Date.UTC(year, 0, 1 + index)).toISOString().slice(0, 10),
      )
      expect(days.filter((day) => isWorkingDay(calendar, day))).toHaveLength(247)
    }
  })

  it('follows the calendar of the settings', () => {
    const shorter = readCalendar([{ year: 2026, off: '08.12, 07.12', worked: '06.12' }])
    expect(
      leadOf({ published: '2026-12-01', event: '2026-12-19', days: 10, calendar: shorter }).lastLawful,
    ).toBe('2026-12-06')
    expect(wrongDays(2026, '01.01 31.02 1.5')).toEqual(['31.02', '1.5'])
  })

  it('keeps a month inside a shorter one', () => {
    expect(plusMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(plusMonths('2027-01-01', -6)).toBe('2026-07-01')
  })

  it('is by Moscow’s days, whatever the server’s clock says', () => {
    const late = spoiled('ownersMeeting', { meeting: { startsAt: '2026-12-18T22:00:00.000Z' } })
    expect(judge(late, { on: '2026-12-09' }).find(({ rule }) => rule === 'H01')?.effect).toBe('warn')
  })
})

describe('the last lawful day of a publication', () => {
  const last = (data: unknown, settings = unconfirmed) => lastLawfulDay({ notice: read(data), settings })

  it('is that of the rule which leaves the least time', () => {
    expect(last(lawful.publicHearing)).toEqual({ day: '2026-12-04', allowed: '2026-12-07', rule: 'G07' })
    expect(last(lawful.ownersMeeting)).toEqual({ day: '2026-12-08', allowed: '2026-12-09', rule: 'H01' })
    expect(last(spoiled('ownersMeeting', { voting: { from: at('2026-12-16') } }))?.day).toBe('2026-12-04')
  })

  it('is unknown where no date or no rule asks for one', () => {
    expect(last(lawful.officialNotice)).toBeNull()
    expect(last(lawful.municipalHearing)).toBeNull()
    expect(last(spoiled('publicHearing', { exposition: { from: null } }))).toBeNull()
    expect(last(spoiled('ownersMeeting', { status: 'cancelled' }))).toBeNull()
  })

  it('follows the number in the settings', () => {
    const settings = lawSettings({ rules: [{ rule: 'M04', value: 14 }] }, null)
    expect(last(lawful.municipalHearing, settings)).toEqual({
      day: '2026-12-09',
      allowed: '2026-12-10',
      rule: 'M04',
    })
  })
})
