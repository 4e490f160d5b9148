import { describe, expect, it } from 'vitest'
import { isSlug, isSlugOf, slugMaxLength, slugify, withSuffix } from './slugify.ts'

describe('slugify', () => {
  it.each([
    ['Ремонт двора', 'remont-dvora'],
    ['Подъезд № 3: лифт', 'podezd-3-lift'],
    ['Щукин, Ёжиков и Цой — чьи холмы?', 'shchukin-ezhikov-i-coy-chi-holmy'],
    ['МЦД-3 / «Люберцы»', 'mcd-3-lyubercy'],
    ['  !!! ', ''],
  ])('writes «%s» as %s', (title, slug) => {
    expect(slugify(title)).toBe(slug)
  })

  it('makes what isSlug accepts, cut at a word, from any length', () => {
    const slug = slugify('Очень длинный заголовок о благоустройстве и капитальном ремонте '.repeat(5))
    expect(isSlug(slug)).toBe(true)
    expect(slug.length).toBeLessThanOrEqual(slugMaxLength)
    expect('ochen-dlinnyy-zagolovok-o-blagoustroystve-i-kapitalnom-remonte-ochen-').toContain(
      slug.slice(0, 40),
    )
    expect(slug.endsWith('-')).toBe(false)
  })

  it('cuts a single endless word too', () => {
    expect(slugify('ж'.repeat(200))).toHaveLength(slugMaxLength)
  })
})

describe('withSuffix', () => {
  it('keeps the number within the limit', () => {
    expect(withSuffix('dvor', 2)).toBe('dvor-2')
    const long = withSuffix(slugify('слово '.repeat(60)), 12)
    expect(long.length).toBeLessThanOrEqual(slugMaxLength)
    expect(long.endsWith('-12')).toBe(true)
  })
})

describe('isSlugOf', () => {
  it('knows a title’s own slug, numbered or not, and no other', () => {
    expect(isSlugOf('remont-dvora', 'Ремонт двора')).toBe(true)
    expect(isSlugOf('remont-dvora-2', 'Ремонт двора')).toBe(true)
    expect(isSlugOf('remont-ulicy', 'Ремонт двора')).toBe(false)
    expect(isSlugOf('', '')).toBe(false)
  })
})

describe('isSlug', () => {
  it.each(['Dvor', 'двор', 'a--b', '-a', 'a-', 'a b', 'a/b', '', 'a'.repeat(81)])('refuses «%s»', (value) => {
    expect(isSlug(value)).toBe(false)
  })
})
