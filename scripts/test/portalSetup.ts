import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { freePort } from '../portal/free-port.ts'
import { newToken } from './browser/admin.ts'
import { startMailbox } from './mailbox.ts'
import { startPortalForTest, type PortalUnderTest } from './startPortalForTest.ts'

declare module 'vitest' {
  interface ProvidedContext {
    portal: PortalUnderTest
  }
}

/** Starts the whole portal once for the browser tests, in an empty data folder; its letters arrive in dataDir/mail. */
export default async function portalSetup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'portal-browser-'))
  const mailbox = await startMailbox(join(dataDir, 'mail'))
  const streamPort = await freePort()
  try {
    const portal = await startPortalForTest({
      dataDir,
      port: await freePort(),
      env: {
        SMTP_URL: mailbox.smtpUrl,
        LETTER_PAUSE_SECONDS: '2',
        STREAM_HOSTS: `localhost:${streamPort}`,
      },
    })
    const { url, logins, stop } = portal
    const tokens: Record<string, string> = {}
    for (const { role } of logins) tokens[role] = await newToken(portal, role)
    project.provide('portal', { url, dataDir, logins, tokens, streamPort })
    return async () => {
      await stop()
      mailbox.stop()
      await rm(dataDir, { recursive: true, force: true })
    }
  } catch (error) {
    mailbox.stop()
    await rm(dataDir, { recursive: true, force: true })
    throw error
  }
}
