import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { buildConfig, getPayload } from 'payload'
import sharp from 'sharp'
import { collections, signManifests } from '../index.ts'

/* A process of its own that signs manifests: `node signProcess.ts DATABASE_URL NOW`, with DATA_DIR. It begins when its parent says so. */

const [url = '', now = ''] = process.argv.slice(2)
const config = buildConfig({
  secret: 'a payload secret that only these tests know',
  collections,
  db: mongooseAdapter({ url }),
  sharp,
  telemetry: false,
  logger: { options: { level: 'silent' } },
  typescript: { autoGenerate: false },
})
const payload = await getPayload({ config, disableOnInit: true })
console.log('ready')
process.stdin.once('data', () => {
  void signManifests(payload, new Date(now)).then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
})
