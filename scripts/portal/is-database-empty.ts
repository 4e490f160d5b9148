// Exit code 0: no user and no material in DATABASE_URL, or a demo that scripts/seed was killed in the middle of;
// databaseHasData: some; 1: no answer.
import { MongoClient } from 'mongodb'
import { databaseHasData } from './exit-codes.ts'

const client = new MongoClient(process.env['DATABASE_URL'] ?? '', { serverSelectionTimeoutMS: 10_000 })
try {
  const db = client.db()
  const found = await Promise.all(['users', 'news', 'pages'].map((name) => db.collection(name).findOne({})))
  const isUnfinished = (await db.collection('portal-states').findOne({ key: 'demo-unfinished' })) !== null
  process.exitCode = !isUnfinished && found.some((document) => document !== null) ? databaseHasData : 0
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await client.close()
}
