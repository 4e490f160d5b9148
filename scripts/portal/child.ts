import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { root } from './data-dir.ts'

export type ChildOptions = {
  name: string
  /** Arguments for Node: a script of ours or a tool's entry. */
  args: string[]
  cwd?: string
  env: Record<string, string | undefined>
  log: (line: string) => void
}

export type Supervised = {
  /** Rejects when the process keeps dying before it was ever ready. */
  failed: Promise<never>
  /** From now on a crash means a restart, however often. */
  ready: () => void
  pid: () => number | undefined
  stop: () => Promise<void>
}

const graceMs = 3_000
const stableMs = 60_000
const longestPause = 30_000
const startTries = 3

/** Keeps a process running: restarts it with growing pauses when it dies, ends it with everything it started. */
export const supervise = (options: ChildOptions): Supervised => {
  let child: ChildProcess | null = null
  let isStopping = false
  let isReady = false
  let pause = 500
  let tries = 0
  let timer: NodeJS.Timeout | undefined
  const failure = Promise.withResolvers<never>()
  failure.promise.catch(() => {}) // whoever waits for readiness sees it

  const start = () => {
    const startedAt = Date.now()
    tries += 1
    child = startChild(options)
    child.once('exit', (code, signal) => {
      child = null
      if (isStopping) return
      const how = signal ? `сигнал ${signal}` : `код ${code ?? '?'}`
      if (!isReady && tries >= startTries) {
        failure.reject(new Error(`Процесс ${options.name} не запускается (${how}).`))
        return
      }
      if (Date.now() - startedAt > stableMs) pause = 500
      options.log(`процесс завершился (${how}), перезапуск через ${pause / 1000} с`)
      timer = setTimeout(start, pause)
      pause = Math.min(pause * 2, longestPause)
    })
  }
  start()

  return {
    failed: failure.promise,
    ready: () => void (isReady = true),
    pid: () => child?.pid,
    stop: async () => {
      isStopping = true
      clearTimeout(timer)
      if (child) await stopChild(child)
    },
  }
}

/** Runs a process to its end; resolves with its exit code (1 for a signal). */
export const runToEnd = async (options: ChildOptions & { signal?: AbortSignal }): Promise<number> => {
  const child = startChild(options)
  const abort = () => void stopChild(child)
  options.signal?.addEventListener('abort', abort)
  await once(child, 'exit')
  options.signal?.removeEventListener('abort', abort)
  return child.exitCode ?? 1
}

const startChild = ({ name, args, cwd = root, env, log }: ChildOptions): ChildProcess => {
  const child = spawn(
    process.execPath,
    ['--import', join(import.meta.dirname, 'exit-with-parent.ts'), ...args],
    {
      cwd,
      env: { ...env, NODE_ENV: env['NODE_ENV'] === 'development' ? 'development' : 'production' },
      // Its own group: Ctrl+C in the terminal reaches only the supervisor, which then stops things in order.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  )
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream }).on('line', log)
  }
  child.on('error', (error) => log(`${name}: ${error.message}`))
  return child
}

const stopChild = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = setTimeout(() => killGroup(child, 'SIGKILL'), graceMs)
  await ended
  clearTimeout(timer)
  killGroup(child, 'SIGKILL') // what it may have left behind
}

const killGroup = (child: ChildProcess, signal: NodeJS.Signals) => {
  try {
    if (child.pid) process.kill(-child.pid, signal)
  } catch {
    // nothing is left of the group
  }
}
