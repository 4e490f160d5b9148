/*
 * The Merkle tree of RFC 9162 (2.1.1) over the ballots: SHA-256, leaves and nodes hashed with different first bytes, so that
 * a node cannot be passed off as a leaf. Runs in Node and in the browser.
 */

type Bytes = Uint8Array<ArrayBuffer>

/** The root of a list of leaves, hex. */
export const merkleRoot = async (leaves: readonly Bytes[]): Promise<string> => {
  let level = await Promise.all(leaves.map((leaf) => sha256(Uint8Array.of(0), leaf)))
  if (level.length === 0) return hex(await sha256())
  // A node without a neighbour goes up as it is: the same tree as RFC 9162's split at the largest power of two.
  while (level.length > 1) level = await Promise.all(pairs(level))
  return hex(level[0] ?? Uint8Array.of())
}

const pairs = (level: readonly Bytes[]): Promise<Bytes>[] => {
  const above: Promise<Bytes>[] = []
  for (let index = 0; index < level.length; index += 2) {
    const [left, right] = level.slice(index, index + 2)
    if (left) above.push(right ? sha256(Uint8Array.of(1), left, right) : Promise.resolve(left))
  }
  return above
}

const sha256 = async (...parts: Bytes[]): Promise<Bytes> => {
  const bytes = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.length
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
