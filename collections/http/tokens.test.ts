import { describe, expect, it } from 'vitest'
import { previewLifetimeMs, signPreviewToken, verifyPreviewToken } from './previewToken.schema.ts'
import { isFresh, isSignatureValid, sign, signatureMaxAgeMs } from './signature.schema.ts'

const now = new Date('2026-11-23T12:00:00.000Z')
const later = (ms: number) => new Date(now.getTime() + ms)
const secret = 'one secret'

describe('a signature', () => {
  it('fits its body and secret only', () => {
    const header = sign('{"a":1}', secret)
    expect(header).toMatch(/^sha256=[0-9a-f]{64}$/)
    expect(isSignatureValid({ body: '{"a":1}', header, secret })).toBe(true)
    expect(isSignatureValid({ body: '{"a":2}', header, secret })).toBe(false)
    expect(isSignatureValid({ body: '{"a":1}', header, secret: 'another' })).toBe(false)
    for (const wrong of [undefined, null, '', 'sha256=', header.slice(0, -1)])
      expect(isSignatureValid({ body: '{"a":1}', header: wrong, secret })).toBe(false)
  })

  it('is fresh for five minutes in both directions; nonsense never is', () => {
    expect(isFresh(now.toISOString(), later(signatureMaxAgeMs))).toBe(true)
    expect(isFresh(now.toISOString(), later(signatureMaxAgeMs + 1))).toBe(false)
    expect(isFresh(now.toISOString(), later(-signatureMaxAgeMs - 1))).toBe(false)
    expect(isFresh('yesterday', now)).toBe(false)
  })
})

describe('a preview token', () => {
  const token = signPreviewToken({ collection: 'news', id: '42', secret, now })

  it('names its document until it expires', () => {
    expect(token).toMatch(/^[\w-]+\.[\w-]+$/)
    expect(verifyPreviewToken({ token, secret, now })).toEqual({ collection: 'news', id: '42' })
    expect(verifyPreviewToken({ token, secret, now: later(previewLifetimeMs) })).toEqual({
      collection: 'news',
      id: '42',
    })
    expect(verifyPreviewToken({ token, secret, now: later(previewLifetimeMs + 1) })).toBe('expired')
  })

  it('cannot be made or changed without the secret', () => {
    const [payload = '', seal = ''] = token.split('.')
    const other = Buffer.from(JSON.stringify({ collection: 'news', id: '43', expiresAt: 9e15 })).toString(
      'base64url',
    )
    for (const forged of [`${other}.${seal}`, `${payload}.${seal}x`, payload, `${token}.x`, '', '.'])
      expect(verifyPreviewToken({ token: forged, secret, now })).toBe('invalid')
    expect(verifyPreviewToken({ token, secret: 'another', now })).toBe('invalid')
  })
})
