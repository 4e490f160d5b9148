import { parseArgs } from 'node:util'

export type SeedCommand = { isClearing: boolean; scale: number | null }

/** Reads the command line. @throws {Error} in Russian, for the person who typed it. */
export function readOptions(args: string[]): SeedCommand {
  const { 'clear-demo': isClearing, scale } = parse(args)
  if (scale === undefined) return { isClearing, scale: null }
  if (isClearing) throw new Error('Выберите одно: --clear-demo или --scale.')
  if (!/^[1-9]\d{0,6}$/.test(scale))
    throw new Error(`--scale ${scale}: нужно целое число от 1 до 9999999, например --scale 10000.`)
  return { isClearing, scale: Number(scale) }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: { 'clear-demo': { type: 'boolean', default: false }, scale: { type: 'string' } },
    }).values
  } catch (cause) {
    throw new Error('Не понимаю команду. Можно: npm run seed, seed -- --clear-demo, seed -- --scale 10000.', {
      cause,
    })
  }
}
