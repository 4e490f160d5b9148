import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { bomb, pdf, phonePhoto, photo, zip } from '../test/files.ts'
import { fileName } from './fileName.ts'
import { inspectUpload, maxPictureBytes } from './inspectUpload.ts'

const html = Buffer.from('<html><script>alert(1)</script></html>')
const isobmff = (brand: string) =>
  Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from(`ftyp${brand}\0\0\0\0${brand}mif1`, 'latin1'),
    Buffer.alloc(64),
  ])

describe('a picture', () => {
  it('keeps neither the place nor the phone it was taken with, and stands upright', async () => {
    const original = await phonePhoto()
    expect((await sharp(original).metadata()).exif?.toString('latin1')).toContain('Phone')
    const { data } = await inspectUpload(original)
    const metadata = await sharp(data).metadata()
    expect(metadata).toMatchObject({ width: 480, height: 640 })
    expect(metadata.exif).toBeUndefined()
    expect(metadata.orientation).toBeUndefined()
    expect(data.includes('Phone')).toBe(false)
  })

  it.each([
    ['a page', html],
    ['an archive', zip()],
  ])('loses %s appended to it', async (_, tail) => {
    const { data } = await inspectUpload(Buffer.concat([await photo(), tail]))
    expect(data.includes('<script>')).toBe(false)
    expect(data.includes('PK\x05\x06')).toBe(false)
  })

  it('is known by its content, whatever its format', async () => {
    const source = await photo()
    const png = await inspectUpload(await sharp(source).png().toBuffer())
    const webp = await inspectUpload(await sharp(source).webp().toBuffer())
    const avif = await inspectUpload(await sharp(source).avif({ effort: 0 }).toBuffer())
    expect([png, webp, avif].map(({ mimeType, extension }) => `${mimeType} ${extension}`)).toEqual([
      'image/png png',
      'image/webp webp',
      'image/webp webp',
    ])
  })

  it('in a wide colour space becomes sRGB', async () => {
    const wide = await sharp(await photo())
      .withIccProfile('p3')
      .toBuffer()
    const { data } = await inspectUpload(wide)
    expect(await sharp(data).metadata()).toMatchObject({ space: 'srgb' })
    expect((await sharp(data).metadata()).icc).toBeUndefined()
  })
})

