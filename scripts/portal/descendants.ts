import { readdirSync, readFileSync } from 'node:fs'

/** Pids of everything this process has started, directly or not; empty where there is no /proc. */
export const descendantsOf = (ancestor: number): number[] => {
  const children = new Map<number, number[]>()
  for (const [pid, parent] of parents()) children.set(parent, [...(children.get(parent) ?? []), pid])
  const found: number[] = []
  const queue = [ancestor]
  for (let pid = queue.pop(); pid !== undefined; pid = queue.pop()) {
    const next = children.get(pid) ?? []
    found.push(...next)
    queue.push(...next)
  }
  return found
}

/** The last resort when an orderly stop takes too long: nothing may be left behind. */
export const killDescendants = (): void => {
  for (const pid of descendantsOf(process.pid)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // has just ended
    }
  }
}

const parents = (): [pid: number, parent: number][] => {
  try {
    return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? parentOf(Number(name)) : []))
  } catch {
    return []
  }
}

const parentOf = (pid: number): [number, number][] => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return [[pid, Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])]]
  } catch {
    return [] // ended meanwhile
  }
}
