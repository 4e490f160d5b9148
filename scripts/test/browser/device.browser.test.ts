import { createECDH, randomBytes } from 'node:crypto'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { PushText } from '../../../collections/Subscriptions/subscriptions.schema.ts'
import { eventually } from './admin.ts'
import { launchChromium } from './chromium.ts'
import { plain } from './resident.ts'

/**
 * Notifications and the portal on the screen. What the portal sends to a push service is tested in
 * collections/Subscriptions; here the service of the browser's maker, which is outside, gives an address, and delivers what
 * it would have decrypted.
 */

const portal = inject('portal')

let browser: Browser
beforeAll(async () => void (browser = await launchChromium()))
afterAll(() => browser.close())

const newContext = () => browser.newContext({ viewport: { width: 360, height: 800 }, locale: 'ru-RU' })

/** The maker's service answers with an address and the keys of a device. */
const fakeService = (page: Page) => {
  const keys = createECDH('prime256v1')
  return page.addInitScript(
    ({ p256dh, auth, endpoint }) => {
      PushManager.prototype.subscribe = (options) => {
        const key = options?.applicationServerKey
        // What Chromium itself refuses: messages out of sight, and a key that is none.
        if (!options?.userVisibleOnly || typeof key !== 'string' || !/^B[\w-]{86}$/.test(key))
          return Promise.reject(new Error('Registration failed'))
        const given = Object.create(PushSubscription.prototype) as PushSubscription // a new object of it
        given.toJSON = () => ({ endpoint, keys: { p256dh, auth } })
        return Promise.resolve(given)
      }
    },
    {
      p256dh: keys.generateKeys('base64url'),
      auth: randomBytes(16).toString('base64url'),
      endpoint: `https://fcm.googleapis.com/fcm/send/${randomBytes(12).toString('hex')}`,
    },
  )
}

const open = async (page: Page) => {
  await page.goto(`${portal.url}/podpiska/`)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.getByRole('heading', { name: 'На это устройство' }).waitFor()
}
const turnOn = (page: Page) => page.getByRole('button', { name: 'Включить уведомления' }).click()
const fault = (page: Page) => page.locator('[data-device-error]')

describe('notifications', () => {
  let context: BrowserContext
  let page: Page
  beforeAll(async () => {
    context = await newContext()
    page = await context.newPage()
    await fakeService(page)
  })

  it('explains a refused permission', async () => {
    await open(page)
    // Headless Chromium asks nobody and refuses.
    await turnOn(page)
    await eventually(
      () => fault(page).innerText(),
      (words) => words === 'Браузер не разрешил уведомления. Разрешите их для портала в настройках браузера.',
    )
  })

  it('says once what is missing', async () => {
    await context.grantPermissions(['notifications'], { origin: portal.url })
    await open(page)
    await page.getByRole('radio', { name: /^Сразу/ }).check()
    await page.getByLabel(/Согласен, чтобы портал хранил/).check()
    await turnOn(page)
    await eventually(
      () => fault(page).innerText(),
      (words) => words === 'Выберите хотя бы одну тему.',
    )
  })

  it('subscribes the device to what is ticked, shows what is kept, and erases it', async () => {
    await page.locator('.subjects summary', { hasText: 'События: для кого' }).click()
    const audience = page.locator('.subjects input[name=audience]').first()
    await audience.check()
    await turnOn(page)
    await page.getByRole('heading', { name: 'Уведомления включены' }).waitFor()
    await page.getByRole('link', { name: 'Изменить темы или выключить' }).click()
    await page.getByRole('heading', { name: 'Моя подписка' }).waitFor()
    const own = page.url()
    expect(await page.locator('main').innerText()).toContain('Уведомления на этом устройстве')
    expect(await page.locator('input[name=audience]').first().isChecked()).toBe(true)
    await page.getByRole('button', { name: 'Удалить мои данные' }).click()
    await page.waitForURL((address) => !address.pathname.includes('/mine/'))
    expect((await page.goto(own))?.status()).toBe(404)
  })

  it('shows a message that arrives with the portal closed, and opens its page', async () => {
    const message: PushText = {
      title: 'Новость: отключат воду',
      body: 'С понедельника, на два дня.',
      url: `${portal.url}/slushaniya/`,
    }
    await open(page)
    const worker = context.serviceWorkers().find((running) => running.url().endsWith('/sw.js'))
    if (!worker) throw new Error('There is no worker')
    const registration = await registrationOf(page)
    await page.goto('about:blank')
    await registration.deliver(JSON.stringify(message))
    // Strings, because the worker's globals are none of this file's.
    const shown = await eventually(
      () =>
        worker.evaluate<unknown[]>(`registration
          .getNotifications()
          .then((notes) => notes.map(({ title, body, lang }) => ({ title, body, lang })))`),
      (notes) => notes.length > 0,
    )
    expect(shown).toEqual([{ title: message.title, body: message.body, lang: 'ru' }])
    // Nobody presses on a notification of a headless browser, and only a press may open a window: its address is taken down.
    const opened = await worker.evaluate(`(async () => {
      const addresses = []
      clients.openWindow = async (address) => void addresses.push(address)
      const [notification] = await registration.getNotifications()
      dispatchEvent(new NotificationEvent('notificationclick', { notification }))
      return { addresses, left: (await registration.getNotifications()).length }
    })()`)
    expect(opened).toEqual({ addresses: [message.url], left: 0 })
    expect((await page.goto(message.url))?.status()).toBe(200)
  })
})