describe('refuses, and says what to do,', () => {
  const cases: [string, () => Buffer | Promise<Buffer>, RegExp][] = [
    [
      'an SVG',
      () => Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
      /SVG.*PNG/,
    ],
    ['an SVG behind a comment', () => Buffer.from('<!-- x --><svg onload="alert(1)"/>'), /SVG/],
    ['a web page', () => html, /веб-страница/],
    ['a GIF', () => Buffer.from('GIF89a\x01\x00'), /GIF.*JPEG/],
    ['a HEIC photo', () => isobmff('heic'), /HEIC.*JPEG/],
    ['an office document', () => zip(), /PDF/],
    ['an empty file', () => Buffer.alloc(0), /пуст/],
    ['something unknown', () => Buffer.from('MZ\x90\x00'), /JPEG, PNG, WebP, AVIF, PDF и WebVTT/],
    [
      'a page that begins like a JPEG',
      () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), html]),
      /не читается/,
    ],
    ['half a JPEG', async () => (await photo()).subarray(0, 900), /не читается/],
    ['a decompression bomb', bomb, /30000×30000|слишком велик/],
    [
      'an animation',
      async () =>
        sharp([await photo(20, 20), await photo(20, 20, '#fff')], { join: { animated: true } })
          .webp()
          .toBuffer(),
      /анимация/,
    ],
    [
      'a picture of more than 20 MB',
      async () => Buffer.concat([await photo(), Buffer.alloc(maxPictureBytes)]),
      /до 20 МБ/,
    ],
    [
      'a PDF of more than 30 MB',
      () => Buffer.concat([pdf(), Buffer.alloc(31 * 1024 * 1024, 32)]),
      /до 30 МБ/,
    ],
    [
      'a PDF with a program',
      () => pdf({ catalog: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>' }),
      /программа/,
    ],
    [
      'a PDF with an escaped program',
      () => pdf({ catalog: '/OpenAction << /S /J#61vaScript >>' }),
      /программа/,
    ],
    ['a PDF with a packed program', () => pdf({ packed: '9 0 << /S /JavaScript /JS (1) >>' }), /программа/],
    ['a PDF that starts programs', () => pdf({ extra: ['<< /S /Launch /F (cmd.exe) >>'] }), /запуска/],
    [
      'a PDF with an attachment',
      () => pdf({ catalog: '/Names << /EmbeddedFiles 5 0 R >>' }),
      /вложенный файл/,
    ],
    ['a locked PDF', () => pdf({ trailer: '/Encrypt 9 0 R' }), /защищён/],
    ['a PDF with an archive behind it', () => Buffer.concat([pdf(), zip()]), /ещё один файл/],
    [
      'a PDF with an archive that closes like a PDF',
      () => Buffer.concat([pdf(), zip('%%EOF')]),
      /ещё один файл/,
    ],
    ['a PDF with a page behind it', () => Buffer.concat([pdf(), html]), /ещё один файл/],
    ['a PDF with a page in it', () => pdf({ extra: [html.toString()] }), /ещё один файл/],
    ['a PDF behind something else', () => Buffer.concat([html, pdf()]), /веб-страница/],
    ['half a PDF', () => pdf().subarray(0, 60), /не читается/],
    [
      'a PDF packed in a way nobody can look into',
      () =>
        Buffer.from(
          pdf({ packed: '9 0 <<>>' }).toString('latin1').replace('/FlateDecode', '/LZWDecode'),
          'latin1',
        ),
      /не читается/,
    ],
  ]

  it.each(cases)('%s', async (_, make, reason) => {
    await expect(inspectUpload(await make())).rejects.toMatchObject({
      name: 'UploadRefused',
      ru: expect.stringMatching(reason) as string,
    })
  })
})

describe('a PDF', () => {
  it('passes unchanged and tells how many pages it has', async () => {
    const document = pdf({ pages: 12 })
    expect(await inspectUpload(document)).toMatchObject({
      kind: 'document',
      mimeType: 'application/pdf',
      pages: 12,
    })
    expect((await inspectUpload(document)).data.equals(document)).toBe(true)
  })
})

describe('captions', () => {
  it('are WebVTT in UTF-8, and nothing else passes for them', async () => {
    const vtt = Buffer.from('WEBVTT\n\n00:00.000 --> 00:02.000\nОткрытие\n')
    expect(await inspectUpload(vtt)).toMatchObject({
      kind: 'captions',
      mimeType: 'text/vtt',
      extension: 'vtt',
    })
    const koi = Buffer.concat([Buffer.from('WEBVTT\n\n'), Buffer.from([0xcf, 0xd4, 0xcb])])
    await expect(inspectUpload(koi)).rejects.toMatchObject({ name: 'UploadRefused' })
    await expect(inspectUpload(Buffer.from('WEBVTTish text'))).rejects.toMatchObject({
      name: 'UploadRefused',
    })
  })
})

describe('the name of a stored file', () => {
  it('is Latin, safe, short and never the same twice', () => {
    const name = fileName('Протокол № 5 (итог).PDF.exe', 'pdf')
    expect(name).toMatch(/^protokol-5-itog-pdf-[0-9a-f]{8}\.pdf$/)
    expect(fileName('../../etc/passwd', 'jpg')).toMatch(/^passwd-[0-9a-f]{8}\.jpg$/)
    expect(fileName('я'.repeat(300), 'jpg').length).toBeLessThan(80)
    expect(fileName('照片.jpg', 'jpg')).not.toBe(fileName('照片.jpg', 'jpg'))
  })
})
