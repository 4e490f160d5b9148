import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { lockDataDir } from './lock.ts'

let dataDir: string
beforeEach(() => void (dataDir = mkdtempSync(join(tmpdir(), 'lock-'))))
afterEach(() => rmSync(dataDir, { recursive: true }))

/** A process that takes the folder and holds it until it is killed. */
const hold = async () => {
  const code = `import { lockDataDir } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))}
    try { lockDataDir(${JSON.stringify(dataDir)}); console.log('held') } catch (error) { console.log(error.message); process.exit() }
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const answer = await once(child.stdout, 'data')
  return { child, answer: String(answer[0]).trim() }
}

it('refuses a second portal on the same folder while the first lives, and names its process', async () => {
  const { child } = await hold()
  expect(() => lockDataDir(dataDir)).toThrow(new RegExp(`уже запущен.*процесс ${child.pid}`))
  child.kill('SIGKILL')
  await once(child, 'exit')
})

it('takes the folder over from a portal that was killed -9', async () => {
  const { child } = await hold()
  child.kill('SIGKILL')
  await once(child, 'exit')
  lockDataDir(dataDir)()
  expect(existsSync(join(dataDir, 'portal.lock'))).toBe(false)
})

it('is not fooled by another process that got the same pid', () => {
  writeFileSync(join(dataDir, 'portal.lock'), `${process.ppid} 1\n`)
  expect(() => lockDataDir(dataDir)).not.toThrow()
})

it('lets exactly one of four starts win over a stale lock', async () => {
  writeFileSync(join(dataDir, 'portal.lock'), '999999999 1\n')
  const starts = await Promise.all([hold(), hold(), hold(), hold()])
  expect(starts.filter(({ answer }) => answer === 'held')).toHaveLength(1)
  for (const { child } of starts) child.kill('SIGKILL')
})
