import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { assignRevision } from '../publications/assignRevision.ts'
import { photo } from '../test/files.ts'
import { openPortal, type Portal } from '../test/openPortal.ts'
import type { SnapshotLine } from './snapshotLines.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal(inject('databaseUrl'))
})
afterAll(() => portal.close())

const canary = 'КАНАРЕЙКА-которую-никто-не-должен-видеть'

const read = async (since?: number): Promise<{ text: string; lines: SnapshotLine[] }> => {
  const response = await portal.fetch('anonymous', `/snapshot${since === undefined ? '' : `?since=${since}`}`)
  expect(response.status).toBe(200)
  const text = await response.text()
  return {
    text,
    lines: text
      .trimEnd()
      .split('\n')
      .map((line): SnapshotLine => JSON.parse(line)),
  }
}

const docsOf = (lines: SnapshotLine[], collection: string) =>
  lines.flatMap((line) => (line.kind === 'doc' && line.collection === collection ? [line.doc] : []))

const create = async (path: string, data: object, as: 'admin' | 'editor' = 'editor') => {
  const { body, status } = await portal.request(as, 'POST', path, data)
  expect(status, JSON.stringify(body)).toBe(201)
  return body.doc
}

const picture = async (alt: string) => {
  const { body } = await portal.upload('editor', 'POST', '/media?depth=0', {
    bytes: await photo(400, 300),
    name: `${alt}.jpg`,
    type: 'image/jpeg',
    data: { alt },
  })
  return body.doc
}

describe('the content door', () => {
  it('forgets readers who leave before the end', async () => {
    for (let times = 0; times < 6; times += 1) {
      const response = await portal.fetch('anonymous', '/snapshot')
      await response.body?.cancel()
    }
    await expect
      .poll(
        async () => {
          const response = await portal.fetch('anonymous', '/snapshot')
          await response.text()
          return response.status
        },
        { timeout: 10_000 },
      )
      .toBe(200)
  })

  it('begins with the revision, ends with the count, and holds every global', async () => {
    const { lines } = await read()
    expect(lines[0]).toEqual({ kind: 'start', revision: 0, since: 0 })
    expect(lines.at(-1)).toEqual({ kind: 'end', count: lines.length - 2 })
    expect(lines.flatMap((line) => (line.kind === 'global' ? [line.slug] : []))).toEqual([
      'settings',
      'navigation',
      'channels',
      'initiative',
    ])
  })

  it('never holds a draft, a private field, an account or a file nobody published', async () => {
    await create('/news?draft=true', { title: `Черновик ${canary}` })
    const shown = await create('/news', { title: 'Открытая новость', topic: 'sport', _status: 'published' })
    await portal.request('editor', 'PATCH', `/news/${shown.id}?draft=true`, {
      title: `Правка ${canary}`,
      lead: canary,
    })
    const hidden = await create('/pages', { title: `Снятая ${canary}`, _status: 'published' })
    await portal.request('editor', 'PATCH', `/pages/${hidden.id}`, { _status: 'draft' })
    await portal.request('admin', 'PATCH', `/users/${portal.users.respondent.id}`, { name: canary })
    const deputy = {
      lastName: 'Показов',
      firstName: 'Показ',
      duty: 'deputy',
      user: portal.users.respondent.id,
      _status: 'published',
    }
    await create('/deputies', deputy, 'admin')
    await picture(canary)
    const cover = await picture('Обложка')
    await portal.request('editor', 'PATCH', `/news/${shown.id}`, {
      title: 'Открытая новость',
      lead: '',
      cover: cover.id,
      _status: 'published',
    })

    const { text, lines } = await read()
    expect(text).not.toContain(canary)
    for (const { id } of Object.values(portal.users)) expect(text).not.toContain(id)
    for (const secret of ['@example.test', 'firstPublishedAt', 'mediaRefs', 'uploadedBy', 'hash', 'salt'])
      expect(text).not.toContain(`"${secret}`)
    expect(docsOf(lines, 'news')).toMatchObject([{ title: 'Открытая новость', cover: cover.id }])
    expect(docsOf(lines, 'deputies')).toMatchObject([{ title: 'Показ Показов' }])
    expect(docsOf(lines, 'media')).toMatchObject([{ id: cover.id, alt: 'Обложка', kind: 'image' }])
    expect(docsOf(lines, 'pages')).toEqual([])
  })

  it('holds of every collection exactly what a stranger reads over REST', async () => {
    const { lines } = await read()
    for (const collection of ['news', 'events', 'deputies', 'districts', 'hearings', 'pages', 'redirects']) {
      const { body } = await portal.request('anonymous', 'GET', `/${collection}?depth=0&limit=1000&sort=id`)
      expect(docsOf(lines, collection), collection).toEqual(body.docs)
    }
  })

  it('walks more documents than fit into one reading', async () => {
    const rows = Array.from({ length: 205 }, (_, number) => ({
      title: `Страница ${number}`,
      slug: `stranica-${number}`,
      _status: 'published',
    }))
    await portal.payload.db.collections['pages']?.insertMany(rows)
    const pages = docsOf((await read()).lines, 'pages')
    expect(pages).toHaveLength(205)
    expect(new Set(pages.map((page) => JSON.stringify(page))).size).toBe(205)
  })
})

