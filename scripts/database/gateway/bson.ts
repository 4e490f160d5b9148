import { BSON } from 'bson'

/**
 * BSON as the gateway sees it: bytes that pass through untouched wherever possible. A document is decoded only
 * when a rewrite needs it, and then losslessly (Int32, Long, Double and the rest stay what they were).
 */
export type Doc = Record<string, unknown>

/** A document of its own: neither an array nor a value of BSON that is an object in JavaScript (ObjectId, Date, …). */
export function isPlainObject(value: unknown): value is Doc {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !('_bsontype' in value) &&
    !(value instanceof Date)
  )
}

/** One field of a raw document: its name, type byte and where its value lies in the document's bytes. */
export interface RawField {
  name: string
  type: number
  start: number
  valueStart: number
  end: number
}

export function encode(doc: Doc): Buffer {
  return Buffer.from(BSON.serialize(doc, { ignoreUndefined: false }))
}

/** Decodes to plain JavaScript values: for the gateway's own decisions, never to be sent on. */
export function decode(bytes: Buffer): Doc {
  return BSON.deserialize(bytes, { promoteLongs: true, bsonRegExp: true })
}

/** Decodes so that encoding again gives the same types. */
export function decodeLossless(bytes: Buffer): Doc {
  return BSON.deserialize(bytes, {
    promoteValues: false,
    promoteLongs: false,
    promoteBuffers: false,
    bsonRegExp: true,
    validation: { utf8: false },
  })
}

/** Reads the fields of a document (top level only) without decoding the values. */
export function rawFields(doc: Buffer): RawField[] {
  const fields: RawField[] = []
  let offset = 4
  while (offset < doc.length && doc[offset] !== 0) {
    const start = offset
    const type = doc[offset]!
    const nameEnd = doc.indexOf(0, offset + 1)
    const name = doc.toString('utf8', offset + 1, nameEnd)
    const valueStart = nameEnd + 1
    const end = valueStart + valueLength(doc, type, valueStart)
    fields.push({ name, type, start, valueStart, end })
    offset = end
  }
  return fields
}

/** The document without the fields `drop` names and with `add` laid at its end. */
export function withFields(doc: Buffer, drop: (name: string) => boolean, add?: Doc): Buffer {
  const kept = rawFields(doc)
    .filter((field) => !drop(field.name) && !(add && field.name in add))
    .map((field) => doc.subarray(field.start, field.end))
  const extra = add ? encode(add).subarray(4, -1) : Buffer.alloc(0)
  const length = 5 + extra.length + kept.reduce((sum, part) => sum + part.length, 0)
  const head = Buffer.alloc(4)
  head.writeInt32LE(length)
  return Buffer.concat([head, ...kept, extra, Buffer.from([0])], length)
}

/** Splits an OP_MSG document sequence. */
export function splitSequence(sequence: Buffer): Buffer[] {
  const docs: Buffer[] = []
  for (let offset = 0; offset < sequence.length;) {
    const length = sequence.readInt32LE(offset)
    docs.push(sequence.subarray(offset, offset + length))
    offset += length
  }
  return docs
}

function valueLength(doc: Buffer, type: number, at: number): number {
  switch (type) {
    case 0x01: // double
    case 0x09: // date
    case 0x11: // timestamp
    case 0x12: // int64
      return 8
    case 0x02: // string
    case 0x0d: // code
    case 0x0e: // symbol
      return 4 + doc.readInt32LE(at)
    case 0x03: // document
    case 0x04: // array
    case 0x0f: // code with scope
      return doc.readInt32LE(at)
    case 0x05: // binary
      return 5 + doc.readInt32LE(at)
    case 0x07: // ObjectId
      return 12
    case 0x08: // boolean
      return 1
    case 0x0b: // regular expression: two C strings
      return doc.indexOf(0, doc.indexOf(0, at) + 1) + 1 - at
    case 0x0c: // DBPointer
      return 4 + doc.readInt32LE(at) + 12
    case 0x10: // int32
      return 4
    case 0x13: // decimal128
      return 16
    case 0x06: // undefined
    case 0x0a: // null
    case 0x7f: // MaxKey
    case 0xff: // MinKey
      return 0
    default:
      throw new Error(`unknown BSON type 0x${type.toString(16)}`)
  }
}
