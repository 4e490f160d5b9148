import { expect, it } from 'vitest'
import { documentOf, openWith, testContent } from '../../../test/content.ts'
import { askAgain, track, viewOf, withView } from '../door.ts'
import { getPlace, openNow, stopsNear } from './places.ts'

const house = { latitude: 55.65, longitude: 37.94 }

it('asks for stops by the cells round a point: a stop far away, or words no page shows, change no answer', async () => {
  const content = testContent()
  const { reads } = await withView(viewOf(await openWith(content)), () =>
    track(async () => stopsNear(house).map(({ title, metres }) => [title, metres])),
  )
  const [reading] = [...reads.values()]
  if (!reading) throw new Error('nothing was asked')
  expect([...reading.sources].every((source) => /^stops\/cell=-?\d+,-?\d+:all$/.test(source))).toBe(true)
  expect(reading.sources.size).toBe(9)

  const revAfter = async (id: string, change: object) => {
    const changed = testContent()
    Object.assign(documentOf(changed, 'stops', id), change)
    return askAgain(reading, viewOf(await openWith(changed))).rev
  }
  expect(await revAfter('t2', { title: 'Другая' })).toBe(reading.rev)
  expect(await revAfter('t1', { note: 'Павильон закрыт' })).toBe(reading.rev)
  expect(await revAfter('t1', { routes: ['22'] })).not.toBe(reading.rev)
})

it('tells open or closed with the minute at which that changes', async () => {
  const snapshot = await openWith()
  const stateAt = async (moment: string) => {
    const view = viewOf(snapshot, new Date(`${moment}:00+03:00`))
    const { value, reads } = await withView(view, () =>
      track(async () => openNow(getPlace('biblioteka-primer'))),
    )
    const until = [...reads.values()].find(({ key }) => key.startsWith('clock:place'))?.until ?? 0
    return { isOpen: value?.isOpen, until: new Date(until).toISOString() }
  }
  expect(await stateAt('2026-11-24T19:59')).toEqual({ isOpen: true, until: '2026-11-24T17:00:00.000Z' })
  expect(await stateAt('2026-11-29T01:30')).toEqual({ isOpen: true, until: '2026-11-28T23:00:00.000Z' })
  // Closed until Monday; midnight comes before, and the words «завтра» change at it.
  expect(await stateAt('2026-11-29T02:00')).toEqual({ isOpen: false, until: '2026-11-29T21:00:00.000Z' })
})
