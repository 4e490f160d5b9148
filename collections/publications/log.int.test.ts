import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Publication } from '../payload-types.ts'
import { changedSince } from '../snapshot/changedSince.ts'
import { openPortal, type Portal, type Visitor } from '../test/openPortal.ts'
import { applyResult } from './applyResult.ts'
import { prunePublications } from './prune.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal(inject('databaseUrl'))
})
afterAll(() => portal.close())

const day = 86_400_000
const now = new Date('2026-11-23T12:00:00.000Z')

const row = (documentId: string, data: Partial<Publication>) =>
  portal.payload.create({
    collection: 'publications',
    data: {
      collectionSlug: 'pages',
      documentId,
      title: documentId,
      kind: 'published',
      status: 'live',
      requestedAt: now.toISOString(),
      ...data,
    },
  })

const rowsOf = async (documentId: string) =>
  (
    await portal.payload.find({
      collection: 'publications',
      where: { documentId: { equals: documentId } },
      sort: 'createdAt',
    })
  ).docs

describe('the log of publications', () => {
  it('forgets after 90 days what is on the site, and keeps failed and undelivered rows', async () => {
    const old = new Date(now.getTime() - 91 * day).toISOString()
    const recent = new Date(now.getTime() - 89 * day).toISOString()
    await row('old-live', { requestedAt: old, revision: 5 })
    await row('old-failed', { requestedAt: old, revision: 5, status: 'failed' })
    await row('old-queued', { requestedAt: old, status: 'queued' })
    await row('recent-live', { requestedAt: recent, revision: 6 })
    expect(await prunePublications(portal.payload, now)).toBe(1)
    expect(await prunePublications(portal.payload, now)).toBe(0)
    const { docs } = await portal.payload.find({ collection: 'publications', sort: 'createdAt' })
    expect(docs.map(({ documentId }) => documentId)).toEqual(['old-failed', 'old-queued', 'recent-live'])
  })

  it('is not asked for changes it has forgotten: the reader gets everything', async () => {
    expect(await changedSince(portal.payload, 4, 6)).toBeNull()
    expect(await changedSince(portal.payload, 5, 6)).toMatchObject({
      documents: [{ collection: 'pages', id: 'recent-live' }],
    })
  })
})

describe('POST /api/publications/build-again', () => {
  const ask = (as: Visitor, id: string) =>
    portal.request(as, 'POST', '/publications/build-again', { collection: 'pages', id })
  const statusOf = async (as: Visitor, id: string) =>
    (await portal.request(as, 'GET', `/publications/status?collection=pages&id=${id}`)).body.publication

  it('queues a failed document again for an editor, and for nobody below', async () => {
    await row('broken', { status: 'failed', revision: 7, error: 'нет обложки', media: ['picture'] })
    expect((await ask('anonymous', 'broken')).status).toBe(401)
    expect((await ask('respondent', 'broken')).status).toBe(403)
    expect((await ask('volunteer', 'broken')).status).toBe(403)
    expect(await rowsOf('broken')).toHaveLength(1)
    expect(await statusOf('volunteer', 'broken')).toMatchObject({ status: 'failed', canBuildAgain: false })
    expect(await statusOf('editor', 'broken')).toMatchObject({ status: 'failed', canBuildAgain: true })

    expect((await ask('editor', 'broken')).status).toBe(202)
    const [, again] = await rowsOf('broken')
    expect(again).toMatchObject({
      status: 'queued',
      kind: 'published',
      actor: 'editor',
      media: ['picture'],
    })
    expect(again?.revision).toBeFalsy()
    expect(await statusOf('editor', 'broken')).toMatchObject({ status: 'queued', canBuildAgain: false })
  })

  it('refuses what has not failed, what never reached a build and what it does not know', async () => {
    await row('fine', { revision: 8 })
    await row('schedule', { status: 'failed' })
    for (const id of ['fine', 'schedule', 'unknown']) expect((await ask('editor', id)).status).toBe(409)
    expect((await portal.request('editor', 'POST', '/publications/build-again')).status).toBe(409)
    expect(await statusOf('editor', 'schedule')).toMatchObject({ isFailedBuild: false, canBuildAgain: false })
  })
})

describe('a document that is held back', () => {
  const held = (id: string, error: string) => ({ collection: 'pages', id, title: `Запись ${id}`, error })
  const live = (revision: number, second: number, list: ReturnType<typeof held>[]) =>
    applyResult(portal.payload, {
      revision,
      state: 'live',
      at: `2026-11-23T13:00:0${second}.000Z`,
      held: list,
    })
  const lastOf = async (id: string) => (await rowsOf(id)).at(-1)

  it('fails for its own reason while all others of the same publish go live', async () => {
    for (const id of ['held-1', 'held-2', 'beside']) await row(id, { status: 'building', revision: 20 })
    await live(20, 0, [held('held-1', 'нет обложки'), held('held-2', 'страница «Запись held-2» пуста')])
    expect(await lastOf('held-1')).toMatchObject({ status: 'failed', error: '«Запись held-1»: нет обложки' })
    expect((await lastOf('held-1'))?.liveAt).toBeFalsy()
    // Its title is in the reason already.
    expect(await lastOf('held-2')).toMatchObject({
      status: 'failed',
      error: 'страница «Запись held-2» пуста',
    })
    expect(await lastOf('beside')).toMatchObject({ status: 'live', liveAt: '2026-11-23T13:00:00.000Z' })
  })

  it('is not mistaken for another of the same id in another section', async () => {
    await row('held-1', { collectionSlug: 'news', status: 'queued', revision: 21 })
    await live(21, 1, [held('held-1', 'нет обложки'), held('held-2', 'пусто')])
    expect(await rowsOf('held-1')).toMatchObject([
      { collectionSlug: 'pages', status: 'failed' },
      { collectionSlug: 'news', status: 'live' },
    ])
  })

  it('stays failed at later publishes that still hold it, and can be asked for again', async () => {
    await row('after', { status: 'queued', revision: 22 })
    await live(22, 2, [held('held-1', 'нет обложки'), held('held-2', 'пусто')])
    expect(await lastOf('after')).toMatchObject({ status: 'live', liveAt: '2026-11-23T13:00:02.000Z' })
    expect((await rowsOf('held-1'))[0]).toMatchObject({
      status: 'failed',
      error: '«Запись held-1»: нет обложки',
    })
    const { body } = await portal.request('editor', 'GET', '/publications/status?collection=pages&id=held-2')
    expect(body.publication).toMatchObject({ status: 'failed', canBuildAgain: true, latencyMs: null })
  })

  it('is live with its correction when it is held no more, and the others stay held', async () => {
    await row('held-1', { status: 'queued', revision: 23, requestedAt: '2026-11-23T13:00:02.800Z' })
    await live(23, 3, [held('held-2', 'пусто')])
    for (const each of await rowsOf('held-1')) expect(each).toMatchObject({ status: 'live' })
    expect((await lastOf('held-1'))?.error).toBeFalsy()
    expect(await lastOf('held-2')).toMatchObject({ status: 'failed' })
    const { body } = await portal.request(
      'volunteer',
      'GET',
      '/publications/status?collection=pages&id=held-1',
    )
    expect(body.publication).toMatchObject({ status: 'live', latencyMs: 200 })
  })
})
