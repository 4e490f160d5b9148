import { encode } from './bson.ts'
import * as admin from './admin.ts'
import type { Command } from './context.ts'
import * as crud from './crud.ts'
import { explain } from './explain.ts'
import * as indexes from './indexes.ts'
import { MongoWireError, codes } from './errors.ts'

type Handler = (command: Command) => Buffer | Promise<Buffer>

const ok: Handler = () => encode({ ok: 1 })

/** Every command the gateway knows. What is not here answers CommandNotFound, as MongoDB does. */
const handlers: Record<string, Handler> = {
  hello: admin.hello,
  isMaster: admin.hello,
  ismaster: admin.hello,
  ping: async (command) => (await command.run('SELECT 1', []), encode({ ok: 1 })),
  buildInfo: admin.buildInfo,
  buildinfo: admin.buildInfo,
  connectionStatus: () => encode({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] }, ok: 1 }),
  getParameter: () => encode({ featureCompatibilityVersion: { version: '7.0' }, ok: 1 }),
  whatsmyuri: () => encode({ you: '127.0.0.1:0', ok: 1 }),
  startSession: ok,
  refreshSessions: ok,

  insert: (command) => crud.write(command, 'insert'),
  update: (command) => crud.write(command, 'update'),
  delete: (command) => crud.write(command, 'delete'),
  findAndModify: crud.findAndModify,
  findandmodify: crud.findAndModify,
  find: crud.find,
  aggregate: crud.aggregate,
  getMore: crud.getMore,
  killCursors: crud.killCursors,
  count: (command) => crud.simple(command, 'SELECT document FROM count_query($1,$2)'),
  distinct: (command) => crud.simple(command, 'SELECT document FROM distinct_query($1,$2)'),

  explain,
  create: admin.create,
  drop: admin.drop,
  dropDatabase: admin.dropDatabase,
  createIndexes: indexes.createIndexes,
  dropIndexes: indexes.dropIndexes,
  listCollections: (command) =>
    crud.firstPage(command, 'SELECT * FROM list_collections_cursor_first_page($1,$2)', command.body),
  listIndexes: indexes.listIndexes,
  listDatabases: admin.listDatabases,
  renameCollection: admin.renameCollection,
  collMod: admin.collMod,
  collStats: admin.collStats,
  dbStats: admin.dbStats,
  dbstats: admin.dbStats,
  validate: (command) => crud.simple(command, 'SELECT document FROM validate($1,$2)'),
}

export function handlerOf(name: string): Handler {
  const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined
  if (!handler) throw new MongoWireError(codes.commandNotFound, `no such command: '${name}'`)
  return handler
}
