import { inSeconds } from '../portal/steps.ts'
import type { Check } from './checks.ts'

export type Count = { passed: number; failed: number }

/** Runs the checks two at a time (two cores) and prints a line for each, with the whole output of a failed one. */
export const runChecks = async (checks: Check[]): Promise<Count> => {
  const waiting = [...checks]
  const count: Count = { passed: 0, failed: 0 }
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const started = performance.now()
      const { isPassed, output } = await check.run()
      count[isPassed ? 'passed' : 'failed'] += 1
      console.log(`${isPassed ? '✓' : '✗'} ${check.name} (${inSeconds(performance.now() - started)})`)
      if (!isPassed) console.log(output.trimEnd().replace(/^/gm, '    '))
    }
  }
  await Promise.all([work(), work()])
  return count
}

/** Prints the summary every runner of this project ends with, and sets the exit code. */
export const finish = (counts: Count[]): void => {
  const passed = counts.reduce((sum, count) => sum + count.passed, 0)
  const failed = counts.reduce((sum, count) => sum + count.failed, 0)
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0
  console.log(`\n${passed} passed, ${failed} failed`)
}
