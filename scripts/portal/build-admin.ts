import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runToEnd } from './child.ts'
import { root } from './data-dir.ts'
import { cmsCodeHash } from './inputs-hash.ts'
import { StartError } from './start-error.ts'
import type { Steps } from './steps.ts'

/** Runs `next build` when something it reads has changed since the last one. */
export const buildAdmin = async (options: {
  steps: Steps
  signal: AbortSignal
  env: Record<string, string | undefined>
}): Promise<void> => {
  const stamp = join(root, 'cms', '.next', 'portal-inputs')
  const wanted = cmsCodeHash()
  const built = existsSync(stamp) ? await readFile(stamp, 'utf8') : null
  const buildId = join(root, 'cms', '.next', 'BUILD_ID')
  if (built === wanted && existsSync(buildId)) return

  await options.steps.step('Админка', 'собрана', async () => {
    const output: string[] = []
    const code = await runToEnd({
      name: 'next',
      args: [join(root, 'node_modules', '.bin', 'next'), 'build'],
      cwd: join(root, 'cms'),
      env: { ...options.env, PORTAL_BUILD: '1', NEXT_TELEMETRY_DISABLED: '1' },
      log: (line) => void output.push(line),
      signal: options.signal,
    })
    options.signal.throwIfAborted()
    if (code !== 0 || !existsSync(buildId))
      throw new StartError(`Админка не собралась:\n${output.slice(-40).join('\n')}`)
    await writeFile(stamp, wanted)
  })
}
