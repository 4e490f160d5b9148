import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from '../portal/data-dir.ts'

export type VoteServer = {
  url: string
  process: ChildProcess
  /** SIGKILL: nothing is finished, nothing is said. */
  kill: () => Promise<void>
  stop: () => Promise<void>
}

/** What the process is told: the same for every start of one portal. */
export type VoteServerOptions = {
  port: number
  dataDir: string
  databaseUrl: string
  secret: string
  /** `next`: the same endpoint as Payload ships it, through `next start`. */
  kind?: 'portal' | 'next'
}

/** Starts the portal's own server process (cms/server.ts) without supervisor, builder and site; ready when it answers. */
export const startVoteServer = async (options: VoteServerOptions): Promise<VoteServer> => {
  const { port, dataDir, databaseUrl, secret, kind = 'portal' } = options
  const url = `http://localhost:${port}`
  const command =
    kind === 'portal'
      ? [join(root, 'cms/server.ts')]
      : [join(root, 'node_modules/.bin/next'), 'start', '-p', String(port)]
  const child = spawn(process.execPath, command, {
    cwd: join(root, 'cms'),
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      NODE_ENV: 'production',
      PORT: String(port),
      SITE_URL: url,
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
      PAYLOAD_SECRET: secret,
      REBUILD_SECRET: secret,
      REBUILD_URL: 'http://127.0.0.1:9', // nobody builds a site here
      NEXT_TELEMETRY_DISABLED: '1',
    },
    stdio: ['ignore', 'ignore', 'ignore'],
  })
  const ended = once(child, 'exit')
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
  }
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error(`The server ended with code ${child.exitCode}`)
    await sleep(50)
  }
  return { url, process: child, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
}

/** Payload is there and has its database. */
const answers = async (url: string): Promise<boolean> => {
  try {
    const response = await fetch(`${url}/api/polls/000000000000000000000000/results`)
    await response.arrayBuffer()
    return response.status === 403
  } catch {
    return false // not listening yet
  }
}
