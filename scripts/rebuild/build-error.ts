import type { FailedDocument } from './queue.ts'

/** A build that must not go live, with the document to blame when one is known. */
export class BuildError extends Error {
  readonly document: FailedDocument | undefined
  /** Whether the same content may build later (the disk, the time, a crash). */
  readonly isRetried: boolean

  constructor(
    message: string,
    options: { document?: FailedDocument; isRetried?: boolean; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause })
    this.document = options.document
    this.isRetried = options.isRetried ?? false
  }
}
