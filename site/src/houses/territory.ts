import { mapPoint } from '../../../collections/mapPoint.schema.ts'
import { idOf } from '../cms/reference.ts'
import type { House, Reference } from '../cms/types.ts'
import { isWithin, type Point } from './area.ts'

/** Whom a notice concerns: houses by name, whole districts, what lies within a boundary. */
export interface Territory {
  houses?: readonly Reference[] | null
  districts?: readonly Reference[] | null
  /** Points in order, one a line, as editors write them. */
  area?: string | null
}

export const housesOf = ({ houses }: Territory): string[] =>
  (houses ?? []).flatMap((house) => idOf(house) ?? [])

export const districtsOf = ({ districts }: Territory): string[] =>
  (districts ?? []).flatMap((district) => idOf(district) ?? [])

/** The boundary, or none when it is no figure. */
export function boundaryOf({ area }: Territory): Point[] {
  const points = (area ?? '').split('\n').flatMap((line) => mapPoint(line) ?? [])
  return points.length >= 3 ? points : []
}

export const liesWithin = (
  { latitude, longitude }: Pick<House, 'latitude' | 'longitude'>,
  boundary: readonly Point[],
): boolean =>
  Boolean(latitude && longitude) && isWithin({ latitude: latitude ?? 0, longitude: longitude ?? 0 }, boundary)
