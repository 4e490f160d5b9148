import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../portal/data-dir.ts'
import type { Count } from './run-checks.ts'

/** The parts of vitest's JSON report that are counted. */
type Report = {
  numPassedTests: number
  testResults: { name: string; status: string; assertionResults: { status: string }[] }[]
}

/** Runs vitest projects with their output on the console; every test counts as one. */
export const runVitest = async (projects: string[]): Promise<Count> => {
  const folder = mkdtempSync(join(tmpdir(), 'vitest-'))
  const report = join(folder, 'report.json')
  const args = ['run', ...projects.flatMap((project) => ['--project', project])]
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  try {
    const vitest = spawn(process.execPath, [join(root, 'node_modules/.bin/vitest'), ...args, ...reporters], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    await once(vitest, 'exit')
    return withExitCode(countTests(readReport(report)), vitest.exitCode === 0)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A test that was skipped, or a file that did not load, is a failure: nothing else would show it. */
export const countTests = (report: Report | null): Count => {
  if (!report) return { passed: 0, failed: 1 }
  let failed = 0
  for (const { name, status, assertionResults } of report.testResults) {
    const bad = assertionResults.filter((test) => test.status !== 'passed').length
    failed += bad > 0 || status === 'passed' ? bad : 1
    if (bad === 0 && status !== 'passed') console.log(`✗ ${name} did not load`)
  }
  return { passed: report.numPassedTests, failed }
}

/** A runner that crashed after its report, or found no test, is a failure too. */
export const withExitCode = (count: Count, isGood: boolean): Count =>
  (isGood || count.failed > 0) && count.passed + count.failed > 0
    ? count
    : { ...count, failed: count.failed + 1 }

const readReport = (path: string): Report | null => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Report // vitest's own format
  } catch {
    return null // the runner died before it could write
  }
}
