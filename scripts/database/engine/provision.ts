import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { findDebianMirror } from './aptSources.ts'
import { runCommand } from './command.ts'
import { lockFile } from './fileLock.ts'
import { DatabaseSetupError, problems } from './messages.ts'
import { buildTree } from './tree.ts'

/** The programs of the embedded database: PostgreSQL with DocumentDB in a private folder of the user's cache. */
export interface EngineFiles {
  /** The folder with `lib` and `usr`; it may be moved as a whole. */
  root: string
  /** The package's version, for example 1.0-0-1. */
  version: string
}

/** Raised when the layout of the tree changes: an older tree is then left alone and a new one is made. */
const layout = 1
const suite = 'forky'
const defaults = {
  packages: ['postgresql-18-documentdb', 'libnss-wrapper'],
  /** Packages, their contents and the trimmed tree stand beside each other for a moment. */
  neededMb: 1000,
}

/** Gives the tree, made on the first start (about 20 s and 142 MB from the Debian mirror) and kept for later, offline too. */
export async function provisionEngine(
  log: (line: string) => void,
  what: typeof defaults = defaults,
): Promise<EngineFiles> {
  const cache = cacheFolder()
  const ready = findTree(cache)
  if (ready) return ready
  mkdirSync(cache, { recursive: true })
  const lock = await lockFile(join(cache, 'install.lock'), () =>
    log('база данных: её уже устанавливает другой запуск, ждём'),
  )
  try {
    return findTree(cache) ?? (await install(cache, log, what))
  } finally {
    lock.release()
  }
}

function cacheFolder(): string {
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'lyubertsy-portal')
}

function findTree(cache: string): EngineFiles | undefined {
  const prefix = `engine-${layout}-`
  const names = existsSync(cache) ? readdirSync(cache).filter((name) => name.startsWith(prefix)) : []
  // A tree appears under its name only when it is complete, so the last by name will do.
  const name = names.sort(new Intl.Collator('en', { numeric: true }).compare).at(-1)
  return name ? { root: join(cache, name), version: name.slice(prefix.length) } : undefined
}

