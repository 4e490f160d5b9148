/** A point on the map, in degrees. */
export interface Point {
  latitude: number
  longitude: number
}

/** Metres along the ground, good within a city. */
export function metresBetween(a: Point, b: Point): number {
  const radian = Math.PI / 180
  const north = (b.latitude - a.latitude) * radian
  const east = (b.longitude - a.longitude) * radian * Math.cos(((a.latitude + b.latitude) / 2) * radian)
  return Math.hypot(north, east) * 6_371_000
}
