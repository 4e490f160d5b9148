import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const ffmpeg = ['/usr/bin/ffmpeg', '/usr/local/bin/ffmpeg']
const isThere = (paths: string[]) => paths.some((path) => existsSync(path))

/**
 * Installs what the browser tests need and is not there: Debian's Chromium, and ffmpeg, which makes the stream that they play.
 * @throws when that needs rights it has not got.
 */
export const installBrowserTools = (): void => {
  const packages = [
    ...(isThere(chromium) ? [] : ['chromium', 'fonts-liberation']),
    ...(isThere(ffmpeg) ? [] : ['ffmpeg']),
  ]
  if (packages.length === 0) return
  const names = packages.join(' ')
  const prefix = rights(names)
  console.log(`Устанавливаю для тестов в браузере (apt): ${names}…`)
  const apt = (...args: string[]) =>
    spawnSync(
      prefix[0] ?? 'apt-get',
      [...prefix.slice(1), ...(prefix.length > 0 ? ['apt-get'] : []), ...args],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      },
    )
  apt('update', '-qq')
  const { status } = apt('install', '-y', '-qq', '--no-install-recommends', ...packages)
  if (status !== 0 || !isThere(chromium) || !isThere(ffmpeg))
    throw new Error(`Не установилось: выполните «apt-get install ${names}» и повторите npm test.`)
}

const rights = (names: string): string[] => {
  if (process.getuid?.() === 0) return []
  if (spawnSync('sudo', ['-n', 'true']).status === 0) return ['sudo', '-n']
  throw new Error(`Для тестов нужно установить: «sudo apt-get install ${names}».`)
}
