import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createHash } from 'node:crypto'
import type { ChildProcess } from 'node:child_process'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connectPg, type PgConnection } from '../gateway/pgConnection.ts'
import { detectHostMode, type HostMode } from './host.ts'
import { busyExitCode, launch, supervisorMark, supervisorVariable, type ClusterPaths } from './launch.ts'
import { environmentOf, holdersOf, signal, startTimeOf } from './processes.ts'

/** PostgreSQL on one data folder, started again if it dies by itself. */
export interface Cluster {
  socketPath: string
  stop(): Promise<void>
}

export interface ClusterOptions {
  engine: string
  dataDir: string
  logFile: string
  /** False only where the data may be lost at a power cut, in tests. */
  isDurable: boolean
  log(line: string): void
}

const stopPatienceMs = 3_500
const readyPatienceMs = 60_000
const maxLogBytes = 10_000_000

export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  mkdirSync(options.dataDir, { recursive: true })
  const data = resolve(options.dataDir)
  const paths: ClusterPaths = { engine: options.engine, data, run: runFolder(data) }
  const mode = await detectHostMode([paths.engine, join(data, 'cluster')])
  prepareFolders(paths, mode)
  await evictOrphans(paths, options.log)
  if (!existsSync(join(data, 'cluster'))) await initialise(paths, mode, options)

  const socketPath = join(paths.run, '.s.PGSQL.5432')
  let isStopping = false
  let child = start(paths, mode, options)
  watch(child)
  try {
    await waitUntilReady(socketPath, () => child, options)
    await prepareExtensions(socketPath)
  } catch (error) {
    await stop()
    throw error
  }

  /** A PostgreSQL that ends unasked is started again; the gateway meanwhile answers with errors that drivers retry. */
  function watch(current: ChildProcess) {
    const startedAt = Date.now()
    current.once('exit', (code, signalName) => {
      if (isStopping) return
      const how = signalName ?? `code ${code}`
      options.log(`database: PostgreSQL ended unexpectedly (${how}), starting it again`)
      setTimeout(() => void restart(), Date.now() - startedAt < 5_000 ? 1_000 : 0)
    })
  }

  async function restart(): Promise<void> {
    try {
      if (!isStopping) await evictOrphans(paths, options.log)
      if (isStopping) return
      child = start(paths, mode, options)
      watch(child)
    } catch (error) {
      options.log(`database: ${error instanceof Error ? error.message : String(error)}`)
      setTimeout(() => void restart(), 1_000)
    }
  }

  async function stop() {
    isStopping = true
    await stopChild(child)
    await evictOrphans(paths, () => {})
    rmSync(paths.run, { recursive: true, force: true })
  }

  return { socketPath, stop }
}

/**
 * The same for every start on the same data, so that what a killed start left behind is used again. Always in /tmp:
 * root's TMPDIR may be closed to PostgreSQL's account, and a socket's path must be short.
 */
export function runFolder(data: string): string {
  const id = createHash('sha256').update(data).digest('hex').slice(0, 12)
  return join('/tmp', `portal-db-${process.getuid?.() ?? 0}-${id}`)
}

function prepareFolders(paths: ClusterPaths, mode: HostMode) {
  // Who reaches the socket is the database's superuser: nobody else may enter.
  mkdirSync(paths.run, { recursive: true, mode: 0o700 })
  if (
    statSync(paths.run).uid !== (mode.account?.uid ?? process.getuid?.()) &&
    statSync(paths.run).uid !== process.getuid?.()
  ) {
    throw new Error(`Папка ${paths.run} принадлежит другому пользователю: удалите её и повторите запуск.`)
  }
  for (const name of mode.access === 'bind' ? ['engine', 'data'] : []) {
    mkdirSync(join(paths.run, name), { recursive: true })
  }
  const uid = mode.account?.uid ?? process.getuid?.() ?? 0
  const gid = mode.account?.gid ?? process.getgid?.() ?? 0
  writeFileSync(join(paths.data, 'passwd'), `postgres:x:${uid}:${gid}::/:/bin/sh\n`)
  writeFileSync(join(paths.data, 'group'), `postgres:x:${gid}:\n`)
  chmodSync(paths.run, 0o700)
  if (mode.account) {
    chownSync(paths.run, uid, gid)
    chownSync(paths.data, uid, gid)
  }
}

async function initialise(paths: ClusterPaths, mode: HostMode, options: ClusterOptions) {
  // initdb cleans up after itself when it fails, but not after a kill -9: it works beside, the rename completes it.
  const partial = join(paths.data, 'cluster.partial')
  rmSync(partial, { recursive: true, force: true })
  const child = launch({
    paths,
    mode,
    program: 'initdb',
    output: 'pipe',
    args: (seen) => [
      ...['--pgdata', join(seen.data, 'cluster.partial'), '--username', 'postgres', '--auth', 'trust'],
      ...[
        '--locale-provider',
        'builtin',
        '--builtin-locale',
        'C.UTF-8',
        '--locale',
        'C',
        '--encoding',
        'UTF8',
      ],
      ...(options.isDurable ? [] : ['--no-sync']),
    ],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text))
  }
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  )
  if (code === busyExitCode) throw busy(paths)
  if (code !== 0) throw new Error(`База данных не создаётся в ${paths.data}:\n${output.trim()}`)
  renameSync(partial, join(paths.data, 'cluster'))
}

