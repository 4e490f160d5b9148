import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const executables = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Starts the system's Chromium, headless, without the requests it would make on its own. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = executables.find((path) => existsSync(path))
  if (!executablePath) throw new Error(`No Chromium at ${executables.join(', ')}: apt-get install chromium`)
  return chromium.launch({
    executablePath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
