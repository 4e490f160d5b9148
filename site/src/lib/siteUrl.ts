import { siteEnvironment } from '../cms/environment.ts'
import { memo } from './memo.ts'

/** The site's own address, without a slash at its end. It never changes while the site runs: Astro compiled it in, too. */
export const { siteUrl } = siteEnvironment()

/** A path of the site as a full address: `/novosti/` → `https://example.org/novosti/`. */
export const absoluteUrl = memo(500, (path: string): string => new URL(path, `${siteUrl}/`).href)
