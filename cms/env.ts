import { resolve } from 'node:path'
import { streamHosts } from '../collections/Streams/streamAddress.schema.ts'

/** Everything the CMS process takes from its environment, checked and typed. */
export type Env = {
  databaseUrl: string
  payloadSecret: string
  /** Public address of the portal, without a trailing slash. */
  siteUrl: string
  host: string
  port: number
  /** Absolute path of the folder with the database, uploads, releases and logs. */
  dataDir: string
  rebuildUrl: string
  rebuildSecret: string
  /** Where the site build and the rebuild service reach this process. */
  cmsUrl: string
  /** Address of `astro dev`; set only in development. */
  siteDevUrl: string | null
  /** Null: letters are not sent. */
  smtpUrl: string | null
  mailFrom: string
  letterPauseSeconds: number
  /** Empty: no notifications. */
  vapidPublicKey: string
  vapidPrivateKey: string
  vapidSubject: string
  /** Hosts whose HLS streams and files the pages may play. */
  streamHosts: string[]
}

export type EnvVariable = {
  name: string
  /** What it does, one English phrase: the row of the README's configuration table. */
  description: string
  /** What holds without it. */
  fallback: string
  /** The room that reads it; this file checks only those of the CMS. */
  readBy: 'cms' | 'start' | 'database' | 'site'
}

/** The source of the README's configuration table (env.test.ts compares), in its order. */
export const envVariables: EnvVariable[] = [
  {
    name: 'SITE_URL',
    description: 'Public address of the portal, no trailing slash',
    fallback: '`http://localhost:3000`',
    readBy: 'cms',
  },
  { name: 'PORT', description: 'The one port: site, `/admin`, `/api`', fallback: '`3000`', readBy: 'cms' },
  {
    name: 'HOST',
    description: 'Network address the server listens on',
    fallback: '`127.0.0.1`; nginx or Caddy opens it to the world',
    readBy: 'cms',
  },
  {
    name: 'DATA_DIR',
    description: 'Database, uploads, releases of the site, secrets, logs',
    fallback: '`.data` in the project',
    readBy: 'cms',
  },
  {
    name: 'DATABASE_URL',
    description: 'MongoDB 7 or newer, a replica set or a cluster: `mongodb://…/name?replicaSet=…`',
    fallback: '`mongod` on PATH, else the embedded database; its data in `DATA_DIR`',
    readBy: 'cms',
  },
  {
    name: 'PAYLOAD_SECRET',
    description: 'Signs sessions and preview links, 32 characters or more',
    fallback: 'made once, kept in `DATA_DIR/secrets.json`',
    readBy: 'cms',
  },
  {
    name: 'REBUILD_SECRET',
    description: 'Shared by the CMS and the builder, 32 characters or more; with GitHub, the access token',
    fallback: 'made once, kept in `DATA_DIR/secrets.json`',
    readBy: 'cms',
  },
  {
    name: 'REBUILD_URL',
    description: 'Where the CMS reports a publish: the builder, or `repository_dispatch` of GitHub',
    fallback: 'the builder that `npm start` runs',
    readBy: 'cms',
  },
  {
    name: 'CMS_URL',
    description: 'Where the builder and a hosted build reach the CMS',
    fallback: '`http://127.0.0.1:PORT`',
    readBy: 'cms',
  },
  {
    name: 'SMTP_URL',
    description: 'Mail server for letters to residents: `smtp://name:password@host:587` or `smtps://…`',
    fallback: 'letters wait in the database; nothing else depends on them',
    readBy: 'cms',
  },
  {
    name: 'MAIL_FROM',
    description: 'Sender of these letters: `Портал Люберец <portal@example.org>`',
    fallback: '`portal@` and the host of `SITE_URL`',
    readBy: 'cms',
  },
  {
    name: 'LETTER_PAUSE_SECONDS',
    description: 'What goes live within so long is one letter to those who want to know at once',
    fallback: '`180`',
    readBy: 'cms',
  },
  {
    name: 'VAPID_PUBLIC_KEY',
    description: 'Key with which browsers know the portal’s notifications (VAPID, base64url)',
    fallback: 'made once with the private one, kept in `DATA_DIR/secrets.json`',
    readBy: 'cms',
  },
  {
    name: 'VAPID_PRIVATE_KEY',
    description: 'Its private half',
    fallback: 'made once, kept in `DATA_DIR/secrets.json`',
    readBy: 'cms',
  },
  {
    name: 'VAPID_SUBJECT',
    description: 'Whom push services tell of trouble: `mailto:…` or `https://…`',
    fallback: '`SITE_URL` when it is https, else `mailto:` and the sender of letters',
    readBy: 'cms',
  },
  {
    name: 'STREAM_HOSTS',
    description:
      'Servers whose HLS streams and video files pages may play: `live.example.org, cdn.example.org`',
    fallback: 'the portal’s own address; VK Video, Rutube and YouTube need no word here',
    readBy: 'cms',
  },
  {
    name: 'SITE_DEV_URL',
    description: 'Address of `astro dev` on this machine; `npm run dev` sets it',
    fallback: 'the site comes from `DATA_DIR/site/current`',
    readBy: 'cms',
  },
  {
    name: 'DEMO_DATA',
    description: '`off`: an empty database stays empty, and the admin asks for its first administrator',
    fallback: 'demo data and demo accounts are written into an empty database',
    readBy: 'start',
  },
  {
    name: 'DEBIAN_MIRROR',
    description: 'Debian archive from which the embedded database is unpacked',
    fallback: 'the mirror of the system',
    readBy: 'database',
  },
  {
    name: 'XDG_CACHE_HOME',
    description: 'Cache of the unpacked database, in the folder `lyubertsy-portal`',
    fallback: '`~/.cache`',
    readBy: 'database',
  },
  {
    name: 'SNAPSHOT_FILE',
    description: 'A build of the site alone: a saved `/api/snapshot` to read instead of the CMS',
    fallback: 'the CMS at `CMS_URL`',
    readBy: 'site',
  },
  {
    name: 'MEDIA_DIR',
    description: 'A build of the site alone: folder of uploads on the same disk, linked instead of fetched',
    fallback: 'over HTTP from the CMS',
    readBy: 'site',
  },
  {
    name: 'PORTAL_NOW',
    description: 'A build of the site alone: a fixed «now» (ISO), so that two builds are equal to the byte',
    fallback: 'the clock',
    readBy: 'site',
  },
]

