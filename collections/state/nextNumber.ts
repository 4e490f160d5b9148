import type { Payload } from 'payload'
import { moveNumber, readNumber } from './number.ts'

/** The next number of a series, 1 first; two callers never get the same, whichever process asks. */
export const nextNumber = async (payload: Payload, series: string): Promise<number> => {
  for (;;) {
    const last = await readNumber(payload, series)
    // Somebody else was faster: the series moved on, so this ends.
    if (await moveNumber(payload, series, last, last + 1)) return last + 1
  }
}
