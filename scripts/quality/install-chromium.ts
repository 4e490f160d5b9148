import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const executables = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Installs Debian's Chromium for the browser tests when there is none. @throws when that needs rights it has not got. */
export const installChromium = (): void => {
  if (executables.some((path) => existsSync(path))) return
  const prefix = rights()
  console.log('Устанавливаю Chromium для тестов в браузере (apt)…')
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
  const { status } = apt('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation')
  if (status !== 0 || !executables.some((path) => existsSync(path))) {
    throw new Error('Chromium не установился: выполните «apt-get install chromium» и повторите npm test.')
  }
}

const rights = (): string[] => {
  if (process.getuid?.() === 0) return []
  if (spawnSync('sudo', ['-n', 'true']).status === 0) return ['sudo', '-n']
  throw new Error(
    'Для тестов нужен Chromium, а прав на установку нет: выполните «sudo apt-get install chromium».',
  )
}