/** All faults of an environment at once, in Russian, each with what to do. */
export class EnvError extends Error {
  override name = 'EnvError'
  readonly faults: string[]

  constructor(faults: string[]) {
    const list = faults.map((fault) => `  • ${fault}`).join('\n')
    super(
      `Настройки окружения заданы неверно (ошибок: ${faults.length}):\n${list}\n` +
        'Исправьте значения и запустите снова. Таблица настроек — в README.md.',
    )
    this.faults = faults
  }
}

/**
 * Reads and checks the environment.
 * @throws {EnvError} naming every fault, not only the first.
 */
export const readEnv = (source: Record<string, string | undefined>, root: string): Env => {
  const faults: string[] = []
  const value = (name: string) => source[name]?.trim() || undefined
  const check = <T>(name: string, fallback: T, parse: (text: string) => T | Fault): T => {
    const text = value(name)
    const parsed = text === undefined ? fallback : parse(text)
    if (!isFault(parsed)) return parsed
    faults.push(`${name}: ${parsed.fault}`)
    return fallback
  }
  const required = (name: string, advice: string, parse: (text: string) => string | Fault) => {
    if (value(name) === undefined) faults.push(`${name}: не задан. ${advice}`)
    return check(name, '', parse)
  }

  const start = 'Запускайте портал командой npm start: она создаст его сама — или задайте значение.'
  const port = check('PORT', 3000, parsePort)
  const env: Env = {
    databaseUrl: required('DATABASE_URL', start, parseDatabaseUrl),
    payloadSecret: required('PAYLOAD_SECRET', start, parseSecret),
    siteUrl: check('SITE_URL', 'http://localhost:3000', parseOrigin),
    host: value('HOST') ?? '127.0.0.1',
    port,
    dataDir: resolve(root, value('DATA_DIR') ?? '.data'),
    rebuildUrl: check('REBUILD_URL', 'http://127.0.0.1:3001', parseHttpUrl),
    rebuildSecret: required('REBUILD_SECRET', start, parseSecret),
    cmsUrl: check('CMS_URL', `http://127.0.0.1:${port}`, parseOrigin),
    siteDevUrl: check<string | null>('SITE_DEV_URL', null, parseLoopbackUrl),
    smtpUrl: check<string | null>('SMTP_URL', null, parseSmtpUrl),
    mailFrom: value('MAIL_FROM') ?? '',
    letterPauseSeconds: check('LETTER_PAUSE_SECONDS', 180, parseSeconds),
    vapidPublicKey: check('VAPID_PUBLIC_KEY', '', parseKey(65)),
    vapidPrivateKey: check('VAPID_PRIVATE_KEY', '', parseKey(32)),
    vapidSubject: check('VAPID_SUBJECT', '', parseContact),
    streamHosts: check<string[]>('STREAM_HOSTS', [], parseHosts),
  }
  if ((env.vapidPublicKey === '') !== (env.vapidPrivateKey === ''))
    faults.push('VAPID_PUBLIC_KEY и VAPID_PRIVATE_KEY: нужны оба ключа одной пары или ни одного.')
  if (faults.length > 0) throw new EnvError(faults)
  if (env.mailFrom === '') env.mailFrom = `portal@${new URL(env.siteUrl).hostname}`
  if (env.vapidSubject === '')
    env.vapidSubject = env.siteUrl.startsWith('https:')
      ? env.siteUrl
      : `mailto:${/<(.+)>/.exec(env.mailFrom)?.[1] ?? env.mailFrom}`
  return env
}

