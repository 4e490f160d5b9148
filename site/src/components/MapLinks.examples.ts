import type { Example } from './example.ts'
import type { MapLinksProps } from './props.ts'

export const examples: Example<MapLinksProps>[] = [
  { name: 'По адресу', props: { address: 'Люберцы, Примерная улица, 8' } },
  { name: 'По точке', props: { point: { latitude: 55.65, longitude: 37.94 } } },
]
