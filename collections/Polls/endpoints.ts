import type { Endpoint } from 'payload'
import { confirmEndpoints } from './confirmEndpoints.ts'
import { credential } from './credentialEndpoint.ts'
import { receipt } from './receiptEndpoint.ts'
import { results } from './resultsEndpoint.ts'
import { vote } from './voteEndpoint.ts'

/** Endpoints under /api/polls. Payload compares a path with each in turn, so the most asked comes first. */
export const pollEndpoints: Endpoint[] = [vote, credential, results, receipt, ...confirmEndpoints]
