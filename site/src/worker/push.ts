import type { PushText } from '../../../collections/Subscriptions/subscriptions.schema.ts'

declare const self: WorkerScope

/** Shows what the portal pushes, and opens its page when it is pressed. */
export function answerPush(): void {
  self.addEventListener('push', (event) => {
    if (!event.data) return
    // The portal's own message: collections/Subscriptions/push.ts.
    const { title, body, url } = event.data.json() as PushText
    event.waitUntil(
      self.registration.showNotification(title, {
        body,
        lang: 'ru',
        icon: '/icon-192.png',
        badge: '/icon-192.png',
        data: url,
      }),
    )
  })
  self.addEventListener('notificationclick', (event) => {
    event.notification.close()
    const url: unknown = event.notification.data
    if (typeof url === 'string') event.waitUntil(self.clients.openWindow(url))
  })
}
