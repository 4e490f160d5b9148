import { hash } from 'node:crypto'
import { mapFrameOrigin } from './maps.ts'
import { memo } from './memo.ts'
import { bytesOf } from './pageLetters.ts'

const inline = /<(style|script)([^>]*)>([^]*?)<\/\1>/g
// Data (JSON-LD) is not run, so it needs no permission.
const notInline = /\ssrc=|\stype="application\//
// The first of the two is a necessary condition of the second, found in a fifth of the time.
const droppedHint = /\s(?:style|on[a-z]+)="/
const droppedAttribute = /<[a-z][^<>]*\s(?:style|on[a-z]+)="[^<>]*>/

/**
 * Writes the content security policy of a page into it: nothing from another host, nothing inline but the very styles and
 * scripts the page was built with. Astro's own policy names every style of the whole site on every page; this one names
 * those of the page, which saves a kilobyte of what does not compress.
 *
 * `html` is a page in letters (see pageLetters.ts); `styleOf` gives the style that a mark stands for (see styleMarks.ts).
 */
export function withContentPolicy(html: string, styleOf = (text: string) => text): string {
  const dropped = droppedHint.test(html) && droppedAttribute.exec(html)
  if (dropped) throw new Error(`The content policy would drop what this attribute does: ${dropped[0]}`)
  const styles = new Set<string>()
  const scripts = new Set<string>()
  for (const [, tag, attributes = '', text = ''] of html.matchAll(inline)) {
    if (tag === 'style') styles.add(styleOf(text))
    else if (!notInline.test(attributes)) scripts.add(text)
  }
  const policy = [
    "default-src 'self'",
    "img-src 'self' data:",
    `script-src ${sources(scripts)}`,
    `style-src ${sources(styles)}`,
    ...foreignSources(html),
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
  ].join(';')
  return html.replace('<head>', `<head><meta http-equiv="content-security-policy" content="${policy}">`)
}

/**
 * What the players of the page (views/StreamPlayer.astro) and its map (MapFrame.astro) may ask once the reader has asked them to; a page
 * without either asks no other host at all.
 */
function foreignSources(html: string): string[] {
  const hosts = (kind: string) => [
    ...new Set(
      [...html.matchAll(new RegExp(`\\sdata-${kind}-host="(https?://[\\w.:-]+)"`, 'g'))].map(
        ([, host]) => host,
      ),
    ),
  ]
  const frames = [...hosts('frame'), ...(html.includes(' data-map-frame="') ? [mapFrameOrigin] : [])]
  const media = hosts('media')
  return [
    ...(frames.length > 0 ? [`frame-src ${frames.join(' ')}`] : []),
    // A library fetches what it then plays as a blob.
    ...(media.length > 0
      ? [`connect-src 'self' ${media.join(' ')}`, `media-src 'self' blob: ${media.join(' ')}`]
      : []),
  ]
}

function sources(texts: ReadonlySet<string>): string {
  return ["'self'", ...[...texts].map(sourceOf)].join(' ')
}

// Every page of a kind has the same styles and scripts, and there are some twenty kinds.
const sourceOf = memo(100, (text: string) => `'sha256-${hash('sha256', bytesOf(text), 'base64')}'`)
