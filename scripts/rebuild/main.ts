// The process of the rebuild service, started by scripts/start and scripts/dev.
import { join } from 'node:path'
import { readEnv } from '../../cms/env.ts'
import { siteCodeHash } from '../portal/inputs-hash.ts'
import { startService } from './service.ts'

const root = join(import.meta.dirname, '..', '..')
const env = readEnv(process.env, root)

const service = await startService({
  siteDir: join(env.dataDir, 'site'),
  mediaDir: join(env.dataDir, 'media'),
  cmsUrl: env.cmsUrl,
  siteUrl: env.siteUrl,
  secret: env.rebuildSecret,
  code: siteCodeHash(env.siteUrl),
  port: Number(new URL(env.rebuildUrl).port),
  log: (line) => console.log(line),
})
process.send?.('ready')

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void service.stop().then(() => process.exit(0)))
}
