import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { runCommand } from './command.ts'

/**
 * How PostgreSQL is started on this machine. It refuses to run as root, so root hands it to an account number of
 * its own; everybody else runs it as themselves.
 */
export interface HostMode {
  /** What the files belong to; undefined: the caller. */
  account: { uid: number; gid: number } | undefined
  /**
   * - `plain`: the account can enter the folders.
   * - `bind`: it cannot (/root is closed), so they are shown to it in a mount namespace of its own.
   * - `capability`: namespaces are forbidden (a container); it gets the right to pass closed folders.
   */
  access: 'plain' | 'bind' | 'capability'
}

/** PostgreSQL's usual number in containers; it needs no entry in /etc/passwd. */
const account = { uid: 70, gid: 70 }

export async function detectHostMode(folders: string[]): Promise<HostMode> {
  if (process.getuid?.() !== 0) return { account: undefined, access: 'plain' }
  if (folders.every(isOpenToAll)) return { account, access: 'plain' }
  const canMount = (await runCommand('unshare', ['--mount', '--propagation', 'private', 'true'])).code === 0
  return { account, access: canMount ? 'bind' : 'capability' }
}

/** Can anybody pass every folder above? */
function isOpenToAll(folder: string): boolean {
  for (let path = dirname(folder); ; path = dirname(path)) {
    if ((statSync(path).mode & 0o001) === 0) return false
    if (path === '/') return true
  }
}
