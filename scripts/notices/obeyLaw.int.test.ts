import fc from 'fast-check'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { readLaw } from '../../collections/Hearings/readLaw.ts'
import { blocking, lint } from '../../collections/Hearings/law/lint.schema.ts'
import { readNotice } from '../../collections/Hearings/law/notice.schema.ts'
import { dayOf } from '../../collections/moscow.schema.ts'
import { runScheduledJobs } from '../../collections/schedule/runScheduledJobs.ts'
import { lawful, lawfulOn } from '../../collections/test/lawfulNotices.ts'
import { openPortal, type Portal } from '../../collections/test/openPortal.ts'

/**
 * Whatever editors, administrators and schedules do to notices, and in whatever order: what residents can read breaks no
 * rule that blocks, but for those that an administrator has allowed in writing.
 */

let portal: Portal
beforeAll(async () => {
  portal = await openPortal(inject('databaseUrl'))
})
afterAll(() => portal.close())

const send = (as: 'admin' | 'editor', method: string, path: string, data?: object) =>
  portal.request(as, method, `/hearings${path}`, data)

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
const reason = 'Решение № 14: так постановил Совет'

/** Changes of a notice, lawful and not. */
const changes: Record<string, object> = {
  nothing: {},
  noForm: { form: null },
  form: { form: 'mixed' },
  soon: { meeting: { startsAt: inDays(4), place: 'Двор' } },
  later: {
    meeting: { startsAt: inDays(30), place: 'Двор' },
    voting: { from: inDays(31), until: inDays(40), place: 'x' },
  },
  moved: { status: 'moved', statusReason: 'Зал закрыт' },
  movedSilently: { status: 'moved', statusReason: '' },
  cancelled: { status: 'cancelled', statusReason: 'Инициатор отказался' },
  resumed: { status: 'scheduled' },
  passport: { statusReason: 'Паспорт 46 04 123456' },
  noLaw: { basis: 'просто так' },
  words: { authority: 'Администрация округа' },
  exception: { override: { reason, rules: ['H01', 'H04', 'M01', 'G13'] } },
  soonByException: { meeting: { startsAt: inDays(4), place: 'Двор' }, override: { reason } },
  formlessByException: { form: null, basis: 'просто так', override: { reason } },
  noException: { override: { reason: '' } },
}

const files = { today: dayOf(Date.now()), file: '' }

/** Everything that publishes, restores or puts away. */
const ways: Record<string, (as: 'admin' | 'editor', id: string, data: object) => Promise<unknown>> = {
  publish: (as, id, data) => send(as, 'PATCH', `/${id}`, { ...data, _status: 'published' }),
  draft: (as, id, data) => send(as, 'PATCH', `/${id}?draft=true`, data),
  draftPublished: (as, id, data) => send(as, 'PATCH', `/${id}?draft=true`, { ...data, _status: 'published' }),
  autosave: (as, id, data) =>
    send(as, 'PATCH', `/${id}?draft=true&autosave=true`, { ...data, _status: 'published' }),
  bulk: (as, id, data) => send(as, 'PATCH', `?where[id][equals]=${id}`, { ...data, _status: 'published' }),
  bulkDraft: (as, id, data) =>
    send(as, 'PATCH', `?draft=true&where[id][equals]=${id}`, { ...data, _status: 'published' }),
  unpublish: (as, id, data) => send(as, 'PATCH', `/${id}`, { ...data, _status: 'draft' }),
  allLocales: (as, id, data) =>
    send(as, 'PATCH', `/${id}?publishAllLocales=true`, { ...data, _status: 'published' }),
  duplicate: (as, id, data) =>
    send(as, 'POST', `/${id}/duplicate`, {
      ...data,
      slug: `kopiya-${Math.random().toString(36).slice(2)}`,
      _status: 'published',
    }),
  local: (as, id, data) =>
    portal.payload
      .update({
        collection: 'hearings',
        id,
        data: { ...data, _status: 'published' },
        user: { ...portal.users[as], collection: 'users' },
      })
      .catch(() => null),
  restore: async (as, id) => {
    const { body } = await send(
      as,
      'GET',
      `/versions?where[parent][equals]=${id}&sort=createdAt&limit=5&depth=0`,
    )
    for (const { id: version } of body.docs) await send(as, 'POST', `/versions/${version}`)
  },
  restoreDraft: async (as, id) => {
    const { body } = await send(as, 'GET', `/versions?where[parent][equals]=${id}&limit=2&depth=0`)
    for (const { id: version } of body.docs) await send(as, 'POST', `/versions/${version}?draft=true`)
  },
  schedule: async (as, id) => {
    await portal.payload.jobs.queue({
      task: 'schedulePublish',
      input: {
        type: 'publish',
        doc: { relationTo: 'hearings', value: id },
        user: { relationTo: 'users', value: portal.users[as].id },
      },
      waitUntil: new Date(Date.now() - 1000),
    })
    await runScheduledJobs(portal.payload)
  },
}

