import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { descendantsOf } from '../../portal/descendants.ts'

/** The process below the portal that renders its pages. */
export const residentOf = (portal: number): number => {
  const resident = descendantsOf(portal).find((pid) => read(pid, 'cmdline').includes('resident/process.ts'))
  if (!resident) throw new Error('Below the portal there is no resident process')
  return resident
}

/** What it holds in memory, in MiB, pages shared with other processes included. */
export const residentMemory = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+) kB/m.exec(read(pid, 'status'))?.[1]) / 1024

const quietMs = 2_000
const longestMs = 10 * 60_000

/** Waits for what goes on after a start: the map of the site and the compressed copies. */
export const untilQuiet = async (pid: number): Promise<void> => {
  const started = performance.now()
  for (let before = ticksOf(pid), after = Infinity; after - before > 2;) {
    if (performance.now() - started > longestMs) throw new Error('The resident process does not come to rest')
    before = Number.isFinite(after) ? after : before
    await sleep(quietMs)
    after = ticksOf(pid)
  }
}

/** CPU time of all its threads, in hundredths of a second: proc(5), utime and stime. */
const ticksOf = (pid: number): number => {
  const stat = read(pid, 'stat')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return Number(fields[11]) + Number(fields[12])
}

const read = (pid: number, name: string) => readFileSync(`/proc/${pid}/${name}`, 'utf8')
