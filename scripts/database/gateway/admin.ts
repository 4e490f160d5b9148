import { BSON } from 'bson'
import { decode, encode, withFields, type Doc } from './bson.ts'
import type { Command } from './context.ts'
import { only } from './crud.ts'
import { MongoWireError, codes } from './errors.ts'

/** Collections, indexes and what tools ask a server about itself. */

const refusedCreateOptions = [
  'capped',
  'timeseries',
  'collation',
  'clusteredIndex',
  'expireAfterSeconds',
  'encryptedFields',
]

export async function create(command: Command): Promise<Buffer> {
  const spec = decode(command.body)
  for (const option of refusedCreateOptions) {
    // `capped: false` and the like say nothing.
    if (spec[option])
      throw new MongoWireError(codes.commandNotSupported, `create: ${option} is not supported here`)
  }
  const body = withFields(command.body, (name) => !createFields.has(name))
  return only(await command.run('SELECT create_collection_view($1,$2)', [command.db, body]))
}

const createFields = new Set([
  'create',
  'viewOn',
  'pipeline',
  'validator',
  'validationLevel',
  'validationAction',
])

export async function drop(command: Command): Promise<Buffer> {
  await command.run('SELECT documentdb_api.drop_collection($1,$2)', [command.db, command.target])
  return encode({ ns: `${command.db}.${command.target}`, ok: 1 })
}

export async function dropDatabase(command: Command): Promise<Buffer> {
  await command.run('SELECT documentdb_api.drop_database($1)', [command.db])
  return encode({ dropped: command.db, ok: 1 })
}

export async function collMod(command: Command): Promise<Buffer> {
  return only(await command.run('SELECT coll_mod($1,$2,$3)', [command.db, command.target, command.body]))
}

export async function collStats(command: Command): Promise<Buffer> {
  return only(await command.run('SELECT coll_stats($1,$2)', [command.db, command.target]))
}

export async function dbStats(command: Command): Promise<Buffer> {
  return only(await command.run('SELECT db_stats($1)', [command.db]))
}

export async function renameCollection(command: Command): Promise<Buffer> {
  return only(await command.run('SELECT rename_collection($1)', [command.body]))
}

export async function listDatabases(command: Command): Promise<Buffer> {
  return only(await command.run('SELECT list_databases($1)', [command.body]))
}

export function hello(command: Command): Buffer {
  const { address, engine } = command.gateway
  return encode({
    helloOk: true,
    isWritablePrimary: engine.isReady,
    ismaster: engine.isReady,
    secondary: false,
    setName: 'rs0',
    setVersion: 1,
    hosts: [address],
    me: address,
    ...(engine.isReady ? { primary: address } : {}),
    maxBsonObjectSize: 16 * 1024 * 1024,
    maxMessageSizeBytes: 48_000_000,
    maxWriteBatchSize: 25_000,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: 30,
    connectionId: 1,
    minWireVersion: 0,
    maxWireVersion: 21,
    readOnly: false,
    ok: 1,
  })
}

export function buildInfo(command: Command): Buffer {
  return encode({
    version: '7.0.0',
    versionArray: [7, 0, 0, 0],
    gitVersion: '',
    // A real mongod has no such field: it tells the portal's tests and tools which engine answers.
    embeddedEngine: command.gateway.version,
    modules: [],
    bits: 64,
    maxBsonObjectSize: 16 * 1024 * 1024,
    storageEngines: ['documentdb'],
    ok: 1,
  })
}

/** `operationTime` and `$clusterTime`, as drivers expect them from a replica set. One node is always up to date. */
export function clusterTime(): Doc {
  const time = new BSON.Timestamp({ t: Math.floor(Date.now() / 1000), i: 1 })
  return {
    $clusterTime: {
      clusterTime: time,
      signature: { hash: new BSON.Binary(Buffer.alloc(20)), keyId: BSON.Long.ZERO },
    },
    operationTime: time,
  }
}
