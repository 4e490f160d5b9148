/** What the service worker uses of its global scope: TypeScript's own description of it cannot stand beside that of pages. */
interface WorkerScope {
  skipWaiting: () => Promise<void>
  registration: ServiceWorkerRegistration
  clients: { openWindow: (url: string) => Promise<unknown> }
  addEventListener: {
    (type: 'push', listener: (event: WaitingEvent & { data: { json: () => unknown } | null }) => void): void
    (
      type: 'notificationclick',
      listener: (event: WaitingEvent & { notification: Notification }) => void,
    ): void
  }
}

interface WaitingEvent {
  waitUntil: (work: Promise<unknown>) => void
}
