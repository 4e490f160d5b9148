import type { Payload } from 'payload'
import { startDispatcher } from '../collections/index.ts'
import { startJobRunner } from './jobRunner.ts'

/** The work beside requests: telling the builder about publications, firing scheduled ones. */
export const startBackground = (payload: Payload): (() => Promise<void>) => {
  const stopDispatcher = startDispatcher(payload)
  const stopRunner = startJobRunner(payload)
  return async () => {
    await Promise.all([stopDispatcher(), stopRunner()])
  }
}
