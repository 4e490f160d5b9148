/** A point on the map, in degrees. */
export interface Point {
  latitude: number
  longitude: number
}

/** The point of a document, null where it has none. */
export const pointOf = (
  place: { latitude?: number | null; longitude?: number | null } | null,
): Point | null =>
  place?.latitude && place.longitude ? { latitude: place.latitude, longitude: place.longitude } : null

/** Metres along the ground, good within a city. */
export function metresBetween(a: Point, b: Point): number {
  const radian = Math.PI / 180
  const north = (b.latitude - a.latitude) * radian
  const east = (b.longitude - a.longitude) * radian * Math.cos(((a.latitude + b.latitude) / 2) * radian)
  return Math.hypot(north, east) * 6_371_000
}
