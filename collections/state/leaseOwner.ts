import { randomUUID } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'

/** Names this process for a lease, so that another one on the same machine can tell whether it lives. */
export const ownerName = (): string => `${machine}/${process.pid}/${randomUUID()}`

/** True only when the owner ran on this machine and has ended; of other machines nothing is known. */
export const isDeadHere = (owner: string): boolean => {
  const [where, pid = ''] = owner.split('/')
  return where !== '' && where === machine && !isRunning(Number(pid))
}

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
  }
}

/** One boot of one machine, and the container in it: only there does a process number mean the same. */
const readMachine = (): string => {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot}:${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    return '' // another system: its leases run out by time
  }
}

const machine = readMachine()
