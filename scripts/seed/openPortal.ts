import { getPayload, type Payload } from 'payload'
import { startDatabase } from '../database/index.ts'
import { dataDirOf } from '../portal/data-dir.ts'
import { lockDataDir } from '../portal/lock.ts'
import { readOrCreateSecrets } from '../portal/secrets.ts'

/**
 * The portal's Payload for a command: with the environment `npm start` gives its children, or alone, with the database
 * of DATA_DIR started for the time of the command (then the portal must not be running).
 */
export async function openPortal(log: (line: string) => void): Promise<{
  payload: Payload
  dataDir: string
  close: () => Promise<void>
}> {
  const dataDir = dataDirOf(process.env)
  const isAlone = !process.env['DATABASE_URL']
  const unlock = isAlone ? lockDataDir(dataDir) : () => {}
  try {
    const database = await startDatabase({ dataDir, log })
    const secrets = await readOrCreateSecrets(dataDir, process.env)
    Object.assign(process.env, {
      NODE_ENV: 'production',
      ...secrets,
      DATA_DIR: dataDir,
      DATABASE_URL: database.url,
    })
    // The model reads its folder and its addresses while it is loaded.
    const { default: config } = await import('../../cms/payload.config.ts')
    const payload = await getPayload({ config, disableOnInit: true })
    const close = async () => {
      await payload.destroy()
      await database.stop()
      unlock()
    }
    return { payload, dataDir, close }
  } catch (error) {
    unlock()
    throw error
  }
}
