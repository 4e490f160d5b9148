import type { Example } from './example.ts'
import type { MapFrameProps } from './props.ts'

export const examples: Example<MapFrameProps>[] = [
  { name: 'До нажатия', props: { title: 'Библиотека', point: { latitude: 55.65, longitude: 37.94 } } },
]
