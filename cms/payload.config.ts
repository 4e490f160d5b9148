import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { en } from '@payloadcms/translations/languages/en'
import { ru } from '@payloadcms/translations/languages/ru'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildConfig } from 'payload'
import sharp from 'sharp'
import { collections, editor, endpoints, globals, maxDocumentBytes } from '../collections/index.ts'
import { faviconUrl } from './admin/mark.ts'
import { withPublishing, withPublishingGlobal } from './admin/withPublishing.ts'
import { startBackground } from './background.ts'
import { explainDatabaseOutage } from './databaseOutage.ts'
import { readEnv } from './env.ts'
import { noMail } from './noMail.ts'
import { wording } from './wording.ts'

// Not import.meta.dirname: Next's bundle of this file, used in development, has only the address.
const here = dirname(fileURLToPath(import.meta.url))
const root = resolve(here, '..')

// `next build`, generate:types and generate:importmap read the model and reach nothing: they need no address, no secret.
const env = process.env.PORTAL_BUILD ? null : readEnv(process.env, root)

export default buildConfig({
  secret: env?.payloadSecret ?? '',
  serverURL: env?.siteUrl ?? '',
  // The admin and the site are one origin: no other may read replies or send an editor's cookie.
  cors: env ? [env.siteUrl] : [],
  csrf: env ? [env.siteUrl] : [],
  telemetry: false,
  graphQL: { disable: true },
  sharp,
  email: noMail,

  db: mongooseAdapter({
    url: env?.databaseUrl ?? false,
    // {} keeps the driver's defaults and, unlike false, transactions on.
    transactionOptions: {},
    connectOptions: {
      // An editor learns within seconds, not half a minute, that the database is away.
      serverSelectionTimeoutMS: 4000,
      connectTimeoutMS: 3000,
      heartbeatFrequencyMS: 2000,
      socketTimeoutMS: 30_000,
    },
  }),

  collections: collections.map(withPublishing),
  globals: globals.map(withPublishingGlobal),
  endpoints,
  editor,

  i18n: { supportedLanguages: { ru, en }, fallbackLanguage: 'ru', translations: { ru: wording } },
  // 20 levels of relations per request is an attack, not a reading.
  maxDepth: 4,
  defaultDepth: 1,
  upload: {
    // A little above the largest file that `media` takes, so that its own refusal is the usual one.
    limits: { fileSize: maxDocumentBytes + 1024 * 1024, files: 1 },
    abortOnLimit: true,
    responseOnLimit: 'Файл слишком большой: снимок — до 20 МБ, PDF — до 30 МБ.',
  },
  jobs: {
    // The server's own runner takes the jobs; nobody starts them over HTTP.
    access: { run: () => false },
    deleteJobOnComplete: true,
  },
  ...(process.env.PORTAL_DEV_SERVER ? { onInit: (payload) => void startBackground(payload) } : {}),
  hooks: { afterError: [explainDatabaseOutage] },

  admin: {
    user: 'users',
    avatar: 'default',
    dateFormat: 'dd.MM.yyyy HH:mm',
    timezones: {
      defaultTimezone: 'Europe/Moscow',
      supportedTimezones: [{ label: 'Москва', value: 'Europe/Moscow' }],
    },
    meta: {
      titleSuffix: '— Люберцы',
      description: 'Редакция городского портала Люберец',
      robots: 'noindex, nofollow',
      icons: [{ rel: 'icon', type: 'image/svg+xml', url: faviconUrl }],
      defaultOGImageType: 'off',
      openGraph: {
        title: 'Редакция',
        siteName: 'Люберцы',
        description: 'Редакция городского портала Люберец',
      },
    },
    importMap: { baseDir: resolve(here, 'admin') },
    components: {
      graphics: { Logo: '/Logo.tsx#Logo', Icon: '/Icon.tsx#Icon' },
      afterLogin: ['/LoginHelp.tsx#LoginHelp'],
      providers: ['/OutageNotice.tsx#OutageNotice'],
      afterNavLinks: ['/publishing/PublishingNavLink.tsx#PublishingNavLink'],
      views: {
        dashboard: { Component: '/Dashboard.tsx#Dashboard' },
        publishing: {
          Component: '/publishing/PublishingView.tsx#PublishingView',
          path: '/publishing',
          exact: true,
          meta: { title: 'Публикация сайта' },
        },
      },
    },
  },

  typescript: {
    outputFile: resolve(root, 'collections/payload-types.ts'),
    // Only `npm run generate:types` writes the file: a server in development must not touch the tree.
    autoGenerate: false,
  },
})