const step = fc.record({
  way: fc.constantFrom(...Object.keys(ways)),
  as: fc.constantFrom('editor' as const, 'editor' as const, 'admin' as const),
  change: fc.constantFrom(...Object.keys(changes)),
})

const kinds = ['ownersMeeting', 'municipalHearing', 'officialNotice'] as const

it('no notice with a blocking breach is ever public, by any way or row of ways', async () => {
  let published = 0
  let allowed = 0
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...kinds),
      fc.constantFrom(...Object.keys(changes)),
      fc.array(step, { minLength: 2, maxLength: 7 }),
      async (kind, first, steps) => {
        const data = { ...lawfulOn(lawful[kind], files), documents: [], body: body, ...changes[first] }
        const { body: made } = await send('editor', 'POST', '?draft=true&depth=0', data)
        for (const { as, change, way } of steps) {
          await ways[way]?.(as, made.doc.id, changes[change] ?? {})
          const { docs } = (await portal.request('anonymous', 'GET', '/hearings?limit=0&depth=0')).body
          for (const doc of docs) {
            expect(await unlawful(doc), `${kind} ${first} → ${JSON.stringify(steps)}`).toEqual([])
            published += 1
            if (doc.override?.rules?.length) allowed += 1
          }
        }
        await portal.payload.delete({ collection: 'hearings', where: {} })
      },
    ),
    { numRuns: Number(process.env['LAW_RUNS'] ?? 150) },
  )
  // The property would hold of a portal that publishes nothing.
  expect(published).toBeGreaterThan(20)
  expect(allowed).toBeGreaterThan(0)
}, 600_000)

const body = {
  root: {
    type: 'root',
    version: 1,
    format: '',
    indent: 0,
    direction: 'ltr',
    children: [
      {
        type: 'paragraph',
        version: 1,
        format: '',
        indent: 0,
        direction: 'ltr',
        children: [
          {
            type: 'text',
            version: 1,
            text: 'О чём сообщают',
            format: 0,
            mode: 'normal',
            style: '',
            detail: 0,
          },
        ],
      },
    ],
  },
}

/** What stands against a public notice on the day it was told of, beyond what an administrator allowed. */
const unlawful = async (doc: Record<string, unknown>): Promise<string[]> => {
  const notice = readNotice(doc)
  if (!notice) return ['no kind']
  const settings = await readLaw({ payload: portal.payload, context: {} } as Parameters<typeof readLaw>[0])
  const { override } = doc
  const rules: unknown =
    typeof override === 'object' && override !== null && 'rules' in override ? override.rules : []
  const isWritten = notice.overrideReason.length >= 20
  const allowedRules =
    isWritten && Array.isArray(rules) ? rules.filter((rule) => typeof rule === 'string') : []
  return blocking(lint({ notice, settings, today: dayOf(Date.now()) }), allowedRules).map(
    ({ rule, text }) => `${rule} ${text}`,
  )
}
