import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Role } from '../../../collections/access/roles.ts'
import type { Seeding } from './seeding.ts'

/** A demo account, as DATA_DIR/demo-logins.json keeps it for the last lines of the start. */
export type DemoLogin = { role: Role; name: string; email: string; password: string }

export const demoUsers: Omit<DemoLogin, 'password'>[] = [
  { role: 'admin', name: 'Администратор портала', email: 'admin@example.org' },
  { role: 'editor', name: 'Редактор', email: 'editor@example.org' },
  { role: 'volunteer', name: 'Доброволец', email: 'volunteer@example.org' },
  { role: 'respondent', name: 'Вера Образцова, депутат', email: 'respondent@example.org' },
]

/**
 * One account per role. Passwords are drawn once and kept in DATA_DIR (mode 0600); an account that exists keeps its own.
 * The file is written first: a password that nobody knows would be worse than one for an account that is still to come.
 */
export async function writeUsers({ payload, ids }: Seeding, dataDir: string): Promise<DemoLogin[]> {
  const { docs } = await payload.find({ collection: 'users', pagination: false, depth: 0 })
  for (const { id, email } of docs) ids.set(`users:${email}`, id)
  const kept = await readLogins(dataDir)
  const logins = demoUsers.flatMap((user): DemoLogin[] => {
    const known = kept.find(({ email }) => email === user.email)
    if (known) return [{ ...user, password: known.password }]
    return ids.has(`users:${user.email}`) ? [] : [{ ...user, password: password() }]
  })
  await writeLogins(dataDir, logins)
  for (const login of logins) {
    if (ids.has(`users:${login.email}`)) continue
    const { id } = await payload.create({ collection: 'users', data: login, depth: 0 })
    ids.set(`users:${login.email}`, id)
  }
  return logins
}

export async function writeLogins(dataDir: string, logins: DemoLogin[]): Promise<void> {
  const path = join(dataDir, fileName)
  await mkdir(dataDir, { recursive: true })
  const half = `${path}.${process.pid}`
  await writeFile(half, `${JSON.stringify(logins, null, 2)}\n`, { mode: 0o600 })
  await chmod(half, 0o600)
  await rename(half, path)
}

export async function readLogins(dataDir: string): Promise<DemoLogin[]> {
  const path = join(dataDir, fileName)
  if (!existsSync(path)) return []
  // Written by writeLogins, by nobody else.
  return JSON.parse(await readFile(path, 'utf8')) as DemoLogin[]
}

const fileName = 'demo-logins.json'

/** Sixteen letters and digits without look-alikes, in groups one can read aloud. */
function password(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  const drawn = [...randomBytes(16)].map((byte) => letters[byte % letters.length])
  return [0, 4, 8, 12].map((from) => drawn.slice(from, from + 4).join('')).join('-')
}
