// The peer of `vote`: node:http and the mongodb driver doing the same transaction, and nothing else. Started with IPC.
import { createServer } from 'node:http'
import { randomBytes } from 'node:crypto'
import { MongoClient } from 'mongodb'

const [databaseUrl = '', port = ''] = process.argv.slice(2)

const client = await MongoClient.connect(databaseUrl)
const marks = client.db().collection<{ _id: string }>('poll-marks')
const ballots = client.db().collection<{ _id: string }>('poll-ballots')

type Vote = { poll: string; voter: string; secret: string; choices: string[] }

const vote = async ({ poll, voter, secret, choices }: Vote): Promise<void> => {
  const session = client.startSession()
  try {
    await session.withTransaction(async () => {
      const mark = { _id: randomBytes(16).toString('base64url'), poll, voter, day: '2026-11-25' }
      await marks.insertOne(mark, { session })
      await ballots.insertOne({ _id: secret, poll, choices } as { _id: string }, { session })
    })
  } finally {
    await session.endSession()
  }
}

createServer((req, res) => {
  let body = ''
  req.on('data', (chunk) => (body += String(chunk)))
  req.on('end', () => {
    // The benchmark sends what it says.
    vote(JSON.parse(body) as Vote).then(
      () => reply(201),
      () => reply(500),
    )
  })
  const reply = (status: number) => {
    const text = '{"title":"taken"}'
    res.writeHead(status, { 'content-type': 'application/json', 'content-length': text.length }).end(text)
  }
}).listen(Number(port), '127.0.0.1', () => process.send?.('ready'))
