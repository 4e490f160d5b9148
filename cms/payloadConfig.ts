import type { SanitizedConfig } from 'payload'

declare global {
  var __payloadConfig: Promise<SanitizedConfig> | undefined
}

const load = () => import('./payload.config.ts').then((module) => module.default)

/**
 * What Next imports as `@payload-config`. In production the server has loaded the config before Next (server.ts), and
 * Next's bundle must not make a second one beside it. In development every reload must see the edited config.
 */
export default process.env.NODE_ENV === 'production' ? (globalThis.__payloadConfig ??= load()) : load()
