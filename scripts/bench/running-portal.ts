import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { root } from '../portal/data-dir.ts'
import { freePort } from '../portal/free-port.ts'

export type RunningPortal = {
  url: string
  process: ChildProcess
  readyMs: number
  stop: () => Promise<number>
}

/**
 * Starts the whole portal as `npm start` does; resolves when it says that it works. Without a port it takes a free one:
 * another address than the last time, so the site is built anew.
 */
export const startRunningPortal = async (dataDir: string, givenPort?: number): Promise<RunningPortal> => {
  const port = givenPort ?? (await freePort())
  const url = `http://localhost:${port}`
  const started = performance.now()
  const child = spawn(process.execPath, [join(root, 'scripts', 'start.ts')], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), SITE_URL: url, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ready = new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      process.stderr.write(`    ${line}\n`)
      if (line.startsWith('Портал работает')) resolve()
    })
    child.once('exit', (code) => reject(new Error(`The portal ended with code ${code} before it was ready`)))
  })
  await ready
  return {
    url,
    process: child,
    readyMs: performance.now() - started,
    stop: async () => {
      const asked = performance.now()
      child.kill('SIGTERM')
      await once(child, 'exit')
      return performance.now() - asked
    },
  }
}

/** Runs one of our commands on a data folder while the portal is down. */
export const runCommand = async (script: string, args: string[], dataDir: string): Promise<void> => {
  const child = spawn(process.execPath, [join(root, 'scripts', script), ...args], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await once(child, 'exit')
  if (child.exitCode !== 0) throw new Error(`${script} ${args.join(' ')} ended with code ${child.exitCode}`)
}

export type Session = {
  get: (path: string) => Promise<Response>
  send: (method: string, path: string, body: object) => Promise<void>
  /** Posts a text as it is; gives the parsed answer. */
  post: (path: string, body: string, type: string) => Promise<object>
}

/** A demo editor, logged in over REST as the admin does it. */
export const logIn = async (url: string, dataDir: string): Promise<Session> => {
  // Written by scripts/seed.
  const logins = JSON.parse(readFileSync(join(dataDir, 'demo-logins.json'), 'utf8')) as {
    role: string
    email: string
    password: string
  }[]
  const admin = logins.find(({ role }) => role === 'admin')
  const answer = await fetch(`${url}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: admin?.email, password: admin?.password }),
  })
  const { token } = (await answer.json()) as { token?: string } // Payload's login reply
  if (!token) throw new Error(`Login answered ${answer.status}`)
  const headers = { authorization: `JWT ${token}`, 'content-type': 'application/json', origin: url }
  return {
    get: (path) => fetch(url + path, { headers }),
    post: async (path, body, type) => {
      const response = await fetch(url + path, {
        method: 'POST',
        headers: { ...headers, 'content-type': type },
        body,
      })
      if (!response.ok) throw new Error(`POST ${path}: ${response.status} ${await response.text()}`)
      // Our endpoints answer with objects.
      return (await response.json()) as object
    },
    send: async (method, path, body) => {
      const response = await fetch(url + path, { method, headers, body: JSON.stringify(body) })
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
      await response.arrayBuffer()
    },
  }
}
