import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

/** A second process on the same database, ready to sign; `sign` tells it to and waits until it has. */
export const startSigner = async (url: string, { dataDir, now }: { dataDir: string; now: string }) => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'signProcess.ts'), url, now], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const errors = text(child.stderr)
  const exit = once(child, 'exit')
  await Promise.race([once(child.stdout, 'data'), exit])
  return {
    pid: child.pid,
    sign: async () => {
      child.stdin.end('go\n')
      const [code] = (await exit) as [number | null]
      if (code !== 0) throw new Error(`The signer ended with ${code}: ${await errors}`)
    },
  }
}
