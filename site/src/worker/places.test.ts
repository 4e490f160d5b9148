import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { houseCache, houseKey } from './places.ts'

it('names cache and key in the small script of a house as the worker does', () => {
  const script = readFileSync(new URL('./save-house.ts', import.meta.url), 'utf8')
  expect(script).toContain(`caches.open('${houseCache}')`)
  expect(script).toContain(`localStorage['${houseKey}']`)
})
