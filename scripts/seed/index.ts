import { clearDemo } from './clearDemo.ts'
import { openPortal } from './openPortal.ts'
import { seedScale } from './scale.ts'
import { seedDemo } from './seedDemo.ts'
import { readOptions } from './options.ts'

export { clearDemo } from './clearDemo.ts'
export { seedScale } from './scale.ts'
export { seedDemo } from './seedDemo.ts'

/** `npm run seed`, `npm run seed -- --clear-demo`, `npm run seed -- --scale 10000`. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  const log = (line: string) => console.log(line)
  const portal = await openPortal(log)
  const { payload, dataDir } = portal
  // Half a demo is no harm: the next run writes the rest.
  for (const [signal, code] of signals)
    process.once(signal, () => void portal.close().finally(() => process.exit(code)))
  try {
    if (options.isClearing) await clearDemo(payload, { dataDir, log })
    else if (options.scale === null) await seedDemo(payload, { dataDir, log })
    else
      log(`Испытательные новости: добавлено ${await seedScale(payload, options.scale, { now: new Date() })}`)
  } finally {
    await portal.close()
  }
}

const signals = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const

if (import.meta.main) {
  try {
    await main()
    // Payload keeps timers of its own; everything that matters is closed.
    process.exit(0)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
