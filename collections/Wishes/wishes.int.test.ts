import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { asResident } from '../test/asResident.ts'
import { pdf, phonePhoto } from '../test/files.ts'
import { openPortal, type Portal, type Visitor } from '../test/openPortal.ts'
import {
  canMove,
  declineReasons,
  isOpen,
  needsReason,
  needsReply,
  wishStates,
  type WishState,
} from './wishes.schema.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal(inject('databaseUrl'))
})
afterAll(() => portal.close())
afterEach(() => vi.useRealTimers())

let wishes = 0

/** What must never get out of a wish that is not published: its own words, found nowhere else. */
const newCanary = () => {
  const mark = `канарейка-${(wishes += 1)}-`
  return {
    title: `Заголовок ${mark}`,
    text: `Текст пожелания, достаточно длинный, ${mark}`,
    place: `Улица ${mark}`,
    name: `Имя ${mark}`,
    email: `${mark}@example.test`.replace('канарейка', 'kanarejka'),
  }
}

type Canary = { title?: string | null; email?: string | null }

/** The mark of a wish, in all the ways it can be written. */
const tracesOf = ({ title, email }: Canary): RegExp =>
  new RegExp(`${title?.split(' ').at(-1)}|${email?.split('@')[0]}`)

const form = () => ({ category: 'yards', ...newCanary(), consentProcessing: 'on' })

const photoOf = ({ photo }: { photo?: unknown }) => (typeof photo === 'string' ? photo : '')

const numberIn = (words: string) => /П-\d{4}-\d+/.exec(words)?.[0] ?? ''

/** Sends a wish as a resident does; the stored document. */
const send = async (more: Record<string, string | File> = {}) => {
  const reply = await asResident(portal).send('/wishes/submit', { ...form(), ...more })
  const body = (await reply.json()) as { title: string }
  expect(reply.status, JSON.stringify(body)).toBe(201)
  const { docs } = await portal.payload.find({
    collection: 'wishes',
    where: { number: { equals: numberIn(body.title) } },
    depth: 0,
  })
  if (!docs[0]) throw new Error('The wish was taken and is not there')
  return docs[0]
}

const read = (id: string) => portal.payload.findByID({ collection: 'wishes', id, depth: 0 })

const words = (to: WishState) => ({
  ...(needsReply(to) ? { reply: 'Сделаем в апреле, отвечает Иван.' } : {}),
  ...(needsReason(to) ? { reason: 'insult' } : {}),
})

const move = (as: Visitor, id: string, from: WishState, to: WishState, more: object = words(to)) =>
  portal.request(as, 'POST', `/wishes/${id}/move`, { from, to, ...more })

/** Brings a wish into a state by the ways there are. */
const bring = async (id: string, to: WishState) => {
  const ways: Record<WishState, WishState[]> = {
    received: [],
    published: ['published'],
    planned: ['published', 'planned'],
    done: ['published', 'done'],
    refused: ['published', 'refused'],
    declined: ['declined'],
  }
  let from: WishState = 'received'
  for (const next of ways[to]) {
    expect((await move('editor', id, from, next)).status).toBe(200)
    from = next
  }
}

const snapshot = async () => (await portal.fetch('anonymous', '/snapshot')).text()

/** Everything an outsider can ask about wishes, as one text. */
const allThatIsPublic = async (id: string, number: string) => {
  const paths = [
    '/snapshot',
    '/wishes?limit=100&depth=2',
    `/wishes/${id}?depth=2`,
    '/wishes?select[title]=true&select[text]=true',
    '/wishes?sort=email',
    `/wishes/status?number=${encodeURIComponent(number)}`,
    `/wishes/supports?ids=${id}`,
    `/wishes/${id}/supported`,
    '/publications',
    '/media',
    '/wish-supports',
    '/letters',
  ]
  const answers = paths.map(async (path) => (await portal.fetch('anonymous', path)).text())
  return (await Promise.all(answers)).join('\n')
}

