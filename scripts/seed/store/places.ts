import { sources } from '../facts.ts'
import { placeSeeds, type PlaceSeed } from '../places/placeSeeds.ts'
import { stopSeeds } from '../places/stopSeeds.ts'
import { published } from './common.ts'
import { fewAtATime, idOf, writeMissing, type Seeding } from './seeding.ts'

/** Stations and stops: one is a fact, the others are marked as demo. */
export async function writeStops({ payload }: Seeding): Promise<number> {
  const { docs } = await payload.find({
    collection: 'stops',
    pagination: false,
    depth: 0,
    select: { title: true },
  })
  const known = new Set(docs.map(({ title }) => title))
  const missing = stopSeeds.filter(({ title }) => !known.has(title))
  await fewAtATime(missing, async ({ isFact, ...stop }) => {
    const own = isFact
      ? {
          source: sources.openSources,
          note: 'МЦД-3 работает с 17 августа 2023 года. Точка на карте приблизительная.',
        }
      : { demo: true }
    await payload.create({ collection: 'stops', depth: 0, data: { ...stop, ...own } })
  })
  return missing.length
}

/** Places of the guide: parks that are there, and plainly invented ones with everything a place can tell. */
export const writePlaces = (seeding: Seeding): Promise<number> =>
  writeMissing(seeding, 'places', placeSeeds, (seed) => writePlace(seeding, seed))

function writePlace(seeding: Seeding, seed: PlaceSeed) {
  const { payload, clock } = seeding
  const { isFact = false, spot, hours = [], district, ...own } = seed
  const [row = 0, column = 0] = spot ?? []
  return payload.create({
    collection: 'places',
    depth: 0,
    data: {
      ...own,
      hours: hours.map(([days, from, to]) => ({ weekdays: weekdaysOf(days), from, to })),
      ...(spot
        ? { latitude: degrees(55.652 + row * 0.0008), longitude: degrees(37.94 + column * 0.0009) }
        : {}),
      ...(district ? { district: idOf(seeding, 'districts', `okrug-${district}`) } : {}),
      ...(seed.title.startsWith('Библиотека')
        ? { exceptions: [{ day: clock.at(clock.next(5)), note: 'Санитарный день' }] }
        : {}),
      ...(isFact ? { source: sources.openSources } : { demo: true }),
      ...published(clock, clock.at(-20, '09:00')),
    },
  })
}

const names = ['1', '2', '3', '4', '5', '6', '7'] as const

const weekdaysOf = (days: string) => names.filter((name) => days.includes(name))

const degrees = (value: number): number => Math.round(value * 1e5) / 1e5
