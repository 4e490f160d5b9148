import { readFileSync, readdirSync, statSync } from 'node:fs'

/** What /proc tells about other processes. All of it may vanish between two looks, so nothing here throws. */

/** When the process started, in clock ticks since boot; undefined when it is gone. */
export function startTimeOf(pid: number): string | undefined {
  // The name in parentheses may hold spaces: count the fields after it. Zombies (Z) are gone.
  const fields = read(`/proc/${pid}/stat`)?.split(') ').at(-1)?.split(' ')
  return fields && fields[0] !== 'Z' ? fields[19] : undefined
}

/** Processes that have the file open, and so hold an inherited lock on it. */
export function holdersOf(file: string): number[] {
  const target = stat(file)
  if (!target) return []
  return list('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid)
    .filter((pid) =>
      list(`/proc/${pid}/fd`).some((fd) => {
        const open = stat(`/proc/${pid}/fd/${fd}`)
        return open !== undefined && open.ino === target.ino && open.dev === target.dev
      }),
    )
}

/** A variable of the environment the process was started with. */
export function environmentOf(pid: number, name: string): string | undefined {
  const pair = read(`/proc/${pid}/environ`)
    ?.split('\0')
    .find((text) => text.startsWith(`${name}=`))
  return pair?.slice(name.length + 1)
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // Gone already.
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return undefined
  }
}

function list(path: string): string[] {
  try {
    return readdirSync(path)
  } catch {
    return []
  }
}

function stat(path: string) {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}