type Fault = { fault: string }
const isFault = (value: unknown): value is Fault =>
  typeof value === 'object' && value !== null && 'fault' in value

const parseHosts = (text: string) => {
  const hosts = streamHosts(text)
  return hosts.join() ===
    text
      .trim()
      .split(/[\s,]+/)
      .join()
    ? hosts
    : { fault: `«${text}» — не список серверов. Нужны имена через запятую, без https://: live.example.ru.` }
}

const parsePort = (text: string) => {
  const port = Number(text)
  return /^\d+$/.test(text) && port >= 1 && port <= 65535
    ? port
    : { fault: `«${text}» — не номер порта. Укажите целое число от 1 до 65535, например 3000.` }
}

// The value is a secret: it is never repeated in a message.
const parseSecret = (text: string) =>
  text.length >= 32
    ? text
    : {
        fault: `слишком короткий (знаков: ${text.length}, нужно от 32). Создайте новый: openssl rand -hex 32`,
      }

// The address may carry a password, so it is not repeated either.
const parseDatabaseUrl = (text: string) =>
  /^mongodb(\+srv)?:\/\/[^/\s]+\/[^?\s]+/.test(text)
    ? text
    : { fault: 'нужен адрес вида mongodb://сервер:27017/имя_базы?replicaSet=rs0.' }

const parseHttpUrl = (text: string) => {
  const url = URL.parse(text)
  return url && /^https?:$/.test(url.protocol)
    ? text.replace(/\/+$/, '')
    : { fault: `«${text}» — не адрес. Нужен полный адрес, который начинается с http:// или https://.` }
}

// It may carry a password: not repeated.
const parseSmtpUrl = (text: string) =>
  /^smtps?:\/\/[^\s/]+$/.test(text) && URL.parse(text)
    ? text
    : { fault: 'нужен адрес вида smtp://имя:пароль@сервер:587 или smtps://….' }

const parseSeconds = (text: string) => {
  const seconds = Number(text)
  return /^\d+$/.test(text) && seconds >= 1 && seconds <= 3600
    ? seconds
    : { fault: `«${text}»: нужно целое число секунд от 1 до 3600.` }
}

// One of the two is a secret: not repeated.
const parseKey = (bytes: number) => (text: string) =>
  /^[\w-]+$/.test(text) && Buffer.from(text, 'base64url').length === bytes
    ? text
    : { fault: `нужен ключ VAPID: ${bytes} байт в base64url.` }

const parseContact = (text: string) =>
  /^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/.test(text)
    ? text
    : { fault: `«${text}»: нужен адрес вида mailto:name@example.org или https://….` }

const parseOrigin = (text: string) => {
  const parsed = parseHttpUrl(text)
  if (isFault(parsed)) return parsed
  const { origin } = new URL(parsed)
  return origin === parsed
    ? parsed
    : { fault: `«${text}»: укажите только протокол, имя и порт, например ${origin}.` }
}

const parseLoopbackUrl = (text: string) => {
  const parsed = parseOrigin(text)
  if (isFault(parsed)) return parsed
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(parsed).hostname)
    ? parsed
    : { fault: `«${text}»: astro dev должен работать на этой машине, например http://127.0.0.1:4321.` }
}
