import { readFileSync } from 'node:fs'
import { descendantsOf } from '../portal/descendants.ts'

/** Proportional set size of a process and everything it started, in MiB: shared pages count once. */
export const treeMemory = (pid: number): number => {
  const kilobytes = [pid, ...descendantsOf(pid)].map(processMemory)
  return kilobytes.reduce((sum, value) => sum + value, 0) / 1024
}

const processMemory = (pid: number): number => {
  try {
    const [, kilobytes] = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? []
    return Number(kilobytes ?? 0)
  } catch {
    return 0 // ended meanwhile
  }
}