function start(paths: ClusterPaths, mode: HostMode, options: ClusterOptions): ChildProcess {
  const isLogLong = existsSync(options.logFile) && statSync(options.logFile).size > maxLogBytes
  const output = openSync(options.logFile, isLogLong ? 'w' : 'a')
  const child = launch({
    paths,
    mode,
    program: 'postgres',
    output,
    args: (seen) => [
      '-D',
      join(seen.data, 'cluster'),
      ...Object.entries(settings(seen, options)).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
  })
  closeSync(output)
  return child
}

function settings(seen: ClusterPaths, { isDurable }: ClusterOptions): Record<string, string> {
  return {
    unix_socket_directories: seen.run,
    unix_socket_permissions: '0700',
    // Unix socket only: the one way in from outside is the gateway's loopback port.
    listen_addresses: '',
    port: '5432',
    shared_preload_libraries: 'pg_cron,pg_documentdb_core,pg_documentdb,pg_documentdb_extended_rum',
    'cron.database_name': 'postgres',
    'cron.use_background_workers': 'on',
    // Jobs run every few seconds for as long as the portal lives: no line and no row for each.
    'cron.log_run': 'off',
    'cron.log_statement': 'off',
    // The extension connects back to itself, for TTL deletes for instance.
    'documentdb.localhost_connection_string': `host=${seen.run} user=postgres`,
    'documentdb.defaultCursorExpiryTimeLimitSeconds': '600',
    jit: 'off',
    // Writes of one unique key at the same moment wait for each other in a circle: found out at once, not after a second.
    deadlock_timeout: '50ms',
    max_connections: '110',
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_wal_size: '512MB',
    // The compiled-in zone: the host need not have a time zone database.
    timezone: 'GMT',
    log_timezone: 'GMT',
    log_min_messages: 'warning',
    log_line_prefix: '%m [%p] ',
    ...(isDurable ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
  }
}

async function waitUntilReady(socketPath: string, child: () => ChildProcess, options: ClusterOptions) {
  const deadline = Date.now() + readyPatienceMs
  for (;;) {
    const connection = await connect(socketPath).catch(() => undefined)
    if (connection) return connection.destroy()
    const { exitCode } = child()
    if (exitCode === busyExitCode) throw busy({ data: options.dataDir })
    if (exitCode !== null || Date.now() > deadline) {
      throw new Error(`База данных не запускается. Журнал: ${options.logFile}\n${lastLines(options.logFile)}`)
    }
    await sleep(20)
  }
}

async function prepareExtensions(socketPath: string) {
  const connection = await connect(socketPath)
  try {
    for (const name of ['documentdb', 'documentdb_extended_rum']) {
      await connection.query(`CREATE EXTENSION IF NOT EXISTS ${name} CASCADE`)
    }
    // A newer package brings a newer extension; the data keeps the older until told.
    const outdated = await connection.query(
      "SELECT name FROM pg_available_extensions WHERE installed_version <> default_version AND name LIKE 'documentdb%' ORDER BY name = 'documentdb_core' DESC",
    )
    // The gateway builds indexes at once; nobody needs the jobs that look for waiting builds every two seconds.
    await connection.query(
      "UPDATE cron.job SET active = false WHERE active AND command LIKE '%build_index_concurrently%'",
    )
    for (const [name] of outdated) await connection.query(`ALTER EXTENSION ${name!.toString()} UPDATE`)
  } finally {
    connection.destroy()
  }
}

function connect(socketPath: string): Promise<PgConnection> {
  return connectPg({ socketPath, user: 'postgres', database: 'postgres', settings: {} })
}

/** Fast shutdown, then the immediate one (the next start recovers), then the end. */
async function stopChild(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null || !child.pid) return
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  for (const [name, patience] of [
    ['SIGINT', stopPatienceMs],
    ['SIGQUIT', 700],
    ['SIGKILL', 500],
  ] as const) {
    signal(child.pid, name)
    const isOver = await Promise.race([exited.then(() => true), sleep(patience, false)])
    if (isOver) return
  }
}

/** Stops a PostgreSQL whose supervisor is dead; refuses if the supervisor lives. */
async function evictOrphans(paths: ClusterPaths, log: (line: string) => void) {
  const lock = join(paths.data, 'engine.lock')
  for (let round = 0; ; round++) {
    const holders = holdersOf(lock)
    if (holders.length === 0) return
    const mark = holders.map((pid) => environmentOf(pid, supervisorVariable)).find(Boolean)
    const supervisor = Number(mark?.split(':')[0])
    if (mark && supervisor !== process.pid && mark === supervisorMark(supervisor))
      throw busy(paths, supervisor)
    if (round === 0) log('database: stopping a PostgreSQL that an earlier start left behind')
    if (round > 60) throw busy(paths)
    const postmaster = readPostmaster(paths)
    const name = round < 30 ? 'SIGINT' : round < 45 ? 'SIGQUIT' : 'SIGKILL'
    const isPostmasterAlive = postmaster !== undefined && holders.includes(postmaster)
    // Without their postmaster the others end by themselves; who does not is stuck.
    if (isPostmasterAlive) signal(postmaster, name)
    else if (round > 5) for (const pid of holders) signal(pid, round > 20 ? 'SIGKILL' : 'SIGQUIT')
    await sleep(100)
  }
}

function readPostmaster(paths: ClusterPaths): number | undefined {
  try {
    return Number(readFileSync(join(paths.data, 'cluster/postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return undefined
  }
}

function busy({ data }: Pick<ClusterPaths, 'data'>, supervisor?: number): Error {
  const who = supervisor && startTimeOf(supervisor) ? ` (процесс ${supervisor})` : ''
  return new Error(
    `База данных в ${data} уже открыта другим запуском портала${who}. Остановите его и повторите.`,
  )
}

function lastLines(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').slice(-8).join('\n') : ''
}
