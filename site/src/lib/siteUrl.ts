import { siteEnvironment } from '../cms/environment.ts'

/** A path of the site as a full address: `/novosti/` → `https://example.org/novosti/`. */
export function absoluteUrl(path: string): string {
  return new URL(path, `${siteEnvironment().siteUrl}/`).href
}
