import { describe, expect, it } from 'vitest'
import { publicChange } from './publicChange.ts'

const view = { id: '1', title: 'Двор', updatedAt: '2026-11-23T10:00:00.000Z', tags: [{ name: 'a' }] }

describe('publicChange', () => {
  it('sees a publication, a withdrawal and a deletion', () => {
    expect(publicChange(null, view)).toBe('published')
    expect(publicChange(view, null)).toBe('unpublished')
    expect(publicChange(view, null, true)).toBe('deleted')
  })

  it('sees nothing where residents saw nothing before and after', () => {
    expect(publicChange(null, null)).toBe('none')
    expect(publicChange(null, null, true)).toBe('none')
  })

  it('sees a change deep inside', () => {
    expect(publicChange(view, { ...view, tags: [{ name: 'b' }] })).toBe('updated')
    expect(publicChange(view, { ...view, lead: 'Новый' })).toBe('updated')
  })

  it('does not mind the time of the save alone, nor how a date is written', () => {
    expect(publicChange(view, { ...view, updatedAt: '2026-11-23T11:00:00.000Z' })).toBe('none')
    const at = '2026-12-01T10:00:00.000Z'
    expect(publicChange({ ...view, at }, { ...view, at: new Date(at) })).toBe('none')
    expect(publicChange({ ...view, lead: undefined }, view)).toBe('none')
  })
})