describe('the door with since', () => {
  it('gives what changed, what is gone and the files they name, and adds up to the whole', async () => {
    await assignRevision(portal.payload)
    const start = await read()
    const known = new Map(start.lines.map((line) => [keyOf(line), line]))
    const revision = start.lines[0]?.kind === 'start' ? start.lines[0].revision : 0
    expect(revision).toBeGreaterThan(0)

    const first = await picture('Первый снимок')
    const second = await picture('Второй снимок')
    const doc = await create('/pages', { title: 'Изменится', seo: { image: first.id }, _status: 'published' })
    const gone = docsOf(start.lines, 'pages')[0]
    await portal.request('editor', 'PATCH', `/pages/${doc.id}`, {
      seo: { image: second.id },
      _status: 'published',
    })
    if (gone && 'id' in gone)
      await portal.request('editor', 'PATCH', `/pages/${String(gone.id)}`, { _status: 'draft' })
    await portal.request('editor', 'PATCH', `/media/${second.id}`, { alt: 'Другое описание' })
    await portal.request('editor', 'POST', '/globals/settings', { tagline: 'Новый подзаголовок' })
    await create('/pages?draft=true', { title: 'Ничего не меняет' })
    await assignRevision(portal.payload)

    const { lines } = await read(revision)
    expect(lines[0]).toEqual({ kind: 'start', revision: revision + 1, since: revision })
    expect(lines.length).toBeLessThan(12)
    for (const line of lines) if (line.kind === 'gone') known.delete(keyOf(line))
    for (const line of lines) if (line.kind === 'doc' || line.kind === 'global') known.set(keyOf(line), line)
    const whole = (await read()).lines.filter((line) => line.kind === 'doc' || line.kind === 'global')
    const added = [...known.values()].filter((line) => line.kind === 'doc' || line.kind === 'global')
    expect(added.map((line) => JSON.stringify(line)).sort()).toEqual(
      whole.map((line) => JSON.stringify(line)).sort(),
    )
  })

  it('gives everything to a reader from another database', async () => {
    expect((await read(1_000_000)).lines[0]).toMatchObject({ kind: 'start', since: 0 })
  })

  it('refuses a number that is none', async () => {
    expect((await portal.request('anonymous', 'GET', '/snapshot?since=abc')).status).toBe(400)
  })
})

describe('the file door', () => {
  it('gives the bytes of published files and their sizes, and of no others', async () => {
    const shown = await picture('Виден')
    const hidden = await picture('Спрятан')
    await create('/pages', { title: 'Со снимком', seo: { image: shown.id }, _status: 'published' })
    const portrait = await picture('Портрет адресата')
    await create('/addressees', { title: 'Приёмная', portrait: portrait.id })
    const names = [portrait.filename, shown.filename, shown.sizes.w320webp.filename, shown.sizes.og.filename]
    for (const name of names) {
      const response = await portal.fetch('anonymous', `/snapshot/media/${name}`)
      expect(response.status, name).toBe(200)
      const bytes = Buffer.from(await response.arrayBuffer())
      expect(bytes.equals(await readFile(join(portal.dataDir, 'media', name)))).toBe(true)
    }
    expect((await portal.fetch('anonymous', `/snapshot/media/${hidden.filename}`)).status).toBe(404)
    expect((await portal.fetch('anonymous', `/media/file/${shown.filename}`)).status).toBe(403)
    expect((await portal.fetch('anonymous', '/snapshot/media/..%2F..%2Fsecrets.json')).status).toBe(404)
  })
})

const keyOf = (line: SnapshotLine): string => {
  if (line.kind === 'global') return `global/${line.slug}`
  return line.kind === 'doc' || line.kind === 'gone' ? `${line.collection}/${line.id}` : line.kind
}
