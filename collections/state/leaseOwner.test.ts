import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { isDeadHere, ownerName } from './leaseOwner.ts'

it('takes nobody for dead who lives, or who ran elsewhere', () => {
  const [machine] = ownerName().split('/')
  const { pid } = spawnSync('true')
  expect(isDeadHere(ownerName())).toBe(false)
  expect(isDeadHere(`${machine}/${pid}/x`)).toBe(true)
  expect(isDeadHere(`elsewhere/${pid}/x`)).toBe(false)
  expect(isDeadHere('6f2c9a34-0000-4000-8000-000000000000')).toBe(false)
})