describe('the portal on the screen', () => {
  it('is offered on the fourth visit; whoever declines is not asked again', async () => {
    const context = await newContext()
    const page = await context.newPage()
    // What Chromium dispatches when it could install a page, if it has a window to ask in.
    await page.addInitScript(() =>
      addEventListener('load', () => dispatchEvent(new Event('beforeinstallprompt', { cancelable: true }))),
    )
    const hint = page.locator('[data-install]')
    const comes = async () => {
      await page.goto(`${portal.url}/novosti/`)
      return hint.isVisible()
    }
    expect([await comes(), await comes(), await comes()]).toEqual([false, false, false])
    expect(await comes()).toBe(true)
    expect(plain(await hint.innerText())).toContain('Портал открывается и без связи')
    await hint.getByRole('button', { name: 'Не нужно' }).click()
    expect(await hint.isVisible()).toBe(false)
    for (let visits = 0; visits < 5; visits += 1) expect(await comes()).toBe(false)
    await context.close()
  })

  it('asks the browser to install it, once, for whoever agrees', async () => {
    const context = await newContext()
    const page = await context.newPage()
    await page.addInitScript(() => {
      localStorage.setItem('visits', '3')
      addEventListener('load', () => {
        const offer = new Event('beforeinstallprompt', { cancelable: true })
        const prompt = () => (document.documentElement.dataset.prompted = String(offer.defaultPrevented))
        dispatchEvent(Object.assign(offer, { prompt }))
      })
    })
    await page.goto(portal.url)
    await page.getByRole('button', { name: 'Добавить на экран' }).click()
    expect(await page.locator('html').getAttribute('data-prompted')).toBe('true')
    expect(await page.locator('[data-install]').isVisible()).toBe(false)
    await context.close()
  })
})

/** The worker's registration as the maker's service knows it. */
const registrationOf = async (page: Page) => {
  const devtools = await page.context().newCDPSession(page)
  const known = new Promise<string>((resolve) =>
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL === `${portal.url}/`)
      if (own) resolve(own.registrationId)
    }),
  )
  await devtools.send('ServiceWorker.enable')
  const registrationId = await known
  return {
    deliver: (data: string) =>
      devtools.send('ServiceWorker.deliverPushMessage', { origin: portal.url, registrationId, data }),
  }
}
