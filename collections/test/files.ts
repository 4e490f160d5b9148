import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** Files made for the tests: honest ones, and those somebody would make to get past the upload. */

export const photo = (width = 640, height = 480, background = '#2f6f8f'): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer()

/** A photo as a phone takes it: lying on its side, with the place in it. */
export const phonePhoto = async (): Promise<Buffer> =>
  sharp(await photo(640, 480))
    .withExif({
      IFD0: { Make: 'Phone', Orientation: '6' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '55/1 40/1 30/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '37/1 53/1 36/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer()

/** A PNG of a few bytes that claims to be 30,000 × 30,000 pixels. */
export const bomb = (): Buffer => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(30_000, 0)
  header.writeUInt32BE(30_000, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(90_001))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** An empty ZIP archive whose comment closes the file around it. */
export const zip = (comment = ''): Buffer => {
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(comment.length, 20)
  return Buffer.concat([
    Buffer.from('PK\x03\x04', 'latin1'),
    Buffer.alloc(26),
    end,
    Buffer.from(comment, 'latin1'),
  ])
}

type Pdf = { pages?: number; catalog?: string; extra?: string[]; packed?: string; trailer?: string }

/** A small PDF; `extra` are more objects, `packed` goes into a compressed object stream. */
export const pdf = ({ pages = 1, catalog = '', extra = [], packed, trailer = '' }: Pdf = {}): Buffer => {
  const kids = Array.from({ length: pages }, (_, index) => `${index + 3} 0 R`).join(' ')
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    ...Array.from({ length: pages }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>'),
    ...extra,
  ]
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('')
  const parts: Buffer[] = [Buffer.from(`%PDF-1.7\n${body}`, 'latin1')]
  if (packed !== undefined) parts.push(objectStream(objects.length + 1, packed))
  parts.push(Buffer.from(`trailer\n<< /Root 1 0 R ${trailer} >>\nstartxref\n0\n%%EOF\n`, 'latin1'))
  return Buffer.concat(parts)
}

const objectStream = (number: number, content: string): Buffer => {
  const data = deflateSync(Buffer.from(content, 'latin1'))
  const head = `${number} 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${data.length} >>\nstream\n`
  return Buffer.concat([Buffer.from(head, 'latin1'), data, Buffer.from('\nendstream\nendobj\n', 'latin1')])
}

const chunk = (type: string, data: Buffer): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
