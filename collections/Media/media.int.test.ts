import { access, readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openPortal, type Portal, type Visitor } from '../test/openPortal.ts'
import { pdf, phonePhoto, photo } from '../test/files.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal(inject('databaseUrl'))
})
afterAll(() => portal.close())

const upload = async (
  bytes: Buffer,
  data: object = { alt: 'Двор' },
  name = 'Фото двора.jpg',
  as: Visitor = 'editor',
) => portal.upload(as, 'POST', '/media?depth=0', { bytes, name, type: 'image/jpeg', data: { ...data } })

const stored = (filename: string) => join(portal.dataDir, 'media', filename)

describe('an uploaded picture', () => {
  it('is stored remade, with the derivatives the site uses', async () => {
    const { body, status } = await upload(
      await sharp(await phonePhoto())
        .resize(2000, 1500)
        .keepExif()
        .toBuffer(),
    )
    expect(status, JSON.stringify(body)).toBe(201)
    const { doc } = body
    expect(doc).toMatchObject({ kind: 'image', mimeType: 'image/jpeg', alt: 'Двор' })
    expect(doc.filename).toMatch(/^foto-dvora-[0-9a-f]{8}\.jpg$/)
    expect((await readFile(stored(doc.filename))).includes('Phone')).toBe(false)
    for (const width of [320, 480, 640, 960, 1280])
      for (const format of ['avif', 'webp']) {
        const size = doc.sizes[`w${width}${format}`]
        expect(size).toMatchObject({ width, mimeType: `image/${format}` })
        expect(size.filename).toBe(doc.filename.replace('.jpg', `-w${width}.${format}`))
        expect((await sharp(stored(size.filename)).metadata()).width).toBe(width)
      }
    expect(doc.sizes.og).toMatchObject({ width: 1200, height: 630, mimeType: 'image/jpeg' })
  })

  it('smaller than a derivative has none of that width, but always one for messengers', async () => {
    const { doc } = (await upload(await photo(700, 500))).body
    expect(doc.sizes.w640avif.width).toBe(640)
    expect(doc.sizes.w960avif?.filename ?? null).toBeNull()
    expect(doc.sizes.og).toMatchObject({ width: 1200, height: 630 })
  })

  it('is cropped around the focal point', async () => {
    const left = await sharp({ create: { width: 300, height: 400, channels: 3, background: '#ff0000' } })
      .png()
      .toBuffer()
    const bytes = await sharp({ create: { width: 1600, height: 400, channels: 3, background: '#0000ff' } })
      .composite([{ input: left, left: 0, top: 0 }])
      .jpeg()
      .toBuffer()
    const { doc } = (await upload(bytes)).body
    const red = async () => {
      const latest = await portal.payload.findByID({ collection: 'media', id: doc.id })
      // Read first: libvips would answer from its cache of the file it has seen under this name.
      const { channels } = await sharp(await readFile(stored(latest.sizes?.og?.filename ?? ''))).stats()
      return channels[0]?.mean ?? 0
    }
    expect(await red()).toBeLessThan(30)
    // As the admin sends it.
    const edits = 'uploadEdits[focalPoint][x]=5&uploadEdits[focalPoint][y]=50'
    const { status } = await portal.request('editor', 'PATCH', `/media/${doc.id}?${edits}`, { alt: 'Двор' })
    expect(status).toBe(200)
    expect(await red()).toBeGreaterThan(80)
  })

  it('needs a description; a document does not', async () => {
    const { body, status } = await upload(await photo(), {})
    expect(status).toBe(400)
    expect(body.errors[0].data.errors[0]).toMatchObject({
      path: 'alt',
      message: expect.stringContaining('Опишите'),
    })
    const document = await upload(pdf({ pages: 3 }), {}, 'Протокол.pdf')
    expect(document.body.doc).toMatchObject({ kind: 'document', mimeType: 'application/pdf', pages: 3 })
  })
})

