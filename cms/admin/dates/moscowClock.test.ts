import { afterAll, describe, expect, it } from 'vitest'
import { fromShown, momentText, toShown } from './moscowClock.ts'

const ownZone = process.env['TZ']
afterAll(() => {
  if (ownZone === undefined) delete process.env['TZ']
  else process.env['TZ'] = ownZone
})

// Half an hour off, the other side of the date line, with summer time.
describe.each(['Europe/Moscow', 'UTC', 'Asia/Vladivostok', 'America/New_York', 'Asia/Kolkata'])(
  'on a computer in %s',
  (zone) => {
    it('ten in the morning in Moscow is shown as ten, and ten that is picked is ten in Moscow', () => {
      process.env['TZ'] = zone
      const shown = toShown('2026-12-03T07:00:00.000Z')
      expect([shown.getDate(), shown.getHours(), shown.getMinutes()]).toEqual([3, 10, 0])
      expect(fromShown(new Date(2026, 11, 3, 10, 0)).toISOString()).toBe('2026-12-03T07:00:00.000Z')
    })

    it('a day that begins in Moscow has begun', () => {
      process.env['TZ'] = zone
      const moment = '2026-06-30T21:15:00.000Z'
      expect([toShown(moment).getMonth(), toShown(moment).getDate()]).toEqual([6, 1])
      expect(fromShown(toShown(moment)).toISOString()).toBe(moment)
      expect(momentText(moment)).toBe('01.07.2026 00:15')
    })
  },
)
