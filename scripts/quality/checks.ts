import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../portal/data-dir.ts'
import { runTool, type ToolResult } from './run-tool.ts'

/** One thing that must be true of the whole repository; counts as one test in the summary. */
export type Check = { name: string; run: () => Promise<ToolResult> }

const workspaces = ['collections', 'cms', 'scripts'].filter((name) =>
  existsSync(join(root, name, 'tsconfig.json')),
)

const types: Check[] = workspaces.map((name) => ({
  name: `types: ${name}`,
  run: () => runTool('tsc', ['--noEmit', '-p', name]),
}))

/** The checks that `npm run check` has time for, the longest first. */
export const fastChecks: Check[] = [
  {
    name: 'lint',
    run: () =>
      runTool('eslint', [
        '.',
        '--max-warnings=0',
        '--cache',
        '--cache-location',
        'node_modules/.cache/eslint/',
      ]),
  },
  ...types,
  { name: 'format', run: () => runTool('prettier', ['--check', '--log-level=warn', '.']) },
  { name: 'dead code', run: () => runTool('knip', ['--no-progress']) },
]

export const allChecks: Check[] = [
  ...fastChecks,
  {
    name: 'types: site',
    run: () => runTool('astro', ['check', '--minimumFailingSeverity', 'warning'], { cwd: 'site' }),
  },
  { name: 'generated types are fresh', run: generatedTypesAreFresh },
]

/** Generated into a folder aside, so that the check never changes the tree it looks at. */
async function generatedTypesAreFresh(): Promise<ToolResult> {
  const folder = mkdtempSync(join(tmpdir(), 'payload-types-'))
  const path = join(folder, 'payload-types.ts')
  try {
    const generated = await runTool('npm', ['run', '--silent', 'generate:types', '-w', '@lyubertsy/cms'], {
      env: { PAYLOAD_TS_OUTPUT_PATH: path },
    })
    if (!generated.isPassed || !existsSync(path)) return { ...generated, isPassed: false }
    const isFresh =
      readFileSync(path, 'utf8') === readFileSync(join(root, 'collections/payload-types.ts'), 'utf8')
    return {
      isPassed: isFresh,
      output: isFresh
        ? ''
        : 'collections/payload-types.ts is stale: npm run generate:types -w @lyubertsy/cms',
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
