import { expect, it } from 'vitest'
import { countTests, withExitCode } from './run-vitest.ts'

const file = (status: string, ...tests: string[]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: tests.map((test) => ({ status: test })),
})

it('counts every test as one', () => {
  const testResults = [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed')]
  expect(countTests({ numPassedTests: 3, testResults })).toEqual({ passed: 3, failed: 1 })
})

it('counts a skipped test and a file that does not load as failed', () => {
  const testResults = [file('passed', 'passed', 'skipped'), file('failed')]
  expect(countTests({ numPassedTests: 1, testResults })).toEqual({ passed: 1, failed: 2 })
})

it('counts a runner that died, with or without a report, and one that found nothing', () => {
  expect(countTests(null)).toEqual({ passed: 0, failed: 1 })
  expect(withExitCode({ passed: 5, failed: 0 }, false)).toEqual({ passed: 5, failed: 1 })
  expect(withExitCode({ passed: 0, failed: 0 }, true)).toEqual({ passed: 0, failed: 1 })
  expect(withExitCode({ passed: 5, failed: 2 }, false)).toEqual({ passed: 5, failed: 2 })
})
