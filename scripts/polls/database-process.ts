import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** The portal's database in a process of its own, so that who measures does not share a thread with it. */
export const startDatabaseProcess = async (dataDir: string) => {
  const script = join(import.meta.dirname, '../database/run.ts')
  const child = spawn(process.execPath, [script, '--data-dir', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [url] = (await once(createInterface({ input: child.stdout }), 'line')) as [string] // its one line
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}
