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
