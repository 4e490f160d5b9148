import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { environmentOf, holdersOf, startTimeOf } from '../../database/engine/processes.ts'

/** A process as /proc shows it. The number counts only together with the start time: numbers are used again. */
export interface PortalProcess {
  pid: number
  startTime: string
  command: string
}

/** Every living process of the portal on a data folder, of whichever start. */
export function processesOf(dataDir: string): PortalProcess[] {
  // PostgreSQL writes its title over its environment: its processes are known by the lock they hold.
  const database = new Set(databaseProcesses(dataDir))
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid)
    .filter((pid) => database.has(pid) || environmentOf(pid, 'DATA_DIR') === dataDir)
    .flatMap((pid) => {
      const startTime = startTimeOf(pid)
      return startTime === undefined ? [] : [{ pid, startTime, command: commandOf(pid) }]
    })
}

/** PostgreSQL's processes on a data folder: the postmaster and all it has started. */
export const databaseProcesses = (dataDir: string): number[] =>
  holdersOf(join(dataDir, 'database/engine.lock'))

export const postmasterOf = (dataDir: string): number =>
  Number(readFileSync(join(dataDir, 'database/cluster/postmaster.pid'), 'utf8').split('\n')[0])

export const isAlive = ({ pid, startTime }: PortalProcess): boolean => startTimeOf(pid) === startTime

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
  } catch {
    return '' // has just ended
  }
}
