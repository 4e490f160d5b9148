import type { StopKind } from '../../../collections/Stops/stops.schema.ts'

export type StopSeed = {
  title: string
  kind: StopKind
  latitude: number
  longitude: number
  routes: string[]
  /** Told by a source; all else is marked as demo. */
  isFact?: boolean
}

const rail = (title: string, latitude: number, longitude: number): StopSeed => ({
  title,
  kind: 'rail',
  latitude,
  longitude,
  routes: ['МЦД-3'],
})
const metro = (title: string, latitude: number, longitude: number): StopSeed => ({
  title,
  kind: 'metro',
  latitude,
  longitude,
  routes: ['метро'],
})
/** Between the invented houses, with routes that exist nowhere. */
const bus = (title: string, row: number, column: number, ...routes: string[]): StopSeed => ({
  title,
  kind: 'bus',
  latitude: Math.round((55.652 + row * 0.0008) * 1e5) / 1e5,
  longitude: Math.round((37.94 + column * 0.0009) * 1e5) / 1e5,
  routes: routes.map((route) => `примерный ${route}`),
})

/** Stations of the line (points are approximate), metro nearby, and ten invented bus stops. */
export const stopSeeds: StopSeed[] = [
  { ...rail('Люберцы', 55.6819, 37.8969), isFact: true },
  rail('Панки', 55.6709, 37.9185),
  rail('Томилино', 55.66, 37.9445),
  rail('Красково', 55.6549, 37.9837),
  rail('Малаховка', 55.6451, 38.0118),
  metro('Некрасовка', 55.7029, 37.9281),
  metro('Лухмановская', 55.7083, 37.9004),
  metro('Новокосино', 55.7451, 37.864),
  metro('Котельники', 55.6743, 37.8586),
  metro('Выхино', 55.7159, 37.818),
  bus('Вымышленный бульвар', 0.5, 2, '1', '2'),
  bus('Парк «Пример»', 0.5, 10, '1'),
  bus('Примерная улица, начало', 1.5, 3, '2', '3'),
  bus('Школа', 2.5, 6, '3'),
  bus('Дом культуры', 3.5, 2, '1', '4'),
  bus('Примерная улица, конец', 4.5, 9, '4'),
  bus('Рынок', 5.5, 4, '2', '4', '5'),
  bus('Образцовый проезд', 7.5, 5, '5'),
  bus('Поликлиника', 8.5, 8, '3', '5'),
  bus('Пробный переулок', 9.5, 3, '1', '5'),
]
