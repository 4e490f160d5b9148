import { describe, expect, it } from 'vitest'
import { isRichTextLink } from './richTextLink.ts'
import { isTimeOfDay } from './timeOfDay.ts'
import { isWebAddress } from './webAddress.ts'

describe('a web address', () => {
  it.each(['https://vk.com/lyubertsy', 'http://example.test/a?b=c#d', 'https://люберцы.рф/'])(
    'is %s',
    (value) => {
      expect(isWebAddress(value)).toBe(true)
    },
  )

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt://x.ru/%0aalert(1)',
    'data:text/html,x',
    'vk.com/lyubertsy',
    'https://',
    'https://a b.ru',
    'https://x.ru/"onclick="x',
    '//evil.ru',
    '/novosti/',
    undefined,
  ])('is not %s', (value) => {
    expect(isWebAddress(value)).toBe(false)
  })

  it('may be a path of the site only where that is welcome, and never another host', () => {
    expect(isWebAddress('/novosti/', true)).toBe(true)
    expect(isWebAddress('//evil.ru/', true)).toBe(false)
    expect(isWebAddress('/\\evil.ru', true)).toBe(false)
  })
})

describe('a link in a text', () => {
  it.each(['https://x.ru', '/kalendar/', 'mailto:sovet@example.test', 'tel:+74950000000', '#itogi'])(
    'is %s',
    (value) => {
      expect(isRichTextLink(value)).toBe(true)
    },
  )

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'vbscript:x',
    'mailto:',
    'tel:abc',
    'file:///etc/passwd',
    '',
  ])('is not «%s»', (value) => {
    expect(isRichTextLink(value)).toBe(false)
  })
})

describe('a time of day', () => {
  it('is two digits, a colon and two digits of a real clock', () => {
    expect(['00:00', '09:30', '23:59'].every(isTimeOfDay)).toBe(true)
    expect(['24:00', '9:30', '12:60', '12.30', '12:30:00', ''].some(isTimeOfDay)).toBe(false)
  })
})
