import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../portal/data-dir.ts'

export type ToolResult = { isPassed: boolean; output: string }

/** Runs a tool of node_modules/.bin (or npm) to its end and keeps what it said. */
export const runTool = (
  name: string,
  args: string[],
  { cwd = '.', env = {} }: { cwd?: string; env?: Record<string, string> } = {},
): Promise<ToolResult> =>
  new Promise((resolve) => {
    const child = spawn(name, args, {
      cwd: join(root, cwd),
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        ASTRO_TELEMETRY_DISABLED: '1',
        NEXT_TELEMETRY_DISABLED: '1',
        ...env,
        PATH: toolPath(),
      },
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
    child.on('error', (error) => resolve({ isPassed: false, output: error.message }))
    child.on('close', (code) => resolve({ isPassed: code === 0, output }))
  })

/** The project's own tools and its own Node first, however this script was started. */
const toolPath = () => `${join(root, 'node_modules', '.bin')}:${process.env['PATH'] ?? ''}`
