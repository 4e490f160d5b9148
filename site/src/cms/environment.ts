/** What the site's build reads from the environment. Values, not process.env, go further. */
export interface SiteEnvironment {
  /** A file with the content stream (tests, hosted builds) instead of the CMS. */
  snapshotFile: string | null
  cmsUrl: string
  siteUrl: string
  /** Folder with the uploads for hard links; without it media come over HTTP. */
  mediaDir: string | null
  /** A fixed «now», so that two builds of one snapshot are equal byte for byte. */
  now: Date | null
  /** Only the compiled site, no pages: for the rebuild service. */
  isCompilation: boolean
}

export function siteEnvironment(env: NodeJS.ProcessEnv = process.env): SiteEnvironment {
  return {
    snapshotFile: env.SNAPSHOT_FILE || null,
    cmsUrl: withoutSlash(env.CMS_URL || `http://127.0.0.1:${env.PORT || '3000'}`),
    siteUrl: withoutSlash(env.SITE_URL || 'http://localhost:3000'),
    mediaDir: env.MEDIA_DIR || null,
    now: env.PORTAL_NOW ? fixedNow(env.PORTAL_NOW) : null,
    isCompilation: env.SITE_COMPILATION === '1',
  }
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '')
}

function fixedNow(text: string): Date {
  const date = new Date(text)
  if (Number.isNaN(date.getTime()))
    throw new Error(`PORTAL_NOW — не дата: «${text}». Нужно, например, 2026-11-23T09:00:00Z`)
  return date
}
