import { PgConnectionLost, PgError } from './pgConnection.ts'

/** An error in MongoDB's terms. */
export class MongoWireError extends Error {
  readonly code: number
  readonly labels: string[]
  /** Further fields of the reply: keyPattern and keyValue of a duplicate. */
  readonly extra: Record<string, unknown>
  constructor(
    code: number,
    message: string,
    options: { labels?: string[]; extra?: Record<string, unknown>; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause })
    this.name = 'MongoWireError'
    this.code = code
    this.labels = options.labels ?? []
    this.extra = options.extra ?? {}
  }
}

export const codes = {
  badValue: 2,
  failedToParse: 9,
  cursorNotFound: 43,
  exceededTimeLimit: 50,
  commandNotFound: 59,
  writeConflict: 112,
  commandNotSupported: 115,
  shutdownInProgress: 91,
  noSuchTransaction: 251,
  duplicateKey: 11000,
} as const

/** SQLSTATEs that mean «try again»: serialization failure, deadlock, lock not available, the engine's write conflict. */
export function isWriteConflict(code: number): boolean {
  return code === codes.writeConflict
}

/** Any error in MongoDB's terms; what is not PostgreSQL's or ours is a fault of the gateway and answers 8. */
export function toMongoError(error: unknown): MongoWireError {
  if (error instanceof MongoWireError) return error
  if (error instanceof PgError)
    return new MongoWireError(codeOf(error.sqlState), error.message, { cause: error })
  if (error instanceof PgConnectionLost) {
    return new MongoWireError(codes.shutdownInProgress, `The database is restarting: ${error.message}`, {
      labels: ['RetryableWriteError'],
      cause: error,
    })
  }
  return new MongoWireError(8, error instanceof Error ? error.message : String(error), { cause: error })
}

/** The engine packs the SQLSTATE of a write error into an integer, six bits a character, the lowest first. */
export function unpackSqlState(packed: number): string {
  let text = ''
  for (let i = 0; i < 5; i++) text += String.fromCharCode(((packed >> (6 * i)) & 0x3f) + 0x30)
  return text
}

export function codeOf(sqlState: string): number {
  // Classes 08 and 57P: the server goes away or comes up. The driver should look for a primary and try again.
  if (sqlState.startsWith('08') || sqlState.startsWith('57P')) return codes.shutdownInProgress
  return sqlStateCodes[sqlState] ?? 8
}

export function codeName(code: number): string {
  return codeNames[code] ?? `Location${code}`
}

const sqlStateCodes: Record<string, number> = {
  M0000: 1, M0001: 2, M0003: 9, M0004: 14, M0005: 15, M0006: 20, M0008: 26, M0009: 27, M000A: 28, M000D: 40,
  M000E: 43, M000F: 48, M000G: 52, M000M: 66, M000N: 67, M000O: 68, M000P: 72, M000Q: 73, M000R: 85, M000S: 86,
  M00F1: 112, M000U: 115, M00CO: 121, M000W: 146, M000Z: 166, M0010: 167, M0012: 197, M0015: 241, M0007: 23, M00DO: 16, 53100: 14031, M0013: 224, M0016: 263, M0018: 291, M001B: 10334, M001C: 11000,
  M007U: 40324, 23505: 11000, '23P01': 11000, 40001: 112, '40P01': 112, '55P03': 112, 57014: 50, '42P01': 26,
  '0A000': 115, '25P02': 251, 22023: 2, '22P02': 9, '42P07': 48,
} // prettier-ignore

const codeNames: Record<number, string> = {
  1: 'InternalError', 2: 'BadValue', 8: 'UnknownError', 9: 'FailedToParse', 13: 'Unauthorized', 14: 'TypeMismatch',
  15: 'Overflow', 20: 'IllegalOperation', 26: 'NamespaceNotFound', 27: 'IndexNotFound', 28: 'PathNotViable',
  40: 'ConflictingUpdateOperators', 43: 'CursorNotFound', 48: 'NamespaceExists', 50: 'MaxTimeMSExpired',
  52: 'DollarPrefixedFieldName', 59: 'CommandNotFound', 66: 'ImmutableField', 67: 'CannotCreateIndex',
  68: 'IndexAlreadyExists', 72: 'InvalidOptions', 73: 'InvalidNamespace', 85: 'IndexOptionsConflict',
  86: 'IndexKeySpecsConflict', 91: 'ShutdownInProgress', 112: 'WriteConflict', 115: 'CommandNotSupported',
  121: 'DocumentValidationFailure', 146: 'ExceededMemoryLimit', 166: 'CommandNotSupportedOnView', 167: 'OptionNotSupportedOnView',
  197: 'InvalidIndexSpecificationOption', 241: 'ConversionFailure', 14031: 'OutOfDiskSpace', 224: 'QueryExceededMemoryLimitNoDiskUseAllowed',
  225: 'TransactionTooOld', 251: 'NoSuchTransaction', 256: 'TransactionCommitted', 263: 'OperationNotSupportedInTransaction', 291: 'NoQueryExecutionPlans',
  10334: 'BSONObjectTooLarge', 11000: 'DuplicateKey',
} // prettier-ignore
