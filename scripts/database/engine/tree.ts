import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { runCommand } from './command.ts'

/**
 * Makes the folder that the engine runs from out of Debian's packages: about 130 MB of the 550.
 *
 *   lib/                         the C library, the loader (ld.so) and every shared library in use, flat
 *   share/proj/                  PostGIS's coordinate systems
 *   usr/lib/postgresql/18/       programs and extensions
 *   usr/share/postgresql/18/     their SQL files
 *
 * The programs are started through the tree's own loader, so they need neither a chroot nor a user namespace nor
 * anything of the host but its kernel and /bin/sh; and the tree can stand anywhere.
 */
const programs = ['postgres', 'initdb']
/** Packages that only weigh: their files are never in use. If one were, `collectLibraries` would say so. */
const skipped =
  /^(locales|perl|libperl|perl-modules|python3|libpython3|libllvm|postgresql-client|postgresql-common|systemd|udev|debconf|ssl-cert|tzdata|ucf|sysvinit-utils|coreutils|util-linux|passwd|adduser|netbase|readline-common)/
const extensions =
  /^(documentdb|documentdb_core|documentdb_extended_rum|pg_cron|tsm_system_rows|vector|plpgsql)(--|\.control)/
const pgLib = 'usr/lib/postgresql/18/lib'
const pgBin = 'usr/lib/postgresql/18/bin'
const pgShare = 'usr/share/postgresql/18'

export async function buildTree(options: {
  archives: string
  work: string
  fail(text: string): Error
}): Promise<string> {
  const raw = join(options.work, 'raw')
  const tree = join(options.work, 'tree')
  await unpack({ ...options, raw })
  mkdirSync(join(tree, 'lib'), { recursive: true })
  movePostgres(raw, tree)
  await collectLibraries({ raw, tree, fail: options.fail })
  moveFolder(join(raw, 'usr/share/proj'), join(tree, 'share/proj'))
  writeFileSync(join(tree, pgBin, 'postgres'), postgresWrapper)
  chmodSync(join(tree, pgBin, 'postgres'), 0o755)
  return tree
}

/** initdb calls `postgres` by its path; this stands there and starts the real one through the tree's loader. */
const postgresWrapper = `#!/bin/sh
root="\${0%/${pgBin}/postgres}"
exec "$root/lib/ld.so" --library-path "$root/lib:$root/${pgLib}" \${PORTAL_PRELOAD:+--preload "$PORTAL_PRELOAD"} \\
  --argv0 "$0" "$root/${pgBin}/postgres.elf" "$@"
`

async function unpack({ archives, raw, fail }: { archives: string; raw: string; fail(text: string): Error }) {
  // Debian's merged /usr: packages may still name /lib and /bin.
  for (const name of ['bin', 'sbin', 'lib', 'lib64']) mkdirSync(join(raw, 'usr', name), { recursive: true })
  for (const name of ['bin', 'sbin', 'lib', 'lib64']) symlinkSync(`usr/${name}`, join(raw, name))
  const debs = readdirSync(archives).filter((name) => name.endsWith('.deb') && !skipped.test(name))
  const worker = async () => {
    for (let deb = debs.pop(); deb; deb = debs.pop()) {
      const result = await runCommand('dpkg-deb', ['-x', join(archives, deb), raw])
      if (result.code !== 0) throw fail(`${deb}: ${result.stderr}`)
    }
  }
  await Promise.all([worker(), worker()])
}

