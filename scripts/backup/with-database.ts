import { MongoClient, type Db } from 'mongodb'
import { startDatabase } from '../database/index.ts'
import { dataDirOf } from '../portal/data-dir.ts'
import { lockDataDir } from '../portal/lock.ts'

/**
 * Runs a command on the portal's database. With DATABASE_URL the portal may go on working; the embedded database is
 * started for the command, so the portal must be stopped (the lock says so).
 */
export const withDatabase = async (work: (db: Db, dataDir: string) => Promise<void>): Promise<void> => {
  const dataDir = dataDirOf(process.env)
  try {
    const unlock = process.env['DATABASE_URL'] ? () => {} : lockDataDir(dataDir)
    const database = await startDatabase({ dataDir, log: (line) => console.log(line) })
    const client = new MongoClient(database.url)
    try {
      await work(client.db(), dataDir)
    } finally {
      await client.close()
      await database.stop()
      unlock()
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
