import { metresBetween, pointOf, type Point } from './area.ts'

/** Beyond this nobody is told to walk. */
const farthest = 1000

/** Cells of a little more than a kilometre: what is near a point lies in its own or in one of the eight around it. */
const cell = { latitude: 0.01, longitude: 0.018 }

export const cellOf = ({ latitude, longitude }: Point): string =>
  `${Math.floor(latitude / cell.latitude)},${Math.floor(longitude / cell.longitude)}`

export function cellsAround({ latitude, longitude }: Point): string[] {
  const [row, column] = [Math.floor(latitude / cell.latitude), Math.floor(longitude / cell.longitude)]
  return [-1, 0, 1].flatMap((north) => [-1, 0, 1].map((east) => `${row + north},${column + east}`))
}

/** Those within a kilometre as the crow flies, the nearest first. */
export function nearest<Doc extends Parameters<typeof pointOf>[0]>(
  docs: readonly Doc[],
  point: Point,
  count: number,
): { doc: Doc; metres: number }[] {
  return docs
    .flatMap((doc) => {
      const other = pointOf(doc)
      return other ? [{ doc, metres: Math.round(metresBetween(point, other)) }] : []
    })
    .filter(({ metres }) => metres <= farthest)
    .sort((a, b) => a.metres - b.metres)
    .slice(0, count)
}

/** Minutes on foot: streets are a third longer than the straight line, and one walks 75 metres a minute. */
export const walkMinutes = (metres: number): number => Math.max(1, Math.round((metres * 1.3) / 75))
