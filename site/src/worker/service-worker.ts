import { clientsClaim } from 'workbox-core'
import { ExpirationPlugin } from 'workbox-expiration'
import { matchPrecache, precacheAndRoute } from 'workbox-precaching'
import { registerRoute, setCatchHandler } from 'workbox-routing'
import { CacheFirst, NetworkFirst } from 'workbox-strategies'
import { houseCache, offlinePath, offlineRevision, savedHousePath } from './places.ts'
import { answerPush } from './push.ts'

/*
 * The site without a network: pages that were visited, the saved house, and a page that says so. With a network the page
 * always comes from it, so that what has just been published is what is read.
 */

declare const self: WorkerScope

void self.skipWaiting()
clientsClaim()
precacheAndRoute([
  { url: offlinePath, revision: offlineRevision },
  { url: savedHousePath, revision: offlineRevision },
])

/** The API, the admin and previews are never kept: their answers may be private. */
const isSite = (path: string) => !/^\/(api|admin|_next|preview|healthz)(\/|$)/.test(path)

const day = 86_400
const isWhole = {
  cacheWillUpdate: async ({ response }: { response: Response }) =>
    response.status === 200 &&
    !response.redirected &&
    !/no-store/.test(response.headers.get('cache-control') ?? '')
      ? response
      : null,
}

/** The saved house follows each visit with a network. */
const refreshHouse = {
  fetchDidSucceed: async ({ request, response }: { request: Request; response: Response }) => {
    const cache = await caches.open(houseCache)
    if (response.ok && (await cache.match(request.url))) await cache.put(request.url, response.clone())
    return response
  },
}

registerRoute(
  ({ request, sameOrigin, url }) => sameOrigin && request.mode === 'navigate' && isSite(url.pathname),
  new NetworkFirst({
    cacheName: 'pages',
    networkTimeoutSeconds: 4,
    plugins: [isWhole, refreshHouse, new ExpirationPlugin({ maxEntries: 60, maxAgeSeconds: 30 * day })],
  }),
)

// The list of addresses, in which a house is found.
registerRoute(
  ({ sameOrigin, url }) => sameOrigin && url.pathname.startsWith('/dom/adresa/'),
  new NetworkFirst({
    cacheName: 'addresses',
    networkTimeoutSeconds: 4,
    plugins: [isWhole, new ExpirationPlugin({ maxEntries: 60, maxAgeSeconds: 90 * day })],
  }),
)

// Their names change with what is in them.
registerRoute(
  ({ sameOrigin, url }) => sameOrigin && url.pathname.startsWith('/_astro/'),
  new CacheFirst({ cacheName: 'code', plugins: [isWhole, new ExpirationPlugin({ maxEntries: 80 })] }),
)
registerRoute(
  ({ request, sameOrigin, url }) =>
    sameOrigin && url.pathname.startsWith('/media/') && request.destination === 'image',
  new CacheFirst({
    cacheName: 'pictures',
    plugins: [isWhole, new ExpirationPlugin({ maxEntries: 60, maxAgeSeconds: 30 * day })],
  }),
)

setCatchHandler(async ({ request }) => {
  if (request.mode !== 'navigate') return Response.error()
  const saved = await (await caches.open(houseCache)).match(request, { ignoreSearch: true })
  return saved ?? (await matchPrecache(offlinePath)) ?? Response.error()
})

answerPush()
