import { mapPoint, type MapPoint } from '../mapPoint.schema.ts'
import type { Hearing, House } from '../payload-types.ts'
import { idOf } from '../relation.ts'

type Territory = Pick<Hearing, 'area' | 'districts' | 'houses'>
type Place = Pick<House, 'id' | 'district' | 'latitude' | 'longitude'>

/**
 * Whether a notice concerns a house: it names the house, or its district, or the house lies within its boundary. The pages
 * of houses and the letters to their subscribers both ask here.
 */
export const concerns = (notice: Territory, house: Place): boolean => {
  const { district, latitude, longitude } = house
  if (ids(notice.houses).includes(house.id)) return true
  if (district && ids(notice.districts).includes(idOf(district))) return true
  return (
    Boolean(latitude && longitude) &&
    isWithin({ latitude: latitude ?? 0, longitude: longitude ?? 0 }, boundaryOf(notice))
  )
}

/** The boundary of a notice, as its editor wrote it: points in order, one a line. None when it is no figure. */
export const boundaryOf = ({ area }: Pick<Hearing, 'area'>): MapPoint[] => {
  const points = (area ?? '').split('\n').flatMap((line) => mapPoint(line) ?? [])
  return points.length >= 3 ? points : []
}

/** Whether the boundary goes round the point: a ray to the east crosses it an odd number of times. */
export const isWithin = (point: MapPoint, boundary: readonly MapPoint[]): boolean => {
  let isInside = false
  for (const [index, a] of boundary.entries()) {
    const b = boundary[(index + 1) % boundary.length] ?? a
    const isBetween = a.latitude > point.latitude !== b.latitude > point.latitude
    if (!isBetween) continue
    const share = (point.latitude - a.latitude) / (b.latitude - a.latitude)
    if (point.longitude < a.longitude + share * (b.longitude - a.longitude)) isInside = !isInside
  }
  return isInside
}

const ids = (relations: (string | { id: string })[] | null | undefined): string[] =>
  (relations ?? []).map(idOf)
