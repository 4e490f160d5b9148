import { expect, it } from 'vitest'
import { isPushService } from './pushServices.ts'

it.each([
  ['https://fcm.googleapis.com/fcm/send/abc', true],
  ['https://updates.push.services.mozilla.com/wpush/v2/abc', true],
  ['https://web.push.apple.com/abc', true],
  ['http://fcm.googleapis.com/fcm/send/abc', false],
  ['https://fcm.googleapis.com:8443/abc', false],
  ['https://fcm.googleapis.com.evil.test/abc', false],
  ['https://evil.test/fcm.googleapis.com', false],
  ['https://127.0.0.1/abc', false],
  ['nonsense', false],
])('%s: %s', (endpoint, expected) => {
  expect(isPushService(endpoint)).toBe(expected)
})
