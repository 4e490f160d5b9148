import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Publication } from '../payload-types.ts'
import { changedSince } from '../snapshot/changedSince.ts'
import { openPortal, type Portal, type Visitor } from '../test/openPortal.ts'
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
