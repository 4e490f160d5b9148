import { spawn } from 'node:child_process'

/**
 * Holds an exclusive lock on a file for as long as this process lives or until `release`. The kernel keeps it
 * (flock), so a kill -9 leaves no stale lock behind. Waits when another process holds it.
 */
export async function lockFile(path: string, onWait: () => void): Promise<{ release(): void }> {
  // `cat` ends when this process closes its end of the pipe, or dies.
  const child = spawn('flock', ['-x', '-F', path, 'sh', '-c', 'echo; exec cat'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    detached: true,
  })
  const waiting = setTimeout(onWait, 500)
  try {
    await new Promise<void>((resolve, reject) => {
      child.once('error', reject)
      child.once('exit', (code) => reject(new Error(`flock ${path} ended with code ${code}`)))
      child.stdout.once('data', () => resolve())
    })
  } finally {
    clearTimeout(waiting)
  }
  return { release: () => child.stdin.end() }
}
