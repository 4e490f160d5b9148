export type Figure = { bench: string; variant: string; n: number; p50: number; p95: number; unit: string }

/** Median and 95th percentile (nearest rank) of measured values, as one line of JSON. */
export const figure = (what: Omit<Figure, 'n' | 'p50' | 'p95'>, values: number[]): Figure => {
  const sorted = values.toSorted((a, b) => a - b)
  const rank = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
  return { ...what, n: values.length, p50: round(rank(0.5)), p95: round(rank(0.95)) }
}

export const print = (line: object): void => console.log(JSON.stringify(line))

/** Our figure against that of the named peer, measured in the same run; below 1 is better than the peer. */
export const printRatio = (
  ours: Figure,
  peer: Figure,
  { rank = 'p50', target }: { rank?: 'p50' | 'p95'; target?: number } = {},
): void =>
  print({
    bench: ours.bench,
    variant: ours.variant,
    peer: peer.variant,
    rank,
    ratio: Number((ours[rank] / peer[rank]).toPrecision(3)),
    target,
  })

/** How long each of some runs takes, one after the other, in milliseconds; what `prepare` does before each is not counted. */
export const timed = async (
  turns: number,
  work: (turn: number) => Promise<void>,
  prepare: (turn: number) => void = () => {},
): Promise<number[]> => {
  const times: number[] = []
  for (let turn = 0; turn < turns; turn += 1) {
    prepare(turn)
    const started = performance.now()
    await work(turn)
    times.push(performance.now() - started)
  }
  return times
}

const round = (value: number) => Math.round(value * 1000) / 1000
