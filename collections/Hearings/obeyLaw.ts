import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { APIError } from 'payload'
import { isAdmin } from '../access/roles.ts'
import { before } from '../hooks/before.ts'
import { publishes } from '../hooks/intent.ts'
import type { Saved } from '../hooks/saved.ts'
import { dayOf } from '../moscow.schema.ts'
import { fieldName } from './law/fieldNames.schema.ts'
import { blocking, lint, type Finding } from './law/lint.schema.ts'
import { readNotice, toldOf, type Notice, type ToldDate } from './law/notice.schema.ts'
import { overrideOf, type Override } from './law/override.schema.ts'
import { movedDates } from './law/portal.schema.ts'
import { fullDay } from './law/rule.schema.ts'
import { toldAfter } from './law/told.schema.ts'
import { publishedNow } from './publishedNow.ts'
import { readLaw } from './readLaw.ts'

/**
 * No notice becomes public against the law, on any route: every save ends here. Whatever somebody sent, the portal's own
 * records (since when dates are known, which dates they replace, who allowed an exception) are its own.
 */
export const obeyLaw: CollectionBeforeChangeHook<Saved> = async ({
  context,
  data,
  operation,
  originalDoc,
  req,
}) => {
  // A copy is new, whatever it is a copy of.
  const former = operation === 'create' ? undefined : originalDoc
  const { main } = before(req, 'hearings', former?.['id'])
  const now = publishedNow(req)
  const told = toldOf(main?.['told'])
  const isPublic = publishes({ context, operation, status: data['_status'] })
  const notice = readNotice({ ...data, told })
  const records = { told, former: main?.['former'] ?? [] }
  if (!notice) {
    if (isPublic)
      throw refusal('Опубликовать нельзя: выберите вид.', [{ path: 'kind', message: 'Выберите вид.' }])
    return { ...data, ...records, override: keptOverride(req, data, former) }
  }
  const settings = await readLaw(req)
  const findings = lint({ notice, settings, today: dayOf(now) })
  const override = overrideAfter(req, { data, former, stopping: ruleIds(blocking(findings)), now })
  if (!isPublic) return { ...data, ...records, override }
  const stopping = blocking(findings, override.rules)
  if (stopping.length > 0)
    throw refusal(`Опубликовать нельзя. ${stopping.map(sentence).join(' ')}`, stopping.map(asFieldError))
  return {
    ...data,
    override,
    told: toldAfter(notice, now),
    former: [...listOf(records.former), ...movedDates(notice).flatMap((date) => formerOf(notice, date, now))],
  }
}

type Save = { data: Partial<Saved>; former: Saved | undefined; stopping: string[]; now: string }

/** An administrator's reason allows what stops the notice now; nobody else changes an exception, not by a restored version either. */
const overrideAfter = (req: PayloadRequest, { data, former, stopping, now }: Save): Override => {
  const kept = keptOverride(req, data, former)
  if (!isAdmin(req)) return kept
  const known = readOverride(former?.['override'])
  return overrideOf(readOverride(data['override']).reason, { known, stopping, now })
}

const keptOverride = (req: PayloadRequest, data: Partial<Saved>, former: Saved | undefined): Override =>
  // Without a user it is the portal's own code.
  readOverride((req.user ? former : data)?.['override'])

const readOverride = (value: unknown): Override => {
  const { reason, rules, at } = isObject(value) ? value : {}
  return {
    reason: typeof reason === 'string' ? reason : null,
    rules: listOf(rules).filter((rule) => typeof rule === 'string'),
    at: typeof at === 'string' ? at : null,
  }
}

const formerOf = (notice: Notice, date: ToldDate, now: string) => {
  const known = notice.told[date]
  return known ? [{ what: date, date: known.date, movedAt: now }] : []
}

/** «Собрание — начало». … with the rule, its article and the last lawful day. */
const sentence = ({ article, field, lastDay, rule, text }: Finding): string => {
  const last =
    lastDay && !text.includes(fullDay(lastDay)) ? ` Последний законный день — ${fullDay(lastDay)}.` : ''
  return `«${fieldName(field)}». ${text}${last} (${rule}, ${article})`
}

const asFieldError = (finding: Finding) => ({
  path: finding.field,
  message: `${finding.text} (${finding.rule}, ${finding.article})`,
})

const ruleIds = (findings: Finding[]): string[] => [...new Set(findings.map(({ rule }) => rule))]

// The admin takes what follows a colon for a list of fields, and breaks it at its commas.
const refusal = (text: string, errors: { path: string; message: string }[]) =>
  new APIError(text.replaceAll(': ', ' — '), 400, { errors }, true)

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
