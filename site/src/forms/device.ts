import { subjectKinds, subscriptionPaths } from '../../../collections/Subscriptions/subscriptions.schema.ts'
import { consents } from '../../../collections/forms/consents.schema.ts'
import type { FormErrors, Receipt } from '../../../collections/forms/form.schema.ts'
import { showReceipt } from './receipt.ts'

/* Notifications for this device, about what is ticked in the form above. Where a browser has none, nothing is offered. */

const place = document.querySelector<HTMLElement>('[data-device]')
const button = place?.querySelector('button')
const error = place?.querySelector('[data-device-error]')
const form = document.querySelector<HTMLFormElement>('form[data-form]')

if (place && button && form && 'serviceWorker' in navigator && 'PushManager' in window) {
  void offeredKey().then((key) => {
    if (!key) return
    place.hidden = false
    button.addEventListener('click', () => void subscribe(key))
  })
}

/** Null when the portal sends none. */
async function offeredKey(): Promise<string | null> {
  const response = await fetch(subscriptionPaths.device).catch(() => null)
  // The endpoint answers so.
  return response?.ok ? ((await response.json()) as { key: string }).key : null
}

async function subscribe(applicationServerKey: string): Promise<void> {
  if (!form || !error) return
  error.textContent = ''
  const chosen = new FormData(form)
  try {
    if ((await Notification.requestPermission()) !== 'granted') {
      error.textContent = 'Браузер не разрешил уведомления. Разрешите их для портала в настройках браузера.'
      return
    }
    const worker = await navigator.serviceWorker.ready
    const { endpoint, keys } = (
      await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey })
    ).toJSON()
    const body = {
      ...Object.fromEntries(subjectKinds.map(({ value: kind }) => [kind, chosen.getAll(kind)])),
      rhythm: chosen.get('rhythm'),
      [consents.letters.name]: chosen.get(consents.letters.name),
      endpoint,
      p256dh: keys?.['p256dh'],
      auth: keys?.['auth'],
    }
    const response = await fetch(subscriptionPaths.device, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', accept: 'application/json' },
    })
    // Endpoints of forms answer in one of these shapes.
    const reply = (await response.json()) as Receipt | FormErrors
    if ('error' in reply)
      error.textContent = [...new Set([reply.error, ...Object.values(reply.fields ?? {})])].join(' ')
    else showReceipt(form, reply)
  } catch {
    error.textContent = 'Не получилось: служба уведомлений браузера не отвечает. Попробуйте позже.'
  }
}
