/**
 * Cuts a byte stream into frames that name their own length. Chunks are joined once per frame, not once per chunk:
 * a 48 MB message comes in hundreds of them.
 */
export function createFrameReader(options: {
  headerBytes: number
  /** The whole frame's length, read from its header. Throws on a header that cannot be. */
  lengthOf(header: Buffer): number
  onFrame(frame: Buffer): void
}): (chunk: Buffer) => void {
  let chunks: Buffer[] = []
  let available = 0
  let wanted = options.headerBytes

  return (chunk) => {
    chunks.push(chunk)
    available += chunk.length
    if (available < wanted) return
    let buffer = chunks.length === 1 ? chunk : Buffer.concat(chunks, available)
    for (;;) {
      wanted = buffer.length < options.headerBytes ? options.headerBytes : options.lengthOf(buffer)
      if (buffer.length < wanted) break
      options.onFrame(buffer.subarray(0, wanted))
      buffer = buffer.subarray(wanted)
    }
    chunks = buffer.length ? [buffer] : []
    available = buffer.length
  }
}
