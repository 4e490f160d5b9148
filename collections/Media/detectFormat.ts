import { UploadRefused } from './UploadRefused.ts'

export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'avif'

/** The format a file's first bytes show; anything else is refused with a hint how to turn it into one we take. */
export const detectFormat = (bytes: Buffer): PictureFormat | 'pdf' | 'vtt' => {
  const known = accepted.find(({ is }) => is(bytes))
  if (known) return known.format
  const refused = refusals.find(({ is }) => is(bytes))
  throw new UploadRefused(
    refused?.ru ?? 'Это не снимок, не PDF и не субтитры. Подходят JPEG, PNG, WebP, AVIF, PDF и WebVTT.',
    refused?.en ??
      'This is neither a picture nor a PDF nor captions. JPEG, PNG, WebP, AVIF, PDF and WebVTT are accepted.',
  )
}

const startsWith =
  (...prefix: number[]) =>
  (bytes: Buffer): boolean =>
    bytes.subarray(0, prefix.length).equals(Buffer.from(prefix))

const ascii = (bytes: Buffer, from: number, to: number): string => bytes.subarray(from, to).toString('latin1')

// ISO 14496-12: the brands of the first box say which of the family a file is.
const hasBrand =
  (...brands: string[]) =>
  (bytes: Buffer): boolean => {
    if (ascii(bytes, 4, 8) !== 'ftyp') return false
    const box = ascii(bytes, 8, Math.min(bytes.readUInt32BE(0), 128))
    return brands.some((brand) => box.includes(brand))
  }

const beginsLike =
  (pattern: RegExp) =>
  (bytes: Buffer): boolean =>
    pattern.test(ascii(bytes, 0, 1024).replace(/^\u00ef\u00bb\u00bf/, ''))

const accepted: { format: PictureFormat | 'pdf' | 'vtt'; is: (bytes: Buffer) => boolean }[] = [
  { format: 'jpeg', is: startsWith(0xff, 0xd8, 0xff) },
  { format: 'png', is: startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
  { format: 'webp', is: (bytes) => ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP' },
  { format: 'avif', is: hasBrand('avif') },
  { format: 'pdf', is: (bytes) => ascii(bytes, 0, 5) === '%PDF-' },
  // https://www.w3.org/TR/webvtt1/#file-structure
  { format: 'vtt', is: beginsLike(/^WEBVTT[ \t\r\n]/) },
]

const refusals: { is: (bytes: Buffer) => boolean; ru: string; en: string }[] = [
  {
    is: (bytes) => bytes.length === 0,
    ru: 'Файл пуст. Возможно, он не докачался: попробуйте ещё раз.',
    en: 'The file is empty.',
  },
  {
    is: beginsLike(/^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!doctype svg[^>]*>\s*)?<svg/i),
    ru: 'SVG не принимаем: внутри такого файла может быть программа. Сохраните рисунок как PNG.',
    en: 'SVG is not accepted, because it can hold a program. Save the drawing as PNG.',
  },
  {
    is: beginsLike(/^\s*<(!doctype html|html|script|head|body|iframe)/i),
    ru: 'Это веб-страница, а не снимок. Сохраните её как PDF.',
    en: 'This is a web page. Save it as PDF.',
  },
  {
    is: beginsLike(/^GIF8[79]a/),
    ru: 'GIF не принимаем. Сохраните снимок как JPEG или PNG.',
    en: 'GIF is not accepted. Save the picture as JPEG or PNG.',
  },
  {
    is: hasBrand('heic', 'heix', 'hevc', 'mif1'),
    ru: 'Это снимок в формате HEIC (так снимает iPhone). Сохраните его как JPEG и загрузите снова.',
    en: 'This is a HEIC photo. Save it as JPEG and try again.',
  },
  {
    is: startsWith(0x50, 0x4b, 0x03, 0x04),
    ru: 'Это архив или документ Word, Excel. Сохраните документ как PDF.',
    en: 'This is an archive or an office document. Save it as PDF.',
  },
  {
    is: startsWith(0xd0, 0xcf, 0x11, 0xe0),
    ru: 'Это документ старого Word или Excel. Сохраните его как PDF.',
    en: 'This is an old office document. Save it as PDF.',
  },
]
