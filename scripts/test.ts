// npm test: everything the repository promises. Ends with «N passed, N failed».
import { allChecks } from './quality/checks.ts'
import { installBrowserTools } from './quality/install-browser-tools.ts'
import { finish, runChecks, type Count } from './quality/run-checks.ts'
import { runVitest } from './quality/run-vitest.ts'

await main()

async function main() {
  const counts: Count[] = []
  let hasBrowser = true
  try {
    installBrowserTools()
  } catch (error) {
    console.log(`✗ ${error instanceof Error ? error.message : String(error)}`)
    counts.push({ passed: 0, failed: 1 })
    hasBrowser = false
  }
  counts.push(await runChecks(allChecks))
  counts.push(
    await runVitest(['unit', 'components', 'slow', 'integration', ...(hasBrowser ? ['browser'] : [])]),
  )
  finish(counts)
}
