import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { en } from '@payloadcms/translations/languages/en'
import { ru } from '@payloadcms/translations/languages/ru'
import { buildConfig, getPayload, handleEndpoints, type Endpoint, type Payload } from 'payload'
import sharp from 'sharp'
import type { Role } from '../access/roles.ts'
import type { User } from '../payload-types.ts'

declare module 'vitest' {
  // scripts/test/databaseSetup.ts provides it to every test that needs the database.
  interface ProvidedContext {
    databaseUrl: string
  }
}

export type Visitor = Role | 'anonymous'

export type Portal = {
  payload: Payload
  dataDir: string
  users: Record<Role, User>
  /** A request as the browser would send it, through Payload's own REST handlers. */
  request: (as: Visitor, method: string, path: string, body?: unknown) => Promise<Reply>
  /** The same with a file, as the admin uploads it. */
  upload: (as: Visitor, method: string, path: string, file: UploadedFile) => Promise<Reply>
  fetch: (as: Visitor, path: string, init?: RequestInit) => Promise<Response>
  close: () => Promise<void>
}

// Replies are as many as endpoints; each test looks at the part it is about.
export type Reply = { status: number; body: any }
export type UploadedFile = { bytes: Buffer; name: string; type: string; data: Record<string, unknown> }

export const siteUrl = 'http://localhost:3000'
export const secret = 'a rebuild secret that only these tests know'
export const roles: Role[] = ['admin', 'editor', 'volunteer', 'respondent']

/** A whole Payload with the portal's model, on a database and a data folder of its own. */
export const openPortal = async (
  databaseUrl: string,
  { transactions = true, more = [] }: { transactions?: boolean; more?: Endpoint[] } = {},
): Promise<Portal> => {
  const name = `test_${randomBytes(5).toString('hex')}`
  const dataDir = await mkdtemp(join(tmpdir(), 'portal-'))
  process.env['DATA_DIR'] = dataDir
  process.env['REBUILD_SECRET'] = secret
  // The upload folder is read when the model is loaded, so it is loaded now.
  const { collections, endpoints, globals } = await import('../index.ts')
  const url = new URL(databaseUrl)
  url.pathname = `/${name}`
  const config = buildConfig({
    secret: 'a payload secret that only these tests know',
    serverURL: siteUrl,
    collections: collections.map((each) => ({ ...each })),
    globals: globals.map((each) => ({ ...each })),
    endpoints: [...endpoints, ...more],
    db: mongooseAdapter({
      url: url.href,
      transactionOptions: transactions ? {} : false,
      // As in production: a database that is away is told of within seconds.
      connectOptions: { serverSelectionTimeoutMS: 4000 },
    }),
    i18n: { supportedLanguages: { ru, en }, fallbackLanguage: 'ru' },
    jobs: { access: { run: () => false }, deleteJobOnComplete: true },
    graphQL: { disable: true },
    telemetry: false,
    logger: { options: { level: process.env['TEST_LOG'] ?? 'silent' } },
    sharp,
    admin: { user: 'users' },
    upload: { limits: { fileSize: 60 * 1024 * 1024 } },
    typescript: { autoGenerate: false },
  })
  const payload = await getPayload({ config, key: name, disableOnInit: true })
  // Unique indexes are part of what is tested; the adapter builds them in the background.
  await Promise.all(Object.values(payload.db.collections).map((model) => model.ensureIndexes()))

  const fetchAs = (token: string | undefined, path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers)
    if (token) headers.set('authorization', `JWT ${token}`)
    const request = new Request(`${siteUrl}/api${path}`, { ...init, headers })
    return handleEndpoints({ config, payloadInstanceCacheKey: name, request })
  }
  const { tokens, users } = await createUsers(payload)
  const portal: Portal = {
    payload,
    dataDir,
    users,
    fetch: (as, path, init) => fetchAs(as === 'anonymous' ? undefined : tokens[as], path, init),
    request: async (as, method, path, body) =>
      reply(
        await portal.fetch(as, path, {
          method,
          ...(body === undefined
            ? {}
            : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
        }),
      ),
    upload: async (as, method, path, { bytes, data, name, type }) => {
      const form = new FormData()
      form.set('file', new File([new Uint8Array(bytes)], name, { type }))
      form.set('_payload', JSON.stringify(data))
      // A Response encodes the form; its length must be known, as it is in a browser.
      const encoded = new Response(form)
      const body = await encoded.arrayBuffer()
      const headers = {
        'content-type': encoded.headers.get('content-type') ?? '',
        'content-length': String(body.byteLength),
      }
      return reply(await portal.fetch(as, path, { method, body, headers }))
    },
    close: async () => {
      await payload.db.connection.dropDatabase()
      await payload.destroy()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
  return portal
}

const reply = async (response: Response): Promise<Reply> => {
  const text = await response.text()
  return { status: response.status, body: text === '' ? null : JSON.parse(text) }
}

const password = 'only for these tests'

const createUsers = async (payload: Payload) => {
  const users = {} as Record<Role, User>
  const tokens = {} as Record<Role, string>
  for (const role of roles) {
    const email = `${role}@example.test`
    users[role] = await payload.create({ collection: 'users', data: { email, password, name: role, role } })
    const { token } = await payload.login({ collection: 'users', data: { email, password } })
    if (!token) throw new Error(`No token for ${role}`)
    tokens[role] = token
  }
  return { tokens, users }
}