describe('a new wish', () => {
  it('has a number, waits, tells its author, and nobody outside sees anything of it', async () => {
    const wish = await send()
    expect(wish).toMatchObject({
      status: 'received',
      supports: 0,
      text: expect.stringContaining('канарейка'),
    })
    expect(wish.number).toMatch(/^П-\d{4}-\d+$/)
    expect(await allThatIsPublic(wish.id, wish.number)).not.toMatch(tracesOf(wish))
    const where = { to: { equals: wish.email } }
    const { docs } = await portal.payload.find({ collection: 'letters', where })
    expect(docs[0]).toMatchObject({ text: expect.stringContaining(wish.number) })
    expect((await portal.request('volunteer', 'GET', `/wishes/${wish.id}`)).status).toBe(404)
  })

  it('is refused with words beside its fields', async () => {
    const refused = async (more: Record<string, string | File>) => {
      const reply = await asResident(portal).send('/wishes/submit', { ...form(), ...more })
      return (await reply.json()) as { fields?: Record<string, string> }
    }
    const file = (bytes: Buffer, type: string) => new File([new Uint8Array(bytes)], 'x', { type })
    expect((await refused({ text: 'Коротко' })).fields).toEqual({
      text: expect.stringContaining('сейчас 7 знаков'),
    })
    expect((await refused({ category: 'x' })).fields).toHaveProperty('category')
    expect((await refused({ point: 'https://example.org/?ll=37.9,55.6' })).fields).toHaveProperty('point')
    expect((await refused({ district: '0'.repeat(24) })).fields).toHaveProperty('district')
    expect((await refused({ photo: file(pdf(), 'image/jpeg') })).fields).toHaveProperty('photo')
    expect((await refused({ photo: file(Buffer.from('нет'), 'image/jpeg') })).fields).toHaveProperty('photo')
    expect(await refused({ status: 'published' })).toMatchObject({ error: expect.stringContaining('status') })
  })

  it('cannot be made past the form', async () => {
    for (const visitor of ['anonymous', 'volunteer', 'editor', 'admin'] as const)
      expect((await portal.request(visitor, 'POST', '/wishes', form())).status).toBe(403)
  })
})

describe('the photo of a wish', () => {
  it('loses the place where it was taken; it is public while the wish is, and not before or after', async () => {
    const bytes = await phonePhoto()
    expect((await sharp(bytes).metadata()).exif).toBeDefined()
    const wish = await send({ photo: new File([new Uint8Array(bytes)], 'IMG.jpg', { type: 'image/jpeg' }) })
    const media = await portal.payload.findByID({ collection: 'media', id: photoOf(wish) })
    const stored = await sharp(`${portal.dataDir}/media/${media.filename}`).metadata()
    expect(stored.exif).toBeUndefined()
    const status = async () => (await portal.fetch('anonymous', `/snapshot/media/${media.filename}`)).status
    const isListed = async () => (await snapshot()).includes(String(media.filename))
    expect([await status(), await isListed()]).toEqual([404, false])
    await bring(wish.id, 'published')
    expect([await status(), await isListed()]).toEqual([200, true])
    await move('editor', wish.id, 'published', 'declined')
    expect([await status(), await isListed()]).toEqual([404, false])
    await portal.request('editor', 'DELETE', `/wishes/${wish.id}`)
    expect(
      (await portal.payload.count({ collection: 'media', where: { id: { equals: media.id } } })).totalDocs,
    ).toBe(0)
  })
})

