import { mapPoint } from '../../../collections/mapPoint.schema.ts'

/** Yandex Maps at an address. A link only: no map loads before somebody asks for one. */
export function mapUrl(address: string): string {
  return `https://yandex.ru/maps/?${new URLSearchParams({ text: address })}`
}

/** Yandex Maps at a point, in degrees. */
export function pointUrl({ latitude, longitude }: { latitude: number; longitude: number }): string {
  return `https://yandex.ru/maps/?${new URLSearchParams({ pt: `${longitude},${latitude}`, z: '17', l: 'map' })}`
}

/** The way to an address by public transport, from where the reader is. */
export function routeUrl(address: string): string {
  return `https://yandex.ru/maps/?${new URLSearchParams({ rtext: `~${address}`, rtt: 'mt' })}`
}

/** Yandex Maps with a boundary drawn on it: points as the admin keeps them, one a line. Null when none can be read. */
export function areaUrl(lines: string): string | null {
  const points = lines.split('\n').flatMap((line) => mapPoint(line) ?? [])
  const [first] = points
  if (!first) return null
  const round = (degrees: number) => degrees.toFixed(5)
  // The map draws a line of a first point and the steps to the others; it is closed here.
  const steps = [...points, first].flatMap((point, index, all) => {
    const before = all[index - 1]
    return before
      ? [`${round(point.longitude - before.longitude)},${round(point.latitude - before.latitude)}`]
      : [`${round(point.longitude)},${round(point.latitude)}`]
  })
  return `https://yandex.ru/maps/?${new URLSearchParams({ pl: steps.join('~') })}`
}