function movePostgres(raw: string, tree: string) {
  mkdirSync(join(tree, pgBin), { recursive: true })
  for (const name of programs) {
    const target = name === 'postgres' ? 'postgres.elf' : name
    renameSync(join(raw, pgBin, name), join(tree, pgBin, target))
  }
  moveFolder(
    join(raw, pgLib),
    join(tree, pgLib),
    (name) => name.endsWith('.so') && !/llvmjit|postgis_(raster|topology|sfcgal)/.test(name),
  )
  moveFolder(join(raw, pgShare), join(tree, pgShare), (name) => name !== 'extension' && name !== 'contrib')
  const sql = join(raw, pgShare, 'extension')
  const target = join(tree, pgShare, 'extension')
  mkdirSync(target, { recursive: true })
  const version = postgisVersion(sql)
  for (const name of readdirSync(sql)) {
    if (extensions.test(name)) copyFileSync(join(sql, name), join(target, name))
  }
  // Debian offers PostGIS under its own versioned name; the extension asks for plain «postgis».
  copyFileSync(join(sql, 'postgis-3.control'), join(target, 'postgis.control'))
  copyFileSync(join(sql, `postgis--${version}.sql`), join(target, `postgis--${version}.sql`))
}

function postgisVersion(folder: string): string {
  const name = readdirSync(folder).find((file) => /^postgis--[\d.]+\.sql$/.test(file))
  if (!name) throw new Error(`no postgis--<version>.sql in ${folder}`)
  return name.slice('postgis--'.length, -'.sql'.length)
}

/** Asks the tree's own loader which libraries the programs and extensions need, and moves just those. */
async function collectLibraries({
  raw,
  tree,
  fail,
}: {
  raw: string
  tree: string
  fail(text: string): Error
}) {
  const multiarch = readdirSync(join(raw, 'usr/lib')).find((name) =>
    existsSync(join(raw, 'usr/lib', name, 'libc.so.6')),
  )
  if (!multiarch) throw fail('no libc.so.6 among the packages')
  const folder = join(raw, 'usr/lib', multiarch)
  const loaderName = readdirSync(folder).find((name) => /^ld-linux.*\.so\.\d+$/.test(name))
  if (!loaderName) throw fail('no ld-linux among the packages')
  const search = [folder, join(folder, 'blas'), join(folder, 'lapack'), join(tree, pgLib)].join(':')
  const subjects = [
    ...programs.map((name) => join(tree, pgBin, name === 'postgres' ? 'postgres.elf' : name)),
    ...[
      'pg_documentdb_core',
      'pg_documentdb',
      'pg_documentdb_extended_rum',
      'pg_cron',
      'vector',
      'postgis-3',
      'tsm_system_rows',
      'plpgsql',
      'dict_snowball',
    ].map((name) => join(tree, pgLib, `${name}.so`)),
    join(folder, 'libnss_wrapper.so'),
  ]
  const found = new Map<string, string>()
  for (const subject of subjects) {
    const { stdout, stderr } = await runCommand(join(folder, loaderName), [
      '--library-path',
      search,
      '--list',
      subject,
    ])
    if (/not found/.test(stdout) || !/=>/.test(stdout)) throw fail(`${subject}\n${stdout}${stderr}`)
    for (const [, name, path] of stdout.matchAll(/(\S+) => (\/\S+)/g)) {
      if (path!.startsWith(raw)) found.set(name!, path!)
      else if (!path!.startsWith(tree)) throw fail(`${subject} would load ${path} of the host`)
    }
  }
  // Loaded by name at run time, so nobody lists them.
  for (const name of ['libgcc_s.so.1', 'libnss_wrapper.so']) found.set(name, join(folder, name))
  for (const [name, path] of found) copyFileSync(realpathSync(path), join(tree, 'lib', basename(name)))
  copyFileSync(realpathSync(join(folder, loaderName)), join(tree, 'lib/ld.so'))
  chmodSync(join(tree, 'lib/ld.so'), 0o755)
}

function moveFolder(from: string, to: string, keep: (name: string) => boolean = () => true) {
  mkdirSync(to, { recursive: true })
  for (const name of readdirSync(from)) {
    if (!keep(name)) continue
    mkdirSync(dirname(join(to, name)), { recursive: true })
    cpSync(join(from, name), join(to, name), { recursive: true, verbatimSymlinks: true })
  }
}
