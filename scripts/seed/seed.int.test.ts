import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { editorialSlugs } from '../../collections/index.ts'
import { openPortal, type Portal } from '../../collections/test/openPortal.ts'
import { clearDemo } from './clearDemo.ts'
import { houseSeeds } from './houses/houseSeeds.ts'
import { seedScale } from './scale.ts'
import { seedDemo } from './seedDemo.ts'
import type { DemoLogin } from './store/users.ts'

const now = new Date('2026-11-23T11:00:00Z')
let portal: Portal
let logins: DemoLogin[]
let options: { dataDir: string; log: (line: string) => void; now: Date }

beforeAll(async () => {
  portal = await openPortal(inject('databaseUrl'))
  options = { dataDir: portal.dataDir, log: () => {}, now }
  logins = await seedDemo(portal.payload, options)
}, 240_000)
afterAll(() => portal.close())

const counts = () =>
  Promise.all(
    [...editorialSlugs, 'addressees' as const, 'questions' as const, 'media' as const, 'users' as const].map(
      async (collection) => {
        const { totalDocs } = await portal.payload.count({ collection })
        return [collection, totalDocs]
      },
    ),
  ).then((rows) => Object.fromEntries(rows) as Record<string, number>)

const published = { _status: { equals: 'published' } } as const

