import { resolve } from 'node:path'

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
}

export type EnvVariable = {
  name: string
  /** What it does, one Russian sentence: the row of the README's configuration table. */
  description: string
  /** What happens without it, in Russian; null when the process cannot start without it. */
  fallback: string | null
}

/** The source of the README's configuration table, in its order. */
export const envVariables: EnvVariable[] = [
  {
    name: 'DATABASE_URL',
    description: 'Адрес MongoDB 7 или новее: реплика или кластер (`mongodb://…/имя?replicaSet=…`)',
    fallback: 'встроенная база данных в `DATA_DIR/database` (её адрес передаёт `npm start`)',
  },
  {
    name: 'PAYLOAD_SECRET',
    description: 'Секрет сессий редакторов и ссылок предпросмотра, от 32 знаков',
    fallback: 'создаётся один раз в `DATA_DIR/secrets.json`',
  },
  {
    name: 'SITE_URL',
    description: 'Публичный адрес портала, без «/» в конце',
    fallback: '`http://localhost:3000`',
  },
  {
    name: 'HOST',
    description: 'Сетевой адрес, на котором слушает сервер',
    fallback: '`127.0.0.1`: снаружи портал открывает nginx или Caddy',
  },
  { name: 'PORT', description: 'Порт портала: сайт, `/admin` и `/api`', fallback: '`3000`' },
  {
    name: 'DATA_DIR',
    description: 'Папка с базой данных, загруженными файлами, выпусками сайта и журналами',
    fallback: '`.data` в папке проекта',
  },
  {
    name: 'REBUILD_URL',
    description: 'Куда CMS сообщает о публикациях: служба сборки или `repository_dispatch` на GitHub',
    fallback: 'местная служба сборки `http://127.0.0.1:3001` (её адрес передаёт `npm start`)',
  },
  {
    name: 'REBUILD_SECRET',
    description: 'Общий секрет CMS и службы сборки, от 32 знаков; для GitHub — токен доступа',
    fallback: 'создаётся один раз в `DATA_DIR/secrets.json`',
  },
  {
    name: 'CMS_URL',
    description: 'Адрес, по которому CMS доступна службе сборки и сборке сайта',
    fallback: '`http://127.0.0.1:PORT`',
  },
  {
    name: 'SITE_DEV_URL',
    description: 'Адрес `astro dev` на этой же машине; нужен только для разработки',
    fallback: 'не задан: сайт отдаётся из `DATA_DIR/site/current`',
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
  }
  if (faults.length > 0) throw new EnvError(faults)
  return env
}

type Fault = { fault: string }
const isFault = (value: unknown): value is Fault =>
  typeof value === 'object' && value !== null && 'fault' in value

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
