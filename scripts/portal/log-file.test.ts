import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openLog } from './log-file.ts'

it('never grows past its limit twice over, and keeps the newest lines', () => {
  const folder = mkdtempSync(join(tmpdir(), 'log-'))
  const write = openLog(folder, 'cms', 1_000)
  for (let number = 0; number < 500; number += 1) write(`line ${number}`)
  expect(statSync(join(folder, 'cms.log')).size).toBeLessThan(1_200)
  expect(statSync(join(folder, 'cms.log.1')).size).toBeLessThan(1_200)
  expect(readFileSync(join(folder, 'cms.log'), 'utf8')).toMatch(/line 499\n$/)
  rmSync(folder, { recursive: true })
})
