/** MongoDB's wire protocol: OP_MSG both ways, OP_QUERY only for a driver's very first hello. */
export interface WireRequest {
  requestId: number
  opCode: number
  /** The command document, raw. */
  body: Buffer
  /** Document sequences by field name (`documents`, `updates`, `deletes`), each the documents one after another. */
  sequences: Map<string, Buffer>
  /** The driver wants no answer (an unacknowledged write). */
  isSilent: boolean
}

const OP_REPLY = 1
const OP_QUERY = 2004
const OP_MSG = 2013
const CHECKSUM_PRESENT = 1
const MORE_TO_COME = 2
export const maxMessageBytes = 48_000_000

export const messageHeaderBytes = 16

/** A message's length from its header. Throws on what is not the protocol. */
export function messageLength(header: Buffer): number {
  const length = header.readInt32LE(0)
  if (length < messageHeaderBytes || length > maxMessageBytes + 16_384) {
    throw new Error(`impossible message length ${length}`)
  }
  return length
}

export function parseMessage(message: Buffer): WireRequest {
  const requestId = message.readInt32LE(4)
  const opCode = message.readInt32LE(12)
  if (opCode === OP_MSG) return parseOpMsg(message, requestId)
  if (opCode === OP_QUERY) {
    const nameEnd = message.indexOf(0, 20)
    const start = nameEnd + 9
    const body = message.subarray(start, start + message.readInt32LE(start))
    return { requestId, opCode, body, sequences: new Map(), isSilent: false }
  }
  throw new Error(`unsupported opcode ${opCode}`)
}

export function replyMessage(request: WireRequest, reply: Buffer): Buffer {
  return request.opCode === OP_QUERY ? opReply(request.requestId, reply) : opMsg(request.requestId, reply)
}

/** The first field's name is the command's name. */
export function commandName(body: Buffer): string {
  return body.toString('utf8', 5, body.indexOf(0, 5))
}

function parseOpMsg(message: Buffer, requestId: number): WireRequest {
  const flags = message.readUInt32LE(16)
  const end = message.length - (flags & CHECKSUM_PRESENT ? 4 : 0)
  const sequences = new Map<string, Buffer>()
  let body: Buffer | undefined
  for (let offset = 20; offset < end;) {
    const kind = message[offset]!
    const length = message.readInt32LE(offset + 1)
    if (kind === 0) body = message.subarray(offset + 1, offset + 1 + length)
    else if (kind === 1) {
      const nameEnd = message.indexOf(0, offset + 5)
      sequences.set(
        message.toString('utf8', offset + 5, nameEnd),
        message.subarray(nameEnd + 1, offset + 1 + length),
      )
    } else throw new Error(`unknown section kind ${kind}`)
    offset += 1 + length
  }
  if (!body) throw new Error('a message without a body')
  return { requestId, opCode: OP_MSG, body, sequences, isSilent: Boolean(flags & MORE_TO_COME) }
}

function opMsg(responseTo: number, reply: Buffer): Buffer {
  const head = Buffer.alloc(21)
  head.writeInt32LE(21 + reply.length, 0)
  head.writeInt32LE(responseTo, 8)
  head.writeInt32LE(OP_MSG, 12)
  return Buffer.concat([head, reply])
}

function opReply(responseTo: number, reply: Buffer): Buffer {
  const head = Buffer.alloc(36)
  head.writeInt32LE(36 + reply.length, 0)
  head.writeInt32LE(responseTo, 8)
  head.writeInt32LE(OP_REPLY, 12)
  head.writeInt32LE(8, 16) // AwaitCapable
  head.writeInt32LE(1, 32)
  return Buffer.concat([head, reply])
}
