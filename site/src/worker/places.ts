/** Where the service worker is; its scope is the whole site. */
export const serviceWorkerPath = '/sw.js'

/** Shown when a page that was never visited is asked for without a network. */
export const offlinePath = '/net-svyazi/'

/** Opens the saved house. */
export const savedHousePath = '/moy-dom/'

/** The cache of the saved house; nothing in it runs out. */
export const houseCache = 'house'

/** What the script of the house's page keeps in `localStorage`: the path of the saved house. */
export const houseKey = 'house'

/** Replaced in the built worker by a hash of the code (integrations/serviceWorker.ts). */
export const offlineRevision = '%OFFLINE REVISION%'
