import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from './start-error.ts'

/**
 * Makes this process the only one on a data folder; returns what gives the folder back. A lock whose owner was killed
 * is taken over: the pid counts only together with the moment its process began.
 */
export const lockDataDir = (dataDir: string): (() => void) => {
  mkdirSync(dataDir, { recursive: true })
  const path = join(dataDir, 'portal.lock')
  const mine = `${path}.${process.pid}`
  writeFileSync(mine, `${process.pid} ${processStart(process.pid) ?? ''}\n`)
  try {
    while (!tryLink(mine, path)) removeStale(path, dataDir)
  } finally {
    rmSync(mine, { force: true })
  }
  return () => {
    if (ownerOf(path)?.pid === process.pid) rmSync(path, { force: true })
  }
}

/** Takes a dead owner's lock away. @throws {StartError} when the owner lives. */
const removeStale = (path: string, dataDir: string) => {
  const owner = ownerOf(path)
  if (owner && isAlive(owner)) {
    throw new StartError(
      `Портал уже запущен с этой папкой данных (${dataDir}, процесс ${owner.pid}). ` +
        'Остановите его (Ctrl+C в его окне) или задайте другую папку: DATA_DIR=… npm start',
    )
  }
  const aside = `${path}.stale.${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    return // another start has just removed it
  }
  // Another start may have put its own lock there since we looked: give it back.
  const moved = ownerOf(aside)
  if (moved && isAlive(moved)) tryLink(aside, path)
  unlinkSync(aside)
}

const tryLink = (from: string, to: string): boolean => {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

type Owner = { pid: number; start: string }

const ownerOf = (path: string): Owner | null => {
  try {
    const [pid = '', start = ''] = readFileSync(path, 'utf8').trim().split(' ')
    return Number(pid) > 0 ? { pid: Number(pid), start } : null
  } catch {
    return null // gone meanwhile
  }
}

const isAlive = ({ pid, start }: Owner): boolean => {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  const now = processStart(pid)
  return now === null || start === '' || now === start
}

/** Start time in clock ticks, field 22 of /proc/PID/stat; null where there is no /proc. */
const processStart = (pid: number): string | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}
