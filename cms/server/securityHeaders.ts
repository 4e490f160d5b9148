import type { ServerResponse } from 'node:http'

/** Headers for every reply of the one port. */
export const setCommonHeaders = (res: ServerResponse, { isHttps }: { isHttps: boolean }) => {
  res.setHeader('X-Content-Type-Options', 'nosniff')
  res.setHeader('Referrer-Policy', 'strict-origin-when-cross-origin')
  res.setHeader('Permissions-Policy', permissions)
  res.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  // Not includeSubDomains: the city's other sites may still be plain http.
  if (isHttps) res.setHeader('Strict-Transport-Security', 'max-age=31536000')
}

/**
 * Site: what a page may run is listed in the page itself (the site writes the hashes of its scripts and styles into a
 * `<meta>` policy); the header adds what a `<meta>` cannot say and what holds for every page. It must not name
 * script-src, style-src or default-src: two policies are both enforced, and a hash in one does not open the other. What it
 * grants for streams, a page grants itself only when it has a player (site/src/lib/contentPolicy.ts).
 */
export const sitePolicy = ({ isHttps, streamHosts }: { isHttps: boolean; streamHosts: string[] }) =>
  policy([
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
    ["connect-src 'self'", ...streamHosts].join(' '),
    "font-src 'self'",
    "img-src 'self' data:",
    // blob: is what a script plays piece by piece.
    ["media-src 'self' blob:", ...streamHosts].join(' '),
    "worker-src 'self'",
    "manifest-src 'self'",
    isHttps && 'upgrade-insecure-requests',
  ])

/**
 * Admin: Next writes the nonce of the request's policy into its own scripts. Styles stay open: Payload's editor and
 * its selects set them from scripts. Development needs eval (React's error stacks) and the hot reload socket.
 */
export const adminPolicy = (
  nonce: string,
  { isHttps, isDevelopment }: { isHttps: boolean; isDevelopment: boolean },
) =>
  policy([
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    isDevelopment ? "connect-src 'self' ws:" : "connect-src 'self'",
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    isHttps && 'upgrade-insecure-requests',
  ])

/** Replies of /api are data: nothing in them may run, not even an uploaded file opened by its address. */
export const apiPolicy = "default-src 'none'; frame-ancestors 'none'"

const permissions = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
  'browsing-topics',
]
  .map((feature) => `${feature}=()`)
  .join(', ')

const policy = (directives: (string | false)[]) => directives.filter(Boolean).join('; ')
