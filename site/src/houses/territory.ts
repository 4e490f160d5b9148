import { mapPoint } from '../../../collections/mapPoint.schema.ts'
import type { Hearing, House } from '../cms/types.ts'
import { isWithin, type Point } from './area.ts'

/** The boundary of a notice, as its editor wrote it: points in order, one a line. None when it is no figure. */
export function boundaryOf({ area }: Pick<Hearing, 'area'>): Point[] {
  const points = (area ?? '').split('\n').flatMap((line) => mapPoint(line) ?? [])
  return points.length >= 3 ? points : []
}

export const liesWithin = (
  { latitude, longitude }: Pick<House, 'latitude' | 'longitude'>,
  boundary: readonly Point[],
): boolean =>
  Boolean(latitude && longitude) && isWithin({ latitude: latitude ?? 0, longitude: longitude ?? 0 }, boundary)
