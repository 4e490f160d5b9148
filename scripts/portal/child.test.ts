import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { supervise } from './child.ts'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'child-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const script = (code: string): string => {
  const path = join(folder, 'child.mjs')
  writeFileSync(path, code)
  return path
}
/** A dead process that init has not collected yet is dead. */
const isAlive = (pid: number): boolean => {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}
const start = (code: string) => {
  const lines: string[] = []
  const child = supervise({
    name: 'test',
    args: [script(code)],
    env: process.env,
    log: (line) => lines.push(line),
  })
  return { child, lines }
}
const pidLines = (lines: string[]) =>
  lines.filter((line) => line.startsWith('pid ')).map((line) => Number(line.slice(4)))

it('restarts a process that was killed, and says so', async () => {
  const { child, lines } = start(`console.log('pid ' + process.pid); setInterval(() => {}, 1000)`)
  await vi.waitFor(() => expect(pidLines(lines)).toHaveLength(1), 5_000)
  child.ready()
  process.kill(pidLines(lines)[0] ?? 0, 'SIGKILL')
  await vi.waitFor(() => expect(pidLines(lines)).toHaveLength(2), 5_000)
  expect(lines.join('\n')).toMatch(/сигнал SIGKILL.*перезапуск через 0\.5 с/)
  await child.stop()
  expect(pidLines(lines).filter(isAlive)).toEqual([])
})

it('gives up on a process that never came up', async () => {
  const { child } = start('process.exit(7)')
  await expect(child.failed).rejects.toThrow(/не запускается \(код 7\)/)
}, 10_000)

it('ends a process that ignores SIGTERM, and what that process started, within four seconds', async () => {
  const { child, lines } = start(`
    import { spawn } from 'node:child_process'
    const inner = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
    process.on('SIGTERM', () => {})
    console.log('pid ' + process.pid); console.log('pid ' + inner.pid)
    setInterval(() => {}, 1000)`)
  await vi.waitFor(() => expect(pidLines(lines)).toHaveLength(2), 5_000)
  const started = Date.now()
  await child.stop()
  expect(Date.now() - started).toBeLessThan(4_000)
  await vi.waitFor(() => expect(pidLines(lines).filter(isAlive)).toEqual([]))
})

it('leaves no child alive when the supervisor itself is killed -9', async () => {
  const file = join(folder, 'pids')
  const stubborn = script(`
    import { appendFileSync } from 'node:fs'
    appendFileSync(${JSON.stringify(file)}, process.pid + '\\n')
    setInterval(() => {}, 1000)`)
  const supervisor = join(folder, 'supervisor.mjs')
  writeFileSync(
    supervisor,
    `import { supervise } from ${JSON.stringify(join(import.meta.dirname, 'child.ts'))}
     supervise({ name: 'test', args: [${JSON.stringify(stubborn)}], env: process.env, log: console.log })`,
  )
  const parent = spawn(process.execPath, [supervisor], { stdio: 'inherit' })
  const pid = await vi.waitFor(() => Number(readFileSync(file, 'utf8').trim()), 5_000)
  expect(isAlive(pid)).toBe(true)
  parent.kill('SIGKILL')
  await once(parent, 'exit')
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), 5_000)
})

it('lets a supervised tool fork workers of its own, which live until their work is done', async () => {
  writeFileSync(
    join(folder, 'worker.mjs'),
    `process.on('message', (n) => setTimeout(() => process.send(n + 1), 300))`,
  )
  const { child, lines } = start(`
    import { fork } from 'node:child_process'
    const worker = fork(${JSON.stringify(join(folder, 'worker.mjs'))})
    worker.on('message', (n) => console.log('answer ' + n))
    setTimeout(() => worker.send(41), 300)
    setInterval(() => {}, 1000)`)
  await vi.waitFor(() => expect(lines).toContain('answer 42'), 5_000)
  await child.stop()
})
