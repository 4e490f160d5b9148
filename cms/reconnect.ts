import { mongo } from 'mongoose'
import type { Payload } from 'payload'

/**
 * Connects anew when the driver has lost sight of a database that is there. Its monitor stands still for good when a
 * connection breaks in the very moment in which it writes to it (mongodb 6.20 to 7.9: `Connection.writeCommand` waits for a
 * `drain` that never comes), and every request is then told that there is no server, long after the database is back.
 * Nothing is lost by it: what runs on a server the driver does not see has failed already.
 * @returns whether it was so
 */
export const reconnectIfBlind = async (payload: Payload): Promise<boolean> => {
  const client = payload.db.connection.getClient()
  if (!(await isBlind(client)) || !(await answersOthers(payload.db.url))) return false
  await client.close()
  await client.connect()
  return true
}

/** The driver says that there is no server; not merely that one is slow. */
const isBlind = async (client: mongo.MongoClient): Promise<boolean> => {
  try {
    await client.db().command({ ping: 1 })
    return false
  } catch (error) {
    return error instanceof mongo.MongoServerSelectionError
  }
}

const answersOthers = async (url: string | false): Promise<boolean> => {
  if (!url) return false
  const other = new mongo.MongoClient(url, { serverSelectionTimeoutMS: 2000, connectTimeoutMS: 2000 })
  try {
    await other.db().command({ ping: 1 })
    return true
  } catch {
    return false // the database is really away
  } finally {
    await other.close()
  }
}
