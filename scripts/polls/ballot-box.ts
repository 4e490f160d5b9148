import { createHash, randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { MongoClient, ObjectId, type Db } from 'mongodb'
import { newDevice, setCredential } from '../../collections/Polls/credential.ts'

/** A poll and its records in a database that a server of ours uses: for what a test or a benchmark prepares and checks. */

export type BoxPoll = { id: string; options: string[] }
export type Mark = { _id: string; poll: string; voter: string; day: string }
export type Ballot = { _id: string; poll: string; choices: string[] }

export const openBox = async (databaseUrl: string) => {
  const client = await MongoClient.connect(databaseUrl)
  const db = client.db()
  return {
    client,
    db,
    marks: db.collection<Mark>('poll-marks'),
    ballots: db.collection<Ballot>('poll-ballots'),
    close: () => client.close(),
  }
}

/** An open poll of four options, written as the model stores one. */
export const makePoll = async (db: Db): Promise<BoxPoll> => {
  const options = Array.from({ length: 4 }, (_, index) => ({
    id: new ObjectId().toHexString(),
    text: `Вариант ${index + 1}`,
  }))
  const now = Date.now()
  const { insertedId } = await db.collection('polls').insertOne({
    title: 'Проба',
    slug: `proba-${randomBytes(4).toString('hex')}`,
    question: 'Что выбрать?',
    options,
    kind: 'single',
    level: 'open',
    results: 'afterClose',
    opensAt: new Date(now - 3_600_000),
    closesAt: new Date(now + 86_400_000),
    _status: 'published',
  })
  return { id: insertedId.toHexString(), options: options.map(({ id }) => id) }
}

/** Mongoose builds indexes in the background after the start. */
export const untilIndexed = async (db: Db): Promise<void> => {
  for (;;) {
    const indexes = await db
      .collection('poll-marks')
      .indexes()
      .catch(() => []) // not there yet
    if (indexes.some(({ unique, key }) => unique && 'voter' in key)) return
    await sleep(100)
  }
}

/** The credential of a new device as its cookie, signed as a server with this secret signs. */
export const newVoter = (secret: string): string => {
  const signing = {
    secret: createHash('sha256').update(secret).digest('hex').slice(0, 32), // Payload's own derivation
    config: { serverURL: 'http://localhost' },
  }
  return setCredential(signing, { level: 'open', poll: '' }, newDevice()).split(';')[0] ?? ''
}

export const newReceiptSecret = (): string => randomBytes(16).toString('base64url')
