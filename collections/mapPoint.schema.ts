/** A place on the map, in degrees. */
export type MapPoint = { latitude: number; longitude: number }

/**
 * Reads «55.676, 37.898» or a link from Yandex Maps that holds a point (ll, pt, whatshere[point]: longitude first); null
 * when it is neither, or lies far from the district.
 */
export const mapPoint = (text: string): MapPoint | null => {
  const fromLink = linkPoint(text)
  const pair = fromLink ?? /^\s*(\d{2}[.,]\d+)\s*[,; ]\s*(\d{2}[.,]\d+)\s*$/.exec(text)?.slice(1, 3)
  if (!pair) return null
  const [latitude = 0, longitude = 0] = pair.map((part) => Number(part.replace(',', '.')))
  return isNear(latitude, 55.3, 56) && isNear(longitude, 37.5, 38.5)
    ? { latitude: rounded(latitude), longitude: rounded(longitude) }
    : null
}

const linkPoint = (text: string): string[] | null => {
  if (!/^https:\/\/([a-z]+\.)?yandex\.(ru|com)\//.test(text.trim())) return null
  const url = URL.parse(text.trim())
  for (const name of ['whatshere[point]', 'pt', 'll']) {
    const [longitude, latitude] = url?.searchParams.get(name)?.split(',') ?? []
    if (longitude && latitude) return [latitude, longitude]
  }
  return null
}

const isNear = (value: number, from: number, to: number): boolean => value >= from && value <= to

/** To about a metre: nobody's door is meant more exactly. */
const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5
