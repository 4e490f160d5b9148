import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import { startCluster } from './engine/cluster.ts'
import { provisionEngine } from './engine/provision.ts'
import { startGateway } from './gateway/index.ts'
import { hasMongod, startMongod } from './mongod.ts'

/** A database the portal can use, whoever runs it. */
export interface Database {
  /** For the driver and Payload: mongodb://… (of a replica set, so that transactions are on). */
  url: string
  engine: 'external' | 'mongod' | 'embedded'
  version: string
  /** Stops what was started, within 5 s; an external server is left alone. */
  stop(): Promise<void>
}

export interface DatabaseOptions {
  /** The portal's data folder; the embedded cluster lies in `database` within. */
  dataDir: string
  log(line: string): void
  /** False only for tests: faster, but a power cut may lose data. */
  isDurable?: boolean
}

/**
 * Provides the database: DATABASE_URL if set, else `mongod` from PATH, else the embedded one. The gateway of the
 * embedded database runs in this process. Errors are for the person who starts the portal, in Russian.
 */
export async function startDatabase(options: DatabaseOptions): Promise<Database> {
  const configured = process.env['DATABASE_URL']
  if (configured)
    return {
      url: configured,
      engine: 'external',
      version: await checkExternal(configured),
      stop: async () => {},
    }
  mkdirSync(join(options.dataDir, 'logs'), { recursive: true })
  const logFile = join(options.dataDir, 'logs', 'database.log')
  if (await hasMongod()) {
    const mongod = await startMongod({ dataDir: join(options.dataDir, 'database-mongod'), logFile })
    return { ...mongod, engine: 'mongod' }
  }
  return startEmbedded({ ...options, logFile })
}

/** The same server with another database: tests have one each. */
export function withDatabaseName(url: string, name: string): string {
  return url.replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?/, `$1/${name}`)
}

async function checkExternal(url: string): Promise<string> {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 10_000 })
  try {
    const admin = (await client.connect()).db('admin')
    const hello = await admin.command({ hello: 1 })
    const hasTransactions = Boolean(hello['setName']) || hello['msg'] === 'isdbgrid'
    if (!hasTransactions) {
      throw new Error('сервер запущен без набора реплик (replica set), а порталу нужны транзакции')
    }
    return String((await admin.command({ buildInfo: 1 }))['version'])
  } catch (error) {
    // The address may hold a password, so it is not repeated here.
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`Не удалось подключиться к базе данных из DATABASE_URL: ${reason}`, { cause: error })
  } finally {
    await client.close()
  }
}

async function startEmbedded(options: DatabaseOptions & { logFile: string }): Promise<Database> {
  const { dataDir, log, logFile, isDurable = true } = options
  const engine = await provisionEngine(log)
  const cluster = await startCluster({
    engine: engine.root,
    dataDir: join(dataDir, 'database'),
    logFile,
    isDurable,
    log,
  })
  const version = `PostgreSQL 18 + DocumentDB ${engine.version}`
  try {
    const gateway = await startGateway({ socketPath: cluster.socketPath, version, log })
    return {
      url: `mongodb://${gateway.address}/portal?replicaSet=rs0`,
      engine: 'embedded',
      version,
      async stop() {
        await gateway.stop()
        await cluster.stop()
      },
    }
  } catch (error) {
    await cluster.stop()
    throw error
  }
}
