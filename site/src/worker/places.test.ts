import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { houseCache, houseKey } from './places.ts'

const scriptOf = (name: string) => readFileSync(new URL(`./${name}`, import.meta.url), 'utf8')

it('names cache and key in the small scripts of pages as the worker does', () => {
  expect(scriptOf('save-house.ts')).toContain(`caches.open('${houseCache}')`)
  for (const name of ['save-house.ts', 'open-house.ts']) {
    expect(scriptOf(name)).toContain('localStorage')
    expect(scriptOf(name)).toContain(`['${houseKey}']`)
  }
})
