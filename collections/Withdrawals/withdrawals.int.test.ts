import { createHash } from 'node:crypto'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { dayOf } from '../moscow.schema.ts'
import { pdf } from '../test/files.ts'
import { lawful, lawfulOn } from '../test/lawfulNotices.ts'
import { openPortal, type Portal, type Visitor } from '../test/openPortal.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal(inject('databaseUrl'))
})
afterAll(() => portal.close())

const canary = 'Канарейкина Мария'
const reason = 'Обращение гражданина от 20.11.2026, 152-ФЗ, ст. 21'

const upload = async (name: string) => {
  const { body } = await portal.upload('editor', 'POST', '/media', {
    bytes: pdf(),
    name,
    type: 'application/pdf',
    data: { alt: '' },
  })
  return body.doc as { id: string; filename: string }
}

const publish = async (change: object = {}) => {
  const file = (await upload('postanovlenie.pdf')).id
  const data = {
    ...lawfulOn(lawful.officialNotice, { today: dayOf(Date.now()), file }),
    territory: `Подъезд, где живёт ${canary}, и соседний`,
    ...change,
    _status: 'published',
  }
  const { body, status } = await portal.request('editor', 'POST', '/hearings?depth=0', data)
  expect(status, JSON.stringify(body)).toBe(201)
  return body.doc
}

const edit = (id: string, data: object, query = '') =>
  portal.request('editor', 'PATCH', `/hearings/${id}${query}`, data)

const withdraw = (data: object, as: Visitor = 'admin') =>
  portal.request(as, 'POST', '/withdrawals', { reason, ...data })

const editions = async (hearing: string) => {
  const where = `where[hearing][equals]=${hearing}&sort=edition&depth=0`
  return (await portal.request('anonymous', 'GET', `/editions?${where}`)).body.docs
}

/** Names of the collections in which anything says it. */
const whereIs = async (words: RegExp): Promise<string[]> => {
  const { db } = portal.payload.db.connection
  const found: string[] = []
  for (const { name } of (await db?.listCollections({}, { nameOnly: true }).toArray()) ?? [])
    if (words.test(JSON.stringify(await db?.collection(name).find({}).toArray()))) found.push(name)
  return found
}

describe('personal data in a notice', () => {
  it('is erased from every record; its edition says so, keeps its checksum, and another follows', async () => {
    const doc = await publish({ title: `Отключение воды у ${canary}` })
    await edit(doc.id, { statusReason: `Просьба: ${canary}`, _status: 'published' })
    await edit(doc.id, { lead: `Для ${canary.toLocaleUpperCase('ru')}` }, '?draft=true')
    const [first] = await editions(doc.id)
    expect(await whereIs(/канарейкина/i)).toContain('_hearings_versions')

    const { status, body } = await withdraw({ hearing: doc.id, passage: canary })
    expect(status, JSON.stringify(body)).toBe(201)
    expect(await whereIs(/канарейкин|kanarejkin|kanareikin/i)).toEqual([])

    const all = await editions(doc.id)
    const { content, sha256 } = all[0]
    expect(sha256).toBe(first.sha256)
    expect(sha256).toBe(createHash('sha256').update(first.content).digest('hex'))
    expect(content).toMatch(/где живёт \[Изъято: персональные данные, \d+ \S+ 20\d\d\], и соседний/)
    expect(JSON.parse(content).withdrawn).toEqual([{ at: body.doc.at, reason, sha256 }])
    const last = all.at(-1)
    expect(last.edition).toBe(all.length)
    expect(last.sha256).toBe(createHash('sha256').update(last.content).digest('hex'))
    expect(JSON.parse(last.content).withdrawals).toMatchObject([{ reason }])
    const read = (await portal.request('anonymous', 'GET', `/hearings/${doc.id}?depth=0`)).body
    expect(read).toMatchObject({ edition: all.length, withdrawals: [{ reason }] })
    expect(read.title).toContain('[Изъято: персональные данные')

    // What is saved afterwards goes on from here and keeps what was said.
    await edit(doc.id, { title: read.title, lead: 'Суть', withdrawals: [], _status: 'published' })
    expect(await editions(doc.id)).toHaveLength(all.length)
    const after = (await portal.request('anonymous', 'GET', `/hearings/${doc.id}?depth=0`)).body
    expect(after.withdrawals).toMatchObject([{ reason }])
  })

  it('tells the site of the notice and of each edition', async () => {
    const doc = await publish()
    await portal.payload.db.deleteMany({ collection: 'publications', where: {} })
    await withdraw({ hearing: doc.id, passage: canary })
    const { docs } = await portal.payload.find({ collection: 'publications', pagination: false })
    expect(docs.map(({ collectionSlug, kind }) => `${collectionSlug} ${kind}`).sort()).toEqual([
      'editions published',
      'editions updated',
      'hearings updated',
    ])
  })

  it('goes with the file that holds it: from the list, from the library, from the disk', async () => {
    const file = await upload('spisok-zhitelej.pdf')
    const doc = await publish({ territory: 'Двор' })
    const documents = [...doc.documents, { title: 'Список', kind: 'other', file: file.id }]
    const published = await edit(doc.id, { documents, _status: 'published' })
    expect(published.status, JSON.stringify(published.body)).toBe(200)
    const { status, body } = await withdraw({ hearing: doc.id, file: file.id })
    expect(status, JSON.stringify(body)).toBe(201)
    expect(await whereIs(new RegExp(file.filename))).toEqual([])
    await expect(access(join(portal.dataDir, 'media', file.filename))).rejects.toThrow()
    const read = (await portal.request('anonymous', 'GET', `/hearings/${doc.id}?depth=0`)).body
    expect(read.documents).toHaveLength(1)
  })

  it('is withdrawn by an administrator alone, with a reason that does not tell it again', async () => {
    const doc = await publish()
    const wish = { hearing: doc.id, passage: canary }
    for (const visitor of ['anonymous', 'respondent', 'volunteer', 'editor'] as const)
      expect((await withdraw(wish, visitor)).status).toBe(403)
    expect((await withdraw({ ...wish, reason: 'Надо' })).status).toBe(400)
    expect((await withdraw({ ...wish, reason: `${reason}: ${canary}` })).status).toBe(400)
    expect((await withdraw({ ...wish, passage: 'Ив' })).status).toBe(400)
    const absent = await withdraw({ ...wish, passage: 'Такого тут нет' })
    expect(absent.status).toBe(400)
    expect(absent.body.errors[0].message).toContain('такого нет')
    const [only, ...more] = await editions(doc.id)
    expect(only.content).toContain(canary)
    expect(more).toEqual([])
  })
})