describe('the upload refuses', () => {
  it('by content, whatever name and type the browser claims, and says why in Russian', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    const { body, status } = await upload(svg, { alt: 'x' }, 'photo.jpg')
    expect(status).toBe(400)
    expect(body.errors[0].message).toContain('SVG не принимаем')
    expect(await readdir(join(portal.dataDir, 'media'))).not.toContain('photo.jpg')
  })

  it('to believe the browser about what the file is', async () => {
    const { doc } = (
      await upload(await photo(), { alt: 'x', kind: 'document', filename: 'evil.html', pages: 9 })
    ).body
    expect(doc).toMatchObject({ kind: 'image' })
    expect(doc.pages ?? null).toBeNull()
    expect(doc.filename).not.toContain('evil')
  })

  it('to fetch a file from an address', async () => {
    const { status } = await portal.request('editor', 'POST', '/media', {
      url: 'http://127.0.0.1:9/secret.jpg',
      filename: 'secret.jpg',
      alt: 'x',
    })
    expect(status).toBe(400)
  })

  it('strangers and respondents before it decodes anything', async () => {
    for (const visitor of ['anonymous', 'respondent'] as const)
      expect((await upload(Buffer.from('GIF89a'), { alt: 'x' }, 'x.gif', visitor)).status).toBe(403)
  })

  it('a bad replacement and keeps the file there was', async () => {
    const { doc } = (await upload(await photo())).body
    const { status } = await portal.upload('editor', 'PATCH', `/media/${doc.id}`, {
      bytes: Buffer.from('<html>'),
      name: 'x.jpg',
      type: 'image/jpeg',
      data: {},
    })
    expect(status).toBe(400)
    await expect(access(stored(doc.filename))).resolves.toBeUndefined()
  })
})

describe('a file in use', () => {
  const publish = async (file: string) => {
    const { body } = await portal.request('editor', 'POST', '/news?depth=0', {
      title: 'С обложкой',
      topic: 'sport',
      cover: file,
      _status: 'published',
    })
    return body.doc.id
  }

  it('cannot be deleted while a published document shows it, and can afterwards', async () => {
    const { doc } = (await upload(await photo())).body
    const news = await publish(doc.id)
    const refused = await portal.request('editor', 'DELETE', `/media/${doc.id}`)
    expect(refused.status).toBe(409)
    expect(refused.body.errors[0].message).toContain('опубликованном материале')
    await portal.request('editor', 'PATCH', `/news/${news}`, { _status: 'draft' })
    expect((await portal.request('editor', 'DELETE', `/media/${doc.id}`)).status).toBe(200)
    await expect(access(stored(doc.filename))).rejects.toThrow()
  })

  it('is found in texts as well', async () => {
    const { doc } = (await upload(await photo())).body
    const node = {
      type: 'upload',
      relationTo: 'media',
      value: doc.id,
      version: 3,
      format: '',
      fields: null,
      id: 'a',
    }
    const root = { type: 'root', children: [node], direction: null, format: '', indent: 0, version: 1 }
    const { body, status } = await portal.request('editor', 'POST', '/pages', {
      title: 'Снимок в тексте',
      body: { root },
      _status: 'published',
    })
    expect(status, JSON.stringify(body)).toBe(201)
    expect((await portal.request('editor', 'DELETE', `/media/${doc.id}`)).status).toBe(409)
  })

  it('cannot be changed by the volunteer who uploaded it; before that it can', async () => {
    const { doc } = (await upload(await photo(), { alt: 'Мой снимок' }, 'Мой.jpg', 'volunteer')).body
    const rename = (alt: string) => portal.request('volunteer', 'PATCH', `/media/${doc.id}`, { alt })
    expect((await rename('Уточнил')).status).toBe(200)
    await publish(doc.id)
    expect((await rename('Испортил')).status).toBe(403)
    const foreign = (await upload(await photo())).body.doc
    expect(
      (await portal.request('volunteer', 'PATCH', `/media/${foreign.id}`, { alt: 'Чужой' })).status,
    ).toBe(403)
  })

  it('tells the site when its description changes', async () => {
    const { doc } = (await upload(await photo())).body
    const changed = async () => {
      const where = { documentId: { equals: doc.id } }
      return (await portal.payload.find({ collection: 'publications', where })).docs.map(({ kind }) => kind)
    }
    await portal.request('editor', 'PATCH', `/media/${doc.id}`, { alt: 'Никто не видит' })
    expect(await changed()).toEqual([])
    await publish(doc.id)
    await portal.request('editor', 'PATCH', `/media/${doc.id}`, { alt: 'Видят все' })
    expect(await changed()).toEqual(['updated'])
  })
})
