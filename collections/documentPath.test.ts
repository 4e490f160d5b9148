import { describe, expect, it } from 'vitest'
import { documentPath, hasPage } from './documentPath.schema.ts'
import { isReservedSlug } from './reservedSlugs.schema.ts'

describe('documentPath', () => {
  it('gives every page a trailing slash in its section', () => {
    expect(documentPath('news', 'dvor')).toBe('/novosti/dvor/')
    expect(documentPath('events', 'subbotnik')).toBe('/kalendar/subbotnik/')
    expect(documentPath('pages', 'o-portale')).toBe('/o-portale/')
  })

  it('knows which collections have pages', () => {
    expect(['news', 'districts', 'media', 'toString'].map(hasPage)).toEqual([true, false, false, false])
  })
})

describe('isReservedSlug', () => {
  it('keeps the site’s own addresses free', () => {
    expect(isReservedSlug('pages', 'novosti')).toBe(true)
    expect(isReservedSlug('pages', '_astro')).toBe(true)
    expect(isReservedSlug('news', 'tema')).toBe(true)
    expect(isReservedSlug('events', '2026-11')).toBe(true)
    expect(isReservedSlug('news', '2026-11')).toBe(false)
    expect(isReservedSlug('news', 'novosti')).toBe(false)
  })
})