describe('the states', () => {
  const states = wishStates.map(({ value }) => value)
  it.each(states)('from «%s» only the ways of the table exist, and only for editors', async (from) => {
    const { id } = await send()
    await bring(id, from)
    for (const to of states) {
      for (const visitor of ['anonymous', 'volunteer', 'respondent'] as const)
        expect((await move(visitor, id, from, to)).status).toBe(visitor === 'anonymous' ? 401 : 403)
      const reply = await move('editor', id, from, to)
      expect(reply.status, `${from} → ${to}`).toBe(canMove(from, to) ? 200 : 422)
      expect((await read(id)).status).toBe(canMove(from, to) ? to : from)
      if (!canMove(from, to)) continue
      // Back to where it was, past the table: the next way is tried from the same state.
      await portal.payload.db.updateOne({
        collection: 'wishes',
        where: { id: { equals: id } },
        data: { status: from },
      })
    }
    await portal.request('admin', 'PATCH', `/wishes/${id}`, { status: 'done', history: [], supports: 9 })
    expect(await read(id)).toMatchObject({ status: from, supports: 0 })
  })

  it('of many editors at once one moves it, and one step is written', async () => {
    const { id } = await send()
    const replies = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        move(index % 2 ? 'editor' : 'admin', id, 'received', index % 3 ? 'published' : 'declined'),
      ),
    )
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
    expect((await read(id)).history).toHaveLength(2)
  })

  it('asks for a reply or a reason, keeps who and when, writes the outbox, and writes to the author', async () => {
    const { id } = await send()
    expect((await move('editor', id, 'received', 'declined', {})).status).toBe(422)
    await bring(id, 'published')
    expect((await move('editor', id, 'published', 'refused', { reply: 'Нет.' })).status).toBe(422)
    expect((await move('editor', id, 'published', 'refused')).status).toBe(200)
    const wish = await read(id)
    expect(wish.history?.map(({ to, by }) => [to, by])).toEqual([
      ['received', 'Житель'],
      ['published', 'editor'],
      ['refused', 'editor'],
    ])
    const { docs: log } = await portal.payload.find({
      collection: 'publications',
      where: { documentId: { equals: id } },
      sort: 'requestedAt',
    })
    expect(log.map(({ kind }) => kind)).toEqual(['published', 'updated'])
    const { docs: letters } = await portal.payload.find({
      collection: 'letters',
      where: { key: { like: `wish/${id}` } },
      sort: 'createdAt',
    })
    expect(letters.map(({ subject }) => subject?.split(': ')[1])).toEqual([
      'получено',
      'опубликовано',
      'отказано',
    ])
    expect(letters.at(-1)?.text).toContain('Сделаем в апреле')
  })
})

describe('a published wish', () => {
  it('is read by all without its author and its history', async () => {
    const wish = await send()
    const { id } = wish
    await bring(id, 'planned')
    const { body } = await portal.request('anonymous', 'GET', `/wishes/${id}`)
    expect(body).toMatchObject({ title: wish.title, text: wish.text, reply: expect.any(String) })
    for (const field of ['name', 'email', 'consentAt']) expect(body).not.toHaveProperty(field)
    // Payload puts an empty list where a closed one was.
    expect(body.history).toEqual([])
    expect(await snapshot()).toContain(wish.title)
    expect(await snapshot()).not.toMatch(/kanarejka|Имя/)
  })

  it('cannot be searched or sorted by what is closed', async () => {
    const ask = async (query: string) => portal.request('anonymous', 'GET', `/wishes?${query}`)
    for (const field of ['email', 'name', 'text', 'title', 'history.by'])
      for (const query of [`where[${field}][like]=a`, `sort=${field}`])
        expect((await ask(query)).status, query).toBe(400)
  })
})

