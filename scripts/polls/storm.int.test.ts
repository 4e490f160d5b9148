import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startDatabase, type Database } from '../database/index.ts'
import { freePort } from '../portal/free-port.ts'
import { postmasterOf } from '../test/faults/processes.ts'
import { makePoll, openBox, untilIndexed } from './ballot-box.ts'
import { faultsAfter, storm } from './storm.ts'
import { startVoteServer, type VoteServer } from './vote-server.ts'

/** The last evening of a poll, with everything that can fall over falling over: the portal's real server and database. */

const secret = randomBytes(24).toString('hex')
let dataDir = ''
let port = 0
let database: Database
let server: VoteServer
let box: Awaited<ReturnType<typeof openBox>>

const start = async () => {
  server = await startVoteServer({ port, dataDir, databaseUrl: database.url, secret })
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'portal-storm-'))
  port = await freePort()
  // A database of its own, as durable as in production: it will be killed.
  database = await startDatabase({ dataDir, log: () => {} })
  await start()
  box = await openBox(database.url)
  await untilIndexed(box.db)
})
afterAll(async () => {
  await server?.stop()
  await box?.close()
  await database?.stop()
  await rm(dataDir, { recursive: true, force: true })
})

it('counts 20,000 presses of 5,000 voters once each, through a kill -9 of the server and of the database', async () => {
  const voters = 5_000
  const poll = await makePoll(box.db)
  const harm: [number, () => void][] = [
    [6_000, () => void killDatabase()],
    // What it had open stays so for a minute, as in MongoDB: then the database forgets it.
    [13_000, () => void server.kill().then(start)],
  ]
  const onAnswered = (answered: number) => harm.find(([at]) => at === answered)?.[1]()
  const told = await storm({ port, poll, secret, voters, attemptsEach: 4, width: 64, onAnswered })
  expect(told.broken).toBeGreaterThan(0)
  expect(await faultsAfter(box, { poll, told, voters })).toEqual([])
  expect([...told.statuses.keys()].sort()).toEqual([200, 201, 409])
}, 600_000)

it('is the unique index that keeps it so: without it the same checks fail', async () => {
  const voters = 200
  const poll = await makePoll(box.db)
  const indexes = await box.marks.indexes()
  const unique = indexes.find(({ unique, key }) => unique && 'voter' in key)
  await box.marks.dropIndex(unique?.name ?? '')
  const told = await storm({ port, poll, secret, voters, attemptsEach: 8, width: 64 })
  const faults = await faultsAfter(box, { poll, told, voters })
  console.log('without the unique index:', faults.join('; '))
  expect(faults.join()).toMatch(/ballots: \d+, not 200/)
  expect(faults.join()).toMatch(/receipts: \d+, not 200/)
}, 90_000)

/** PostgreSQL's first process; where a mongod was found or given, the server alone is killed. */
const killDatabase = async () => {
  if (database.engine === 'embedded') process.kill(postmasterOf(dataDir), 'SIGKILL')
}
