// npm run bench -- NAME: one benchmark, its figures as JSON lines on stdout, what it does on stderr.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { benchBuild } from './build.ts'
import { benchMemory } from './memory.ts'
import { benchPublish } from './publish.ts'
import { benchStart } from './start.ts'

const benches: Record<string, (dataDir: string) => Promise<void>> = {
  publish: benchPublish,
  build: benchBuild,
  start: benchStart,
  memory: benchMemory,
}

await main()

async function main() {
  const [name = ''] = process.argv.slice(2)
  const bench = benches[name]
  if (!bench) {
    console.error(`Usage: npm run bench -- NAME, one of: ${Object.keys(benches).join(', ')}`)
    process.exitCode = 2
    return
  }
  const dataDir = mkdtempSync(join(tmpdir(), `bench-${name}-`))
  try {
    await bench(dataDir)
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}
