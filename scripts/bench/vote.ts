import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import {
  makePoll,
  newReceiptSecret,
  newVoter,
  openBox,
  untilIndexed,
  type BoxPoll,
} from '../polls/ballot-box.ts'
import { startDatabaseProcess } from '../polls/database-process.ts'
import { openConnection, post } from '../polls/connection.ts'
import { startVoteServer } from '../polls/vote-server.ts'
import { buildAdmin } from '../portal/build-admin.ts'
import { freePort } from '../portal/free-port.ts'
import { createSteps } from '../portal/steps.ts'
import { print } from './figures.ts'

const connections = [20, 64]
const rounds = 6
const secondsPerTurn = 3
const warmUpSeconds = 4

/**
 * The vote: our endpoint, a bare server that does the same transaction, and the same endpoint through Next, in turns on the
 * same database. Every vote is of a new voter.
 */
export const benchVote = async (dataDir: string): Promise<void> => {
  const secret = randomBytes(24).toString('hex')
  const database = await startDatabaseProcess(dataDir)
  await buildAdmin({
    steps: createSteps(process.stderr),
    signal: new AbortController().signal,
    env: process.env,
  })
  const options = { dataDir, databaseUrl: database.url, secret }
  const [portPortal, portBare, portNext] = [await freePort(), await freePort(), await freePort()]
  const portal = await startVoteServer({ ...options, port: portPortal })
  const next = await startVoteServer({ ...options, port: portNext, kind: 'next' })
  const bare = fork(join(import.meta.dirname, 'peers/bareVoteServer.ts'), [database.url, String(portBare)])
  await once(bare, 'message')
  const box = await openBox(database.url)
  await untilIndexed(box.db)
  const poll = await makePoll(box.db)

  const variants: Variant[] = [
    { name: 'portal', port: portPortal, request: () => portalVote(portPortal, poll, secret) },
    { name: 'node:http and mongodb', port: portBare, request: () => bareVote(portBare, poll) },
    { name: 'through Next', port: portNext, request: () => portalVote(portNext, poll, secret) },
  ]
  for (const variant of variants) await turn(variant, { width: 20, seconds: warmUpSeconds })
  for (const width of connections) {
    const turns = new Map(variants.map(({ name }) => [name, [] as Turn[]]))
    for (let round = 0; round < rounds; round += 1) {
      // Each begins a round as often as the others.
      const order = [...variants.slice(round % 3), ...variants.slice(0, round % 3)]
      for (const variant of order)
        turns.get(variant.name)?.push(await turn(variant, { width, seconds: secondsPerTurn }))
    }
    report(width, turns)
  }
  await box.close()
  bare.kill('SIGTERM')
  await Promise.all([portal.stop(), next.stop(), once(bare, 'exit')])
  await database.stop()
}

type Variant = { name: string; port: number; request: () => string }
type Turn = { perSecond: number; times: number[] }

const portalVote = (port: number, { id, options }: BoxPoll, secret: string): string =>
  post(port, `/api/polls/${id}/vote`, { choices: [options[0]], secret: newReceiptSecret() }, newVoter(secret))

const bareVote = (port: number, { id, options }: BoxPoll): string =>
  post(port, '/', {
    poll: id,
    voter: newReceiptSecret(),
    secret: randomBytes(32).toString('base64url'),
    choices: [options[0]],
  })

/** Requests are written before the clock starts: signing credentials is no part of the vote. */
const turn = async (
  { port, request }: Variant,
  { width, seconds }: { width: number; seconds: number },
): Promise<Turn> => {
  const prepared = Array.from({ length: seconds * 1500 }, request)
  const open = await Promise.all(Array.from({ length: width }, () => openConnection(port)))
  const times: number[] = []
  const started = performance.now()
  const end = started + seconds * 1000
  await Promise.all(
    open.map(async ({ send }) => {
      while (performance.now() < end) {
        const next = prepared.pop() ?? request()
        const sent = performance.now()
        const { status, body } = await send(next)
        if (status !== 201) throw new Error(`A vote answered ${status}: ${body}`)
        times.push(performance.now() - sent)
      }
    }),
  )
  const elapsed = performance.now() - started
  for (const { close } of open) close()
  return { perSecond: (times.length / elapsed) * 1000, times }
}

const report = (width: number, turns: Map<string, Turn[]>): void => {
  const figures = [...turns].map(([variant, all]) => {
    const times = all.flatMap((one) => one.times).sort((a, b) => a - b)
    const perSecond = all.map((one) => one.perSecond).sort((a, b) => a - b)
    const rank = (share: number) => times[Math.max(0, Math.ceil(share * times.length) - 1)] ?? Number.NaN
    return {
      variant,
      connections: width,
      n: times.length,
      requestsPerSecond: rounded(((perSecond[rounds / 2 - 1] ?? 0) + (perSecond[rounds / 2] ?? 0)) / 2),
      p50: rounded(rank(0.5)),
      p99: rounded(rank(0.99)),
      unit: 'ms',
    }
  })
  for (const figure of figures) print({ bench: 'vote', ...figure })
  const [ours, bare, next] = figures
  if (!ours || !bare || !next) return
  const ratio = (what: string, value: number, target: string) =>
    print({ bench: 'vote', connections: width, what, ratio: Number(value.toPrecision(3)), target })
  ratio('requests per second, portal / bare', ours.requestsPerSecond / bare.requestsPerSecond, '>= 0.5')
  ratio('p99, portal / bare', ours.p99 / bare.p99, '<= 2')
  ratio('requests per second, portal / Next', ours.requestsPerSecond / next.requestsPerSecond, '>= 3')
}

const rounded = (value: number): number => Math.round(value * 100) / 100
