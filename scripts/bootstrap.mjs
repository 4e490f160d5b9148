// The first file to run in a bare clone, under any Node >= 20: installs dependencies when they are missing or
// differ from the lockfile, then runs `scripts/<command>.ts` with the project's own Node, which reads TypeScript.
// Plain JavaScript and node: modules only.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

main()

function main() {
  const [script, ...args] = process.argv.slice(2)
  if (!script || !existsSync(join(root, 'scripts', script))) {
    fail(`Нет такой команды: ${script ?? '(пусто)'}. Список команд — раздел «scripts» в package.json.`)
  }
  if (!dependenciesAreCurrent()) installDependencies()
  runScript(join(root, 'scripts', script), args)
}

/** npm writes node_modules/.package-lock.json last, so an interrupted install does not count as done. */
function dependenciesAreCurrent() {
  const wanted = readLock(join(root, 'package-lock.json'))
  const installed = readLock(join(root, 'node_modules', '.package-lock.json'))
  if (!wanted) fail('Нет файла package-lock.json: клонируйте репозиторий целиком.')
  if (!installed) return false
  return Object.entries(wanted).every(
    ([path, entry]) =>
      !path.includes('node_modules/') ||
      entry.optional ||
      entry.link ||
      installed[path]?.version === entry.version,
  )
}

function readLock(path) {
  if (!existsSync(path)) return null
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages
  } catch {
    return null // half-written: as good as missing
  }
}

function installDependencies() {
  const started = performance.now()
  console.log('  Зависимости… устанавливаю (npm ci)')
  const npm = process.env.npm_execpath
  const [command, prefix] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []]
  const { status, error } = spawnSync(
    command,
    [...prefix, 'ci', '--no-fund', '--no-audit', '--loglevel=error', '--include=dev', '--include=optional'],
    { cwd: root, stdio: 'inherit' },
  )
  if (error || status !== 0) {
    fail(
      `Не удалось установить зависимости${error ? ` (${error.message})` : ''}: проверьте сеть и адрес реестра (npm config get registry), затем повторите команду.`,
    )
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1).replace('.', ',')
  console.log(`  Зависимости… установлены за ${seconds} с`)
}

function runScript(script, args) {
  const child = spawn(nodeBinary(), ['--disable-warning=ExperimentalWarning', script, ...args], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}` },
  })
  // A terminal sends Ctrl+C to the child too; `kill` reaches only this process. Two signals are harmless to it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  stopWithNpm(child)
  child.on('error', (error) => fail(`Не удалось запустить Node: ${error.message}`))
  child.on('exit', (code, signal) => {
    process.exit(code ?? (signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : 1))
  })
}

/** When npm itself is killed -9 it cannot pass a signal on: its death shows as new ancestors (npm → sh → this). */
function stopWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return
  const known = ancestors()
  setInterval(() => {
    if (ancestors() !== known) child.kill('SIGTERM')
  }, 1000).unref()
}

/** Pids of the parent and the grandparent; the latter is empty where there is no /proc. */
function ancestors() {
  let grandparent = ''
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8')
    grandparent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
  } catch {
    // another system, or the parent has just ended: then the first pid tells
  }
  return `${process.ppid} ${grandparent}`
}

function nodeBinary() {
  const own = join(root, 'node_modules', '.bin', 'node')
  if (existsSync(own) && spawnSync(own, ['--version']).status === 0) return own
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath
  fail(
    `Для этой платформы (${process.platform} ${process.arch}) нет готового Node 24, а системный — ${process.version}. Установите Node 24 или новее (подойдёт и 22.18) и повторите команду.`,
  )
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
