import { performance } from 'node:perf_hooks'

export type Steps = ReturnType<typeof createSteps>

/** Prints what the start does, one line per step with its time: «  База данных… готова за 1,2 с». */
export const createSteps = (out: { write: (text: string) => unknown; isTTY?: boolean } = process.stdout) => {
  let open: string | null = null
  const line = (text: string) => {
    if (open !== null && out.isTTY) out.write('\n')
    open = null
    out.write(`${text}\n`)
  }

  return {
    line,
    /** `work` may return the words to end with, when they depend on what happened. */
    step: async <T>(
      name: string,
      done: string | ((result: T) => string),
      work: () => Promise<T>,
    ): Promise<T> => {
      const started = performance.now()
      // A terminal shows at once what is being waited for; a log gets whole lines.
      if (out.isTTY && open === null) {
        out.write(`  ${name}… `)
        open = name
      }
      const result = await work()
      const words = typeof done === 'string' ? done : done(result)
      const text = `${words} за ${inSeconds(performance.now() - started)}`
      if (open === name) {
        out.write(`${text}\n`)
        open = null
      } else line(`  ${name}… ${text}`)
      return result
    },
  }
}

/** 1234 → «1,2 с» */
export const inSeconds = (milliseconds: number): string =>
  `${(milliseconds / 1000).toFixed(1).replace('.', ',')} с`
