import { fileURLToPath } from 'node:url'
import { buildConfig } from 'payload'
import { generateTypes } from 'payload/node'
import { collections, editor, globals } from './index.ts'

const outputFile =
  process.env['PAYLOAD_TS_OUTPUT_PATH'] ?? fileURLToPath(new URL('payload-types.ts', import.meta.url))

/** Writes payload-types.ts from the model alone: no database, no environment. */
const main = async (): Promise<void> => {
  const config = await buildConfig({
    collections,
    globals,
    editor,
    secret: 'types need no secret',
    telemetry: false,
    admin: { user: 'users' },
    db: { defaultIDType: 'text', init: needsNone },
    typescript: { outputFile },
  })
  await generateTypes(config)
}

const needsNone = (): never => {
  throw new Error('Generating types opened the database; it must not.')
}

await main()