describe('a declined wish', () => {
  it('leaves its number and the reason, and not a word of what it said', async () => {
    const wish = await send()
    const { id, number } = wish
    await bring(id, 'declined')
    const everything = await allThatIsPublic(id, number)
    expect(everything).not.toMatch(tracesOf(wish))
    expect(everything).toContain('"declineReason":"insult"')
    const { docs } = await portal.payload.find({
      collection: 'letters',
      where: { key: { like: id } },
      sort: 'createdAt',
    })
    expect(docs.at(-1)?.text).toContain(declineReasons.find(({ value }) => value === 'insult')?.ru)
  })

  it('takes down what was published', async () => {
    const wish = await send()
    const { id, number } = wish
    await bring(id, 'published')
    expect(await allThatIsPublic(id, number)).toMatch(tracesOf(wish))
    await move('editor', id, 'published', 'declined')
    expect(isOpen((await read(id)).status)).toBe(false)
    expect(await allThatIsPublic(id, number)).not.toMatch(tracesOf(wish))
  })
})

describe('support', () => {
  const rows = async (wish: string) =>
    (await portal.payload.count({ collection: 'wish-supports', where: { wish: { equals: wish } } })).totalDocs

  const supporting = async () => {
    const { id } = await send()
    await bring(id, 'published')
    return id
  }

  it('counts one device once, though it is sent fifty times at once', async () => {
    const id = await supporting()
    const me = asResident(portal)
    const first = await me.send(`/wishes/${id}/support`)
    const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? ''
    expect(first.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/)
    const other = await supporting()
    const proofs: string[] = []
    for (let turn = 0; turn < 50; turn++) proofs.push(await me.proof())
    const replies = await Promise.all(
      proofs.map((proof) => me.post(`/wishes/${other}/support`, { proof }, { cookie })),
    )
    expect(replies.map(({ status }) => status).filter((status) => status === 201).length).toBeGreaterThan(1)
    expect(await rows(other)).toBe(1)
    expect((await read(other)).supports).toBe(1)
    expect((await portal.request('anonymous', 'GET', `/wishes/supports?ids=${id},${other}`)).body).toEqual({
      [id]: 1,
      [other]: 1,
    })
  })

  it('of one neighbourhood ends after ten devices; others go on', async () => {
    const id = await supporting()
    const neighbours = asResident(portal)
    const statuses: number[] = []
    for (let turn = 0; turn < 12; turn++)
      statuses.push((await neighbours.send(`/wishes/${id}/support`)).status)
    expect(statuses).toEqual([...Array<number>(10).fill(201), 429, 429])
    expect((await asResident(portal).send(`/wishes/${id}/support`)).status).toBe(201)
    expect(await rows(id)).toBe(11)
  })

  it('believes no cookie that the portal did not sign', async () => {
    const id = await supporting()
    const me = asResident(portal)
    const reply = await me.send(`/wishes/${id}/support`, {}, { cookie: 'portal-device=mine.signature' })
    expect(reply.headers.get('set-cookie')).toContain('portal-device=')
  })

  it('is for published wishes only, and goes with the wish', async () => {
    const { id } = await send()
    expect((await asResident(portal).send(`/wishes/${id}/support`)).status).toBe(404)
    await bring(id, 'published')
    expect((await asResident(portal).send(`/wishes/${id}/support`)).status).toBe(201)
    await portal.request('editor', 'DELETE', `/wishes/${id}`)
    expect(await rows(id)).toBe(0)
  })

  it('is counted twice when the unique key is taken away: the control of the first test', async () => {
    const other = await supporting()
    const me = asResident(portal)
    const cookie = (await me.send(`/wishes/${other}/support`)).headers.get('set-cookie')?.split(';')[0] ?? ''
    const model = portal.payload.db.collections['wish-supports']
    if (!model) throw new Error('No collection of supports')
    await model.collection.dropIndex('key_1')
    const id = await supporting()
    const proofs: string[] = []
    for (let turn = 0; turn < 10; turn++) proofs.push(await me.proof())
    await Promise.all(proofs.map((proof) => me.post(`/wishes/${id}/support`, { proof }, { cookie })))
    expect(await rows(id)).toBeGreaterThan(1)
    await portal.payload.db.deleteMany({ collection: 'wish-supports', where: { wish: { equals: id } } })
    await model.ensureIndexes()
  })
})
