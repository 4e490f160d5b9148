import type { Endpoint } from 'payload'
import { ask } from './ask.ts'
import { same } from './same.ts'
import { statusEndpoints } from './status.ts'
import { transition } from './transition.ts'

/** Under /api/questions. */
export const questionEndpoints: Endpoint[] = [ask, ...statusEndpoints, same, transition]
