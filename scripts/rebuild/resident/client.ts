import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { Answers, Call, Reply, ResidentOptions } from './messages.ts'

/** A call that the resident process could not do; `kind` tells whether the same may work later. */
export class ResidentError extends Error {
  readonly kind: 'content' | 'disk' | 'cms' | 'other' | 'crash' | 'timeout'

  constructor(kind: ResidentError['kind'], message: string) {
    super(message)
    this.kind = kind
  }
}

export type Resident = {
  call: <C extends Call>(call: C, timeoutMs: number) => Promise<Answers[C['name']]>
  /** Resolves when the process has ended, of itself or not. */
  ended: Promise<void>
  stop: () => void
}

type Waiting = { resolve: (answer: never) => void; reject: (error: ResidentError) => void }

/**
 * Starts the resident process. What takes too long is ended with it, since a hung render cannot be ended alone: the next
 * one starts from the files and the CMS.
 */
export const startResident = (options: ResidentOptions, log: (line: string) => void): Resident => {
  const child: ChildProcess = fork(join(import.meta.dirname, 'process.ts'), [JSON.stringify(options)], {
    execArgv: [
      // Little garbage is kept: 5,000 pages live in some 280 MB, and the site may grow to the machine's memory.
      '--max-semi-space-size=8',
      '--import',
      join(import.meta.dirname, '..', '..', 'portal', 'exit-with-parent.ts'),
    ],
    env: { ...process.env, NODE_ENV: 'production', SITE_URL: options.siteUrl, SNAPSHOT_FILE: '' },
  })
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let isRunning = true
  let timeoutWords: string | null = null

  child.on('message', (reply: Reply) => {
    const waiter = waiting.get(reply.id)
    waiting.delete(reply.id)
    if (reply.state === 'failed') waiter?.reject(new ResidentError(reply.kind, reply.error))
    // process.ts answers each call by its name.
    else waiter?.resolve(reply.answer as never)
  })
  child.on('error', (error) => log(`сборщик страниц: ${error.message}`))
  const ended = Promise.withResolvers<void>()
  child.on('exit', () => {
    isRunning = false
    ended.resolve()
    const error = timeoutWords
      ? new ResidentError('timeout', timeoutWords)
      : new ResidentError('crash', 'сборка неожиданно прервалась (возможно, не хватило памяти)')
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  })

  return {
    call: (call, timeoutMs) =>
      new Promise((resolve, reject) => {
        if (!isRunning) return reject(new ResidentError('crash', 'сборщик страниц остановлен'))
        const id = ++lastId
        const timer = setTimeout(() => {
          timeoutWords = `сборка не закончилась за ${seconds(timeoutMs)} и остановлена`
          child.kill('SIGKILL')
        }, timeoutMs)
        waiting.set(id, {
          resolve: (answer) => (clearTimeout(timer), resolve(answer)),
          reject: (error) => (clearTimeout(timer), reject(error)),
        })
        child.send({ id, call })
      }),
    ended: ended.promise,
    stop: () => void child.kill('SIGKILL'),
  }
}

const seconds = (ms: number) =>
  ms < 120_000 ? `${Math.max(1, Math.round(ms / 1000))} с` : `${ms / 60_000} мин.`