describe('the demo in the real model', () => {
  it('is complete and public', async () => {
    expect(await counts()).toMatchObject({
      districts: 8,
      deputies: 32,
      news: 60,
      events: 42,
      hearings: 14,
      pages: 10,
      addressees: 36,
      questions: 25,
      polls: 5,
      places: 25,
    })
    expect((await portal.payload.count({ collection: 'stops' })).totalDocs).toBe(20)
    expect((await portal.payload.count({ collection: 'houses' })).totalDocs).toBe(houseSeeds.length)
    expect((await portal.payload.count({ collection: 'receptions' })).totalDocs).toBeGreaterThan(25)
    for (const collection of editorialSlugs) {
      const all = await portal.payload.count({ collection })
      expect(await portal.payload.count({ collection, where: published })).toEqual(all)
    }
  })

  it('has an edition of every notice, and a second one of those that were changed', async () => {
    const { docs } = await portal.payload.find({ collection: 'editions', pagination: false, depth: 0 })
    expect(docs.filter(({ edition }) => edition === 1)).toHaveLength(14)
    expect(
      docs.filter(({ edition }) => edition === 2).map(({ difference }) => difference?.[0]?.field),
    ).toEqual(expect.arrayContaining(['meeting.place', 'meeting.startsAt']))
  })

  it('marks as demo whatever has no source, and dates every source', async () => {
    for (const collection of editorialSlugs) {
      const { docs } = await portal.payload.find({ collection, pagination: false, depth: 0 })
      for (const doc of docs) {
        const { demo, slug } = doc
        const source = 'source' in doc ? doc.source : null
        if (!demo) expect(source?.name && source.checkedAt, `${collection}/${slug}`).toBeTruthy()
      }
    }
  })

  it('keeps the slugs and links that the texts name', async () => {
    const { docs } = await portal.payload.find({
      collection: 'news',
      where: { slug: { equals: 'most-cherez-pehorku-otkroyut-ranshe' } },
      depth: 1,
    })
    const [bridge] = docs
    expect(bridge?.event).toMatchObject({ slug: 'pervyy-prohod-po-mostu' })
    expect(bridge?.related).toHaveLength(2)
    expect(bridge?.documents?.[0]?.file).toMatchObject({
      kind: 'document',
      pages: 1,
      mimeType: 'application/pdf',
    })
    expect(bridge?.cover).toMatchObject({ width: 1600, height: 1000, kind: 'image' })
  })

  it('lets the model note the former start of the moved event', async () => {
    const { docs } = await portal.payload.find({
      collection: 'events',
      where: { status: { equals: 'moved' } },
    })
    expect(docs).toHaveLength(1)
    expect(docs[0]?.sequence).toBe(1)
    expect(docs[0]?.previousStartsAt).not.toBe(docs[0]?.startsAt)
    expect(docs[0]?.previousStartsAt).toBeTruthy()
  })

  it('has wishes in every state and district, and people who want to join', async () => {
    const { docs } = await portal.payload.find({ collection: 'wishes', pagination: false, depth: 0 })
    expect(docs.length).toBeGreaterThanOrEqual(40)
    expect(new Set(docs.map(({ status }) => status)).size).toBe(6)
    expect(new Set(docs.map(({ district }) => district)).size).toBe(9)
    expect(docs.every(({ demo, receivedAt }) => demo && receivedAt <= now.toISOString())).toBe(true)
    const { members } = await portal.payload.findGlobal({ slug: 'initiative' })
    expect(members).toBeGreaterThan(0)
  })

  it('publishes nothing later than now', async () => {
    for (const collection of editorialSlugs) {
      const late = { publishedAt: { greater_than: now.toISOString() } }
      expect((await portal.payload.count({ collection, where: late })).totalDocs).toBe(0)
    }
  })

  it('gives one account per role; the respondent’s is linked to a deputy', async () => {
    expect(logins.map(({ role }) => role)).toEqual(['admin', 'editor', 'volunteer', 'respondent'])
    for (const { email, password } of logins) {
      const { user } = await portal.payload.login({ collection: 'users', data: { email, password } })
      expect(user?.email).toBe(email)
    }
    const { docs } = await portal.payload.find({
      collection: 'deputies',
      where: { user: { exists: true } },
      depth: 1,
    })
    expect(docs.map(({ user }) => user)).toMatchObject([{ email: 'respondent@example.org' }])
    const path = join(portal.dataDir, 'demo-logins.json')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(logins)
  })

  it('changes nothing when seeded again, not even what an editor wrote', async () => {
    const before = await counts()
    const { docs } = await portal.payload.find({ collection: 'news', limit: 1, depth: 0 })
    const id = docs[0]?.id ?? ''
    await portal.payload.update({
      collection: 'news',
      id,
      data: { title: 'Правка редактора', _status: 'published' },
    })
    expect(await seedDemo(portal.payload, options)).toEqual(logins)
    expect(await counts()).toEqual(before)
    expect((await portal.payload.findByID({ collection: 'news', id })).title).toBe('Правка редактора')
  })

  it('leaves a mark while it is not finished, for the next start to finish it', async () => {
    const mark = { key: { equals: 'demo-unfinished' } }
    const isMarked = async () =>
      (await portal.payload.count({ collection: 'portal-state', where: mark })).totalDocs
    expect(await isMarked()).toBe(0)
    const stopping = new Error('killed here')
    const log = () => {
      throw stopping
    }
    await expect(seedDemo(portal.payload, { ...options, log })).rejects.toBe(stopping)
    expect(await isMarked()).toBe(1)
    await seedDemo(portal.payload, options)
    expect(await isMarked()).toBe(0)
  })

  it('adds the same synthetic volume, once', async () => {
    expect(await seedScale(portal.payload, 700, { now })).toBe(700)
    expect(await seedScale(portal.payload, 700, { now })).toBe(0)
    const where = { slug: { equals: 'ispytanie-000700' } }
    const visible = await portal.request('anonymous', 'GET', '/news?where[slug][equals]=ispytanie-000700')
    expect(visible.body.docs).toHaveLength(1)
    const { docs } = await portal.payload.find({ collection: 'news', where })
    expect(docs[0]?.body?.root.children.length).toBeGreaterThan(3)
    expect(docs[0]?.demo).toBe(true)
  })

  // Last: it takes the rest away.
  it('goes without a trace, and the facts stay', async () => {
    await clearDemo(portal.payload, options)
    for (const collection of [
      ...editorialSlugs,
      'addressees' as const,
      'questions' as const,
      'media' as const,
    ]) {
      const where = { demo: { equals: true } }
      expect((await portal.payload.count({ collection, where })).totalDocs, collection).toBe(0)
    }
    expect(await counts()).toMatchObject({
      districts: 8,
      deputies: 0,
      news: 8,
      events: 0,
      hearings: 0,
      pages: 6,
      // Four parks and one station are facts.
      places: 4,
    })
    expect((await portal.payload.count({ collection: 'stops' })).totalDocs).toBe(1)
    for (const collection of [
      'wishes',
      'join-requests',
      'houses',
      'receptions',
      'streams',
      'editions',
    ] as const)
      expect((await portal.payload.count({ collection })).totalDocs, collection).toBe(0)
    expect(await portal.payload.findGlobal({ slug: 'initiative' })).toMatchObject({ members: 0, demo: false })
    const { docs: districts } = await portal.payload.find({ collection: 'districts', where: published })
    expect(districts.map(({ territory }) => territory ?? null)).toEqual(Array(8).fill(null))
    const { docs: users } = await portal.payload.find({ collection: 'users' })
    expect(users.filter(({ email }) => email.endsWith('@example.org'))).toEqual([])
    // What is left in the library is what the facts show.
    const { docs: files } = await portal.payload.find({ collection: 'media', pagination: false })
    expect(files.map(({ credit }) => credit)).toEqual(files.map(() => 'Рисунок для портала'))
    expect(files.length).toBeLessThan(9)
    const { figures } = await portal.payload.findGlobal({ slug: 'settings' })
    expect(figures).toHaveLength(4)
  }, 180_000)
})