async function install(
  cache: string,
  log: (line: string) => void,
  what: typeof defaults,
): Promise<EngineFiles> {
  const started = Date.now()
  for (const name of readdirSync(cache)) {
    // Left by an installation that was killed; the lock says that nobody is at it now.
    if (name.startsWith('install-')) rmSync(join(cache, name), { recursive: true, force: true })
  }
  await checkDisk(cache, what.neededMb)
  const work = mkdtempSync(join(cache, 'install-'))
  try {
    const apt = await prepareApt(work, what.packages)
    const step = stepLogger(log)
    step('список пакетов Debian')
    await apt.update()
    step('загрузка PostgreSQL и DocumentDB (около 140 МБ)')
    await apt.download()
    step('распаковка')
    const version = apt.version()
    const tree = await buildTree({
      archives: apt.archives,
      work,
      fail: (text) => failure('распаковка', text, cache),
    })
    const root = join(cache, `engine-${layout}-${version}`)
    renameSync(tree, root)
    log(`база данных: установлена за ${seconds(started)} (${root})`)
    return { root, version }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

async function checkDisk(folder: string, neededMb: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  const freeMb = Math.floor((bavail * bsize) / 1e6)
  if (freeMb < neededMb) throw new DatabaseSetupError(problems.diskFull(folder, neededMb, freeMb))
}

/** apt-get on a state folder of its own: nothing of the host's is read but its mirror, its proxy and Debian's keys. */
async function prepareApt(work: string, packages: string[]) {
  const hasTools =
    (await runCommand('apt-get', ['--version'])).code === 0 &&
    (await runCommand('dpkg-deb', ['--version'])).code === 0
  if (!hasTools) throw new DatabaseSetupError(problems.noApt)
  const configured = process.env['DEBIAN_MIRROR']?.replace(/\/+$/, '')
  const mirror = configured ? { uri: configured, signedBy: undefined } : findDebianMirror()
  if (!mirror) throw new DatabaseSetupError(problems.noMirror)
  const keyring = await findKeyring(work, mirror.signedBy)
  for (const folder of ['lists/partial', 'archives/partial', 'log'])
    mkdirSync(join(work, folder), { recursive: true })
  writeFileSync(join(work, 'status'), '')
  writeFileSync(join(work, 'sources.list'), `deb [signed-by=${keyring}] ${mirror.uri} ${suite} main\n`)
  const config = join(work, 'apt.conf')
  writeFileSync(config, aptConfig(work))
  const aptGet = (...args: string[]) => runCommand('apt-get', ['-c', config, ...args])
  const archives = join(work, 'archives')

  return {
    archives,
    async update() {
      const result = await aptGet('update')
      const hasList = readdirSync(join(work, 'lists')).some((name) => /_Packages(\.\w+)?$/.test(name))
      if (result.code === 0 && hasList) return
      if (isDiskFull(result.stderr)) throw failure('список пакетов', result.stderr, work)
      throw new DatabaseSetupError(problems.noNetwork(mirror.uri), { details: result.stderr })
    },
    async download() {
      const result = await aptGet('install', '--yes', '--download-only', ...packages)
      if (result.code === 0) return
      if (/Unable to locate package|has no installation candidate|unmet dependencies/.test(result.stderr)) {
        throw new DatabaseSetupError(problems.noPackage(mirror.uri, suite), { details: result.stderr })
      }
      if (isDiskFull(result.stderr)) throw failure('загрузка', result.stderr, work)
      throw new DatabaseSetupError(problems.noNetwork(mirror.uri), { details: result.stderr })
    },
    version() {
      const name = readdirSync(archives).find((file) => file.startsWith('postgresql-18-documentdb_'))
      const version = name?.split('_')[1]
      if (!version) throw new DatabaseSetupError(problems.noPackage(mirror.uri, suite))
      return decodeURIComponent(version)
    },
  }
}

function aptConfig(work: string): string {
  return [
    // Hooks of the host would run with our folders; they are of no use here.
    '#clear APT::Update::Post-Invoke;',
    '#clear APT::Update::Post-Invoke-Success;',
    '#clear DPkg::Post-Invoke;',
    '#clear DPkg::Pre-Install-Pkgs;',
    `Dir::Etc::SourceList "${work}/sources.list";`,
    'Dir::Etc::SourceParts "/dev/null";',
    'Dir::Etc::Preferences "/dev/null";',
    'Dir::Etc::PreferencesParts "/dev/null";',
    `Dir::State "${work}";`,
    `Dir::State::Lists "${work}/lists";`,
    `Dir::State::status "${work}/status";`,
    `Dir::Cache "${work}";`,
    `Dir::Cache::archives "${work}/archives";`,
    `Dir::Log "${work}/log";`,
    'APT::Install-Recommends "false";',
    'APT::Sandbox::User "root";',
    'APT::Update::Error-Mode "any";',
    'APT::Keep-Downloaded-Packages "true";',
    // A moving suite's Release file expires while a machine is offline or its mirror is late.
    'Acquire::Check-Valid-Until "false";',
    'Acquire::Languages "none";',
    'Acquire::Retries "2";',
    'Acquire::http::Timeout "20";',
    'Acquire::https::Timeout "20";',
    'Debug::NoLocking "true";',
    '',
  ].join('\n')
}

/** Debian's archive keys: on a Debian host in place; elsewhere from the host's own (signed) package of them. */
async function findKeyring(work: string, signedBy: string | undefined): Promise<string> {
  const places = ['debian-archive-keyring.pgp', 'debian-archive-keyring.gpg'].map(
    (name) => `/usr/share/keyrings/${name}`,
  )
  const found = [...places, signedBy].find((path) => path && existsSync(path))
  if (found) return found
  const fetched = await runCommand('apt-get', ['download', 'debian-archive-keyring'], { cwd: work })
  const deb = readdirSync(work).find((name) => name.startsWith('debian-archive-keyring_'))
  if (fetched.code !== 0 || !deb)
    throw new DatabaseSetupError(problems.noKeyring, { details: fetched.stderr })
  await runCommand('dpkg-deb', ['-x', join(work, deb), join(work, 'keyring')])
  const unpacked = places.map((path) => join(work, 'keyring', path)).find((path) => existsSync(path))
  if (!unpacked) throw new DatabaseSetupError(problems.noKeyring)
  return unpacked
}

function failure(step: string, details: string, folder: string): DatabaseSetupError {
  return isDiskFull(details)
    ? new DatabaseSetupError(problems.noSpaceLeft(folder), { details })
    : new DatabaseSetupError(problems.failed(step), { details })
}

function isDiskFull(text: string): boolean {
  return /No space left on device|ENOSPC|don't have enough free space/.test(text)
}

function stepLogger(log: (line: string) => void) {
  const started = Date.now()
  return (name: string) => log(`база данных: ${name} (${seconds(started)})`)
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} с`
}
