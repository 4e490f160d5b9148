// npm run bench -- NAME: one benchmark, its figures as JSON lines on stdout, what it does on stderr.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { descendantsOf, killDescendants } from '../portal/descendants.ts'
import { benchBuild } from './build.ts'
import { benchHouses } from './houses.ts'
import { benchMemory } from './memory.ts'
import { benchPublish } from './publish.ts'
import { benchStart } from './start.ts'
import { benchVote } from './vote.ts'

const benches: Record<string, (dataDir: string) => Promise<void>> = {
  publish: benchPublish,
  build: benchBuild,
  start: benchStart,
  memory: benchMemory,
  vote: benchVote,
  houses: benchHouses,
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
  const remove = () => rmSync(dataDir, { recursive: true, force: true })
  const stop = () => void stopChildren().then(() => (remove(), process.exit(1)))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
  try {
    await bench(dataDir)
  } finally {
    remove()
  }
}

/** Ends what the benchmark has started, in an orderly way while that works. */
async function stopChildren() {
  for (const pid of descendantsOf(process.pid)) process.kill(pid, 'SIGTERM')
  const started = performance.now()
  while (descendantsOf(process.pid).length > 0 && performance.now() - started < 10_000) await sleep(100)
  killDescendants()
}
