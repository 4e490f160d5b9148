import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { HostMode } from './host.ts'
import { startTimeOf } from './processes.ts'

/** The folders of one cluster, as this process sees them. */
export interface ClusterPaths {
  engine: string
  /** Holds `cluster` and `engine.lock`. */
  data: string
  /** Short, for the socket (a socket's path has at most 107 bytes). */
  run: string
}

/** `flock` says so with this exit code. */
export const busyExitCode = 75

const bin = 'usr/lib/postgresql/18/bin'

/**
 * Starts a program of the tree under the data folder's lock. The lock is an inherited flock: it lasts until the last
 * process of PostgreSQL has gone, whoever was killed, so two engines can never open one folder. The program gets
 * SIGINT (PostgreSQL's fast shutdown) when this process dies.
 */
export function launch(options: {
  paths: ClusterPaths
  mode: HostMode
  program: 'postgres' | 'initdb'
  args(seen: ClusterPaths): string[]
  /** A file descriptor for what the program prints, or 'pipe'. */
  output: number | 'pipe'
}): ChildProcess {
  const { paths, mode } = options
  const seen: ClusterPaths =
    mode.access === 'bind'
      ? { engine: join(paths.run, 'engine'), data: join(paths.run, 'data'), run: paths.run }
      : paths
  const program =
    options.program === 'postgres'
      ? [join(seen.engine, bin, 'postgres')]
      : [
          join(seen.engine, 'lib/ld.so'),
          ...['--library-path', `${seen.engine}/lib:${seen.engine}/usr/lib/postgresql/18/lib`],
          ...['--preload', join(seen.engine, 'lib/libnss_wrapper.so')],
          ...['--argv0', join(seen.engine, bin, 'initdb'), join(seen.engine, bin, 'initdb')],
        ]
  const command = [
    ...['flock', '--nonblock', '--no-fork', '--conflict-exit-code', String(busyExitCode)],
    join(paths.data, 'engine.lock'),
    // Whoever has the lock is alone here: a pid file is a dead one's, even if its number lives on under another name.
    ...['sh', '-c', 'rm -f "$1" "$2" && shift 2 && exec "$@"', 'portal-database'],
    ...[join(paths.data, 'cluster/postmaster.pid'), join(paths.run, '.s.PGSQL.5432.lock')],
    ...(mode.access === 'bind' ? bindMounts(paths, seen) : []),
    ...dropPrivileges(mode),
    ...program,
    ...options.args(seen),
  ]
  return spawn(command[0]!, command.slice(1), {
    // A session of its own: Ctrl+C in the terminal reaches the supervisor, which then stops things in order.
    detached: true,
    stdio: ['ignore', options.output, options.output],
    env: {
      NODE_ENV: process.env.NODE_ENV,
      PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
      LC_ALL: 'C',
      PROJ_DATA: join(seen.engine, 'share/proj'),
      // initdb insists on a name for its account, which need not have one on this host.
      NSS_WRAPPER_PASSWD: join(seen.data, 'passwd'),
      NSS_WRAPPER_GROUP: join(seen.data, 'group'),
      ...(options.program === 'initdb' ? { PORTAL_PRELOAD: join(seen.engine, 'lib/libnss_wrapper.so') } : {}),
      [supervisorVariable]: supervisorMark(process.pid),
    },
  })
}

/** Names the process that answers for this PostgreSQL, in PostgreSQL's own environment. */
export const supervisorVariable = 'PORTAL_SUPERVISOR'

/** A process number together with its start time, since numbers are used again. */
export function supervisorMark(pid: number): string {
  return `${pid}:${startTimeOf(pid)}`
}

function bindMounts(paths: ClusterPaths, seen: ClusterPaths): string[] {
  const script = 'mount --bind "$1" "$2" && mount --bind "$3" "$4" && shift 4 && exec "$@"'
  return [
    ...['unshare', '--mount', '--propagation', 'private', 'sh', '-c', script, 'portal-database'],
    ...[paths.engine, seen.engine, paths.data, seen.data],
  ]
}

function dropPrivileges({ account, access }: HostMode): string[] {
  const death = ['--pdeathsig', 'INT']
  if (!account) return ['setpriv', ...death]
  // access(2) forgets the capabilities of an ordinary user unless the securebit says otherwise.
  const capability =
    access === 'capability'
      ? ['--securebits', '+no_setuid_fixup', '--inh-caps', '+dac_override', '--ambient-caps', '+dac_override']
      : []
  return [
    'setpriv',
    '--reuid',
    String(account.uid),
    '--regid',
    String(account.gid),
    '--clear-groups',
    ...capability,
    ...death,
  ]
}
