import { mapPoint } from '../../../collections/mapPoint.schema.ts'
import type { Point } from '../houses/area.ts'

// Links as documented at yandex.ru/dev/yandex-apps-launch-maps: a phone opens them in its app, where there is one.

/** Yandex Maps at an address. A link only: no map loads before somebody asks for one. */
export function mapUrl(address: string): string {
  return `https://yandex.ru/maps/?${new URLSearchParams({ text: address })}`
}

/** Yandex Maps at a point, in degrees. */
export function pointUrl({ latitude, longitude }: Point): string {
  return `https://yandex.ru/maps/?${new URLSearchParams({ pt: `${longitude},${latitude}`, z: '17', l: 'map' })}`
}

/** The way to an address by public transport, from where the reader is. */
export function routeUrl(address: string): string {
  return `https://yandex.ru/maps/?${new URLSearchParams({ rtext: `~${address}`, rtt: 'mt' })}`
}

/** The way to a point by public transport, from where the reader is. Here the latitude stands first. */
export function pointRouteUrl({ latitude, longitude }: Point): string {
  return routeUrl(`${latitude},${longitude}`)
}

/** A stop with its arrivals in Yandex Maps («Транспорт»); without its number the map at that point, where the stop can be touched. */
export function stopUrl({ yandexId, ...point }: Point & { yandexId?: string | null }): string {
  if (!yandexId) return pointUrl(point)
  const { latitude, longitude } = point
  return `https://yandex.ru/maps/?${new URLSearchParams({ ll: `${longitude},${latitude}`, z: '18', 'masstransit[stopId]': yandexId, mode: 'stop' })}`
}

/** The map that Yandex lets other pages frame, without a key. Asked for on a click only. */
export function widgetUrl({ latitude, longitude }: Point): string {
  const point = `${longitude},${latitude}`
  return `${mapFrameOrigin}/map-widget/v1/?${new URLSearchParams({ ll: point, pt: point, z: '16', l: 'map' })}`
}

export const mapFrameOrigin = 'https://yandex.ru'

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
