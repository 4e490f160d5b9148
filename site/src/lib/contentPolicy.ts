import { createHash } from 'node:crypto'

const inlineStyle = /<style[^>]*>([^]*?)<\/style>/g
// Data (JSON-LD) is not run, so it needs no permission.
const inlineScript = /<script(?![^>]*(?:\ssrc=|\stype="application\/))[^>]*>([^]*?)<\/script>/g

/**
 * Writes the content security policy of a page into it: nothing from another host, nothing inline but the very styles and
 * scripts the page was built with. Astro's own policy names every style of the whole site on every page; this one names
 * those of the page, which saves a kilobyte of what does not compress.
 */
export function withContentPolicy(html: string): string {
  const attribute = /<[a-z][^<>]*\s(?:style|on[a-z]+)="[^<>]*>/.exec(html)
  if (attribute) throw new Error(`The content policy would drop what this attribute does: ${attribute[0]}`)
  const policy = [
    "default-src 'self'",
    "img-src 'self' data:",
    `script-src ${["'self'", ...hashes(html, inlineScript)].join(' ')}`,
    `style-src ${["'self'", ...hashes(html, inlineStyle)].join(' ')}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
  ].join(';')
  return html.replace('<head>', `<head><meta http-equiv="content-security-policy" content="${policy}">`)
}

function hashes(html: string, pattern: RegExp): string[] {
  const texts = [...html.matchAll(pattern)].map(([, text = '']) => text)
  return [...new Set(texts)].map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
}
