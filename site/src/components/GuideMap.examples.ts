import type { Example } from './example.ts'
import type { GuideMapProps } from './props.ts'

const line = [
  { title: 'Люберцы', latitude: 55.682, longitude: 37.895 },
  { title: 'Томилино', latitude: 55.66, longitude: 37.945 },
]

export const examples: Example<GuideMapProps>[] = [
  {
    name: 'Линия, место и остановка',
    props: {
      line,
      places: [{ title: 'Парк', latitude: 55.67, longitude: 37.92 }],
      stops: [{ title: 'Школа', latitude: 55.672, longitude: 37.925 }],
    },
  },
]
