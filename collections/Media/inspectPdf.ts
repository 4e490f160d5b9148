import { inflateSync } from 'node:zlib'
import { UploadRefused } from './UploadRefused.ts'

/**
 * Looks through a PDF's objects, packed ones included, for what a document to read does not need: programs, launches,
 * attached files, a second file around or behind it. Returns the number of pages when the page tree gives one.
 */
export const inspectPdf = (bytes: Buffer): { pages?: number } => {
  const text = bytes.toString('latin1')
  refuseSecondFile(bytes, text)
  const { outline, packed } = takeApart(bytes, text)
  const names = unescapeNames(`${outline}\n${packed}`)
  if (/\/Encrypt\b/.test(names)) throw locked()
  const threat = threats.find(({ pattern }) => pattern.test(names))
  if (threat) throw active(threat)
  if (/<\s*(!doctype html|html|script)\b/i.test(outline)) throw secondFile()
  const counts = [
    ...names.matchAll(
      /\/Type\s*\/Pages\b[^]{0,4000}?\/Count\s+(\d+)|\/Count\s+(\d+)[^>]{0,2000}?\/Type\s*\/Pages\b/g,
    ),
  ]
  const pages = Math.max(0, ...counts.map((match) => Number(match[1] ?? match[2])))
  return pages > 0 ? { pages } : {}
}

/** Together the packed objects of an honest document are far smaller. */
const maxUnpackedBytes = 64 * 1024 * 1024

const threats = [
  { pattern: /\/(JavaScript|JS)\b/, ru: 'программа (JavaScript)', en: 'a program (JavaScript)' },
  { pattern: /\/Launch\b/, ru: 'команда запуска программ', en: 'a launch action' },
  { pattern: /\/(EmbeddedFiles?|Filespec\s*\/EF)\b/, ru: 'вложенный файл', en: 'an attached file' },
  { pattern: /\/(RichMedia|XFA)\b/, ru: 'интерактивная форма или видео', en: 'an interactive form or media' },
]

/** Splits a file into what stands between streams and what is packed in object streams (ISO 32000-1, 7.5.7). */
const takeApart = (bytes: Buffer, text: string): { outline: string; packed: string } => {
  const outline: string[] = []
  const packed: string[] = []
  let position = 0
  let unpackedBytes = 0
  const start = /\bstream\r?\n/g
  for (;;) {
    start.lastIndex = position
    const match = start.exec(text)
    if (!match) break
    const from = match.index + match[0].length
    const to = text.indexOf('endstream', from)
    if (to < 0) break
    const head = text.slice(position, match.index)
    outline.push(head)
    const dictionary = unescapeNames(head.slice(Math.max(0, head.lastIndexOf(' obj'))))
    if (/\/ObjStm\b/.test(dictionary)) {
      const content = unpack(bytes.subarray(from, to), dictionary)
      unpackedBytes += content.length
      if (unpackedBytes > maxUnpackedBytes) throw unreadable()
      packed.push(content)
    }
    position = to
  }
  outline.push(text.slice(position))
  return { outline: outline.join('\n'), packed: packed.join('\n') }
}

const unpack = (data: Buffer, dictionary: string): string => {
  if (!/\/Filter\b/.test(dictionary)) return data.toString('latin1')
  // Only the filter every writer uses: what cannot be unpacked cannot be looked through.
  if (!/\/Filter\s*(\[\s*)?\/FlateDecode\s*(\]|\/|>|$)/.test(dictionary)) throw unreadable()
  try {
    return inflateSync(data, { maxOutputLength: maxUnpackedBytes, finishFlush: 2 }).toString('latin1')
  } catch (error) {
    throw unreadable(error)
  }
}

/** /J#61vaScript is the same name as /JavaScript (7.3.5). */
const unescapeNames = (text: string): string =>
  text.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

const refuseSecondFile = (bytes: Buffer, text: string): void => {
  const end = text.lastIndexOf('%%EOF')
  if (end < 0) throw unreadable()
  if (text.slice(end + 5).replace(/[\s\0]/g, '') !== '') throw secondFile()
  // A ZIP is read from its end: a record there whose comment closes the file makes the PDF an archive as well.
  const tail = Math.max(0, bytes.length - 65_557)
  for (let at = text.indexOf('PK\x05\x06', tail); at >= 0; at = text.indexOf('PK\x05\x06', at + 1))
    if (at + 22 <= bytes.length && at + 22 + bytes.readUInt16LE(at + 20) === bytes.length) throw secondFile()
}

const active = ({ ru, en }: { ru: string; en: string }): UploadRefused =>
  new UploadRefused(
    `В PDF есть ${ru}. Такие файлы не публикуем: напечатайте документ в новый PDF («Печать → Сохранить как PDF») и загрузите его.`,
    `The PDF holds ${en}. Print it to a new PDF and upload that one.`,
  )

const secondFile = (): UploadRefused =>
  new UploadRefused(
    'Внутри PDF спрятан ещё один файл. Напечатайте документ в новый PDF («Печать → Сохранить как PDF») и загрузите его.',
    'Another file is hidden in the PDF. Print it to a new PDF and upload that one.',
  )

const locked = (): UploadRefused =>
  new UploadRefused(
    'PDF защищён паролем или запретами. Снимите защиту: жители должны читать и копировать текст.',
    'The PDF is encrypted. Remove the protection first.',
  )

const unreadable = (cause?: unknown): UploadRefused =>
  new UploadRefused(
    'PDF не читается: файл повреждён или скачан не до конца. Сохраните документ в PDF заново.',
    'The PDF cannot be read. Save the document as PDF again.',
    { cause },
  )
