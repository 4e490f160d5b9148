import { parseArgs } from 'node:util'
import { startDatabase } from './index.ts'

/** `node scripts/database/run.ts --data-dir DIR`: starts the portal's database and prints its URL until Ctrl+C. */
async function main() {
  const { values } = parseArgs({ options: { 'data-dir': { type: 'string', default: '.data' } } })
  const database = await startDatabase({ dataDir: values['data-dir'], log: (line) => console.error(line) })
  console.log(database.url)
  console.error(`${database.engine}: ${database.version}`)
  const keepAlive = setInterval(() => {}, 60_000)
  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    clearInterval(keepAlive)
    await database.stop()
    process.exit(0)
  }
  process.on('SIGINT', () => void stop())
  process.on('SIGTERM', () => void stop())
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
