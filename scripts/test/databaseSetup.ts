import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startDatabase } from '../database/index.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A running database; take a database name of your own: `withDatabaseName(inject('databaseUrl'), 'news-test')`. */
    databaseUrl: string
  }
}

/** vitest globalSetup: one database for the whole run, in a folder that goes away with it. DATABASE_URL is used if set. */
export default async function setup(project: TestProject) {
  const dataDir = mkdtempSync(join(tmpdir(), 'portal-test-'))
  // Nothing of a test run has to survive a power cut: without fsync it takes half the time.
  const database = await startDatabase({ dataDir, isDurable: false, log: (line) => console.log(line) })
  console.log(`database: ${database.engine}, ${database.version}`)
  project.provide('databaseUrl', database.url)
  return async () => {
    await database.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
