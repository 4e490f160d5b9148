import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { lettersTo } from '../mailbox.ts'
import { asRole, choose, eventually, logIn, publishStatus } from './admin.ts'
import { launchChromium } from './chromium.ts'

/** Going out: from the month to the place, for residents without JavaScript; and those who tell of it in the admin. */

const portal = inject('portal')
const mail = join(portal.dataDir, 'mail')
const resident = 'sinitsa.zapis@example.org'

let browser: Browser
let context: BrowserContext
let page: Page
let admin: Page
beforeAll(async () => {
  browser = await launchChromium()
  context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } })
  page = await context.newPage()
  admin = await (
    await browser.newContext({
      viewport: { width: 1280, height: 1000 },
      locale: 'ru-RU',
    })
  ).newPage()
})
afterAll(() => browser.close())

const siteText = async (path: string) => (await fetch(`${portal.url}${path}`)).text()
const open = (path: string) => page.goto(`${portal.url}${path}`)
const main = () => page.locator('main')
/** What stands on the page, with plain spaces. */
const words = async () => (await main().innerText()).replaceAll('\u00a0', ' ').replaceAll('\u2060', '')

const numbers = 'ноль один два три четыре пять шесть семь восемь девять десять'.split(' ')

/** The question that stands in for the puzzle, answered like a person does: not at once. */
const answerQuestion = async () => {
  const asked = await page.locator('label[for=answer]').innerText()
  const [, one = '', other = ''] = /будет (\S+) плюс (\S+)\?/.exec(asked) ?? []
  await page.locator('#answer').fill(String(numbers.indexOf(one) + numbers.indexOf(other)))
  await page.waitForTimeout(3_500)
  await page.locator('main button').click()
}

/** What a REST call of the editor makes; the clicks of the admin have tests of their own below. */
const makeEvent = async (data: object) => {
  const editor = await asRole(portal, 'editor')
  const reply = await editor('/api/events?depth=0', {
    method: 'POST',
    body: JSON.stringify({ ...data, _status: 'published' }),
  })
  expect(reply.status).toBe(201)
  const { doc } = (await reply.json()) as { doc: { id: string; slug: string } }
  return doc
}

const ahead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
const moscowDay = (moment: string) => new Date(Date.parse(moment) + 3 * 3_600_000).toISOString().slice(0, 10)

describe('promise 1: a resident without JavaScript', () => {
  it('goes from the month to the week and to one date of what repeats; a moved date says so, and it stands there once', async () => {
    const series = '/kalendar/chtenie-vsluh-po-subbotam/'
    await open(series)
    const moved = main().locator('li', { hasText: 'Перенесено' }).locator('a')
    const address = (await moved.getAttribute('href')) ?? ''
    expect(address).toMatch(/^\/kalendar\/chtenie-vsluh-po-subbotam\/\d{4}-\d{2}-\d{2}\/$/)
    await moved.click()
    expect(await main().locator('.notice s').innerText()).toMatch(/12:00/)
    expect(await words()).toContain('В субботу зал занят ёлкой')
    const day = (await main().locator('#before time').first().getAttribute('datetime')) ?? ''
    const month = moscowDay(day).slice(0, 7)
    // Once in its month, on the new day.
    await open(`/kalendar/${month}/`)
    expect(await main().locator(`.agenda a[href="${address}"]`).count()).toBe(1)
    await main().locator('a', { hasText: 'Неделя' }).click()
    await page.waitForURL(/\/kalendar\/nedelya\/$/)
    expect(await main().locator('[aria-current=date]').innerText()).toContain('сегодня')
    // From week to week until the moved date stands in one.
    for (let weeks = 0; weeks < 6; weeks += 1) {
      if ((await main().locator(`a[href="${address}"]`).count()) > 0) break
      await main().locator('a[rel=next]').click()
    }
    await main().locator(`a[href="${address}"]`).click()
    expect(new URL(page.url()).pathname).toBe(address)
  })

  it('is told of a cancelled date and why, and takes all dates home as one calendar', async () => {
    await open('/kalendar/chtenie-vsluh-po-subbotam/')
    await main().locator('li', { hasText: 'Отменено' }).locator('a').click()
    expect(await words()).toContain('В библиотеке меняют проводку')
    const file = await siteText('/kalendar/chtenie-vsluh-po-subbotam.ics')
    expect(file).toMatch(/RRULE:FREQ=WEEKLY;BYDAY=SA;UNTIL=/)
    expect(file).toMatch(/EXDATE;TZID=Europe\/Moscow:/)
    expect(file).toMatch(/RECURRENCE-ID;TZID=Europe\/Moscow:/)
    expect(file).toContain('STATUS:CANCELLED')
  })

  it('sees everything ahead as a list, by kind and by place; an empty week points to the next thing', async () => {
    await open('/kalendar/spisok/')
    expect(await main().locator('.agenda li').count()).toBeGreaterThan(10)
    await main().getByRole('link', { name: 'Официально', exact: true }).click()
    expect(await main().locator('h1').innerText()).toBe('Официально')
    await open('/kalendar/mesto/')
    await main().locator('a', { hasText: 'Библиотека' }).first().click()
    expect(await words()).toContain('Чтение вслух')
    const far = ahead(330)
    const { slug } = await makeEvent({ title: 'Канарейка в пустом месяце', startsAt: far })
    const weeks = await eventually(
      () => siteText(`/kalendar/${slug}/`),
      (html) => html.includes('Канарейка'),
    ).then(() => siteText(`/kalendar/${moscowDay(far).slice(0, 7)}/`))
    expect(weeks).toContain('Канарейка')
    await open('/kalendar/nedelya/')
    for (let steps = 0; steps < 60; steps += 1) {
      if ((await words()).includes('На этой неделе ничего не назначено')) break
      await main().locator('a[rel=next]').click()
    }
    await main().locator('.empty a').click()
    expect(new URL(page.url()).pathname).toMatch(/^\/kalendar\/[^/]+\//)
  })
})

describe('promise 16: a resident registers', () => {
  let event = { id: '', slug: '' }
  let own = ''

  it('without JavaScript, reads what comes next beside the form, and gets a letter', async () => {
    event = await makeEvent({
      title: 'Приём: канарейка и одно место',
      kind: 'reception',
      startsAt: ahead(4),
      place: { name: 'Малый зал' },
      registration: { seats: 1 },
      demo: true,
    })
    await eventually(
      () => siteText(`/kalendar/${event.slug}/`),
      (html) => html.includes('Свободно'),
    )
    await open(`/kalendar/${event.slug}/`)
    await main().locator('a', { hasText: 'Записаться' }).click()
    expect(await page.locator('aside').innerText()).toContain('лист ожидания')
    expect(await page.locator('#consentProcessing').isChecked()).toBe(false)
    await page.locator('#name').fill('Синица Записалова')
    await page.locator('#email').fill(resident)
    await page.locator('#consentProcessing').check()
    await page.locator('form.form button').click()
    await answerQuestion()
    expect(await page.locator('h1').innerText()).toBe('Вы записаны')
    const [letter = ''] = await eventually(
      () => lettersTo(mail, resident),
      (letters) => letters.length > 0,
    )
    expect(letter).toContain('Место за Вами')
    own = /http\S+\/mine\/\S+/.exec(letter)?.[0] ?? ''
    expect(own).not.toBe('')
  })

  it('with JavaScript sees the seats of now, waits when there are none, and moves up when the other cancels', async () => {
    const scripted = await (await browser.newContext({ viewport: { width: 360, height: 800 } })).newPage()
    await scripted.goto(`${portal.url}/kalendar/${event.slug}/zapis/`)
    await eventually(
      () => scripted.locator('[data-seats]').innerText(),
      (text) => text.includes('Мест нет'),
    )
    const other = 'vorobey.zapis@example.org'
    await scripted.locator('#name').fill('Воробей Ждущий')
    await scripted.locator('#email').fill(other)
    await scripted.locator('#consentProcessing').check()
    await scripted.waitForTimeout(4_000)
    await scripted.locator('form.form button').click()
    await scripted.locator('h2, h1', { hasText: 'Вы в листе ожидания' }).first().waitFor()
    await page.goto(own)
    await page.locator('button', { hasText: 'Отменить запись' }).click()
    expect(await page.locator('h1').innerText()).toBe('Запись отменена')
    await eventually(
      () => lettersTo(mail, other),
      (letters) => letters.some((letter) => letter.includes('Теперь Вы записаны')),
    )
    await page.goto(own)
    expect(await page.locator('h1').innerText()).toBe('Записи нет')
  })

  it('an editor sees how many there are and takes the list; a volunteer does not', async () => {
    await logIn(admin, portal, 'editor')
    await admin.goto(`${portal.url}/admin/collections/events/${event.id}`)
    await admin.getByText('Записались: 1').waitFor()
    const editor = await asRole(portal, 'editor')
    expect(await (await editor(`/api/registrations/csv?event=${event.id}`)).text()).toContain(
      'Воробей Ждущий',
    )
    const volunteer = await asRole(portal, 'volunteer')
    expect((await volunteer(`/api/registrations/csv?event=${event.id}`)).status).toBe(403)
    const everything = [await siteText('/api/snapshot'), await siteText(`/kalendar/${event.slug}/`)].join('')
    expect(everything).not.toMatch(/Воробей|vorobey|Синица|sinitsa/)
  })
})

describe('promise 17: the page of an audience', () => {
  it('has its meetings, the invited specialists with what they answer, and ways to subscribe', async () => {
    await open('/komu/')
    await main().locator('a', { hasText: 'Автовладельцы и ГСК' }).click()
    const text = await words()
    expect(text).toContain('Час автовладельца')
    expect(text).toContain('Общественный юрист')
    expect(text).toContain('Аренда и выкуп земли под гаражом')
    expect(text).toContain('Встреча с гаражным кооперативом «Мотор»')
    for (const name of ['файл iCalendar', 'Лентой RSS']) {
      const href = await main().locator('a', { hasText: name }).getAttribute('href')
      expect((await fetch(`${portal.url}${href}`)).status).toBe(200)
    }
    await main().locator('a', { hasText: 'Час автовладельца' }).first().click()
    expect(await words()).toContain('Инженер дорожной службы')
  })
})

describe('promise 18: before, during and after', () => {
  let address = ''

  it('a volunteer writes what repeats as a draft in the admin and cannot publish it; an editor publishes', async () => {
    await admin.context().clearCookies()
    await logIn(admin, portal, 'volunteer')
    await admin.goto(`${portal.url}/admin/collections/events/create`)
    await admin.locator('#field-title').fill('Канарейка: час у крыльца')
    await fillDate('startsAt', dateInput(hoursAgo))
    await choose(admin, 'audience', 'Старшему поколению')
    await admin.getByRole('button', { name: 'Повторение' }).click()
    await choose(admin, 'repeat__rule', 'Каждую неделю')
    await choose(admin, 'repeat__weekdays', weekdayName(hoursAgo))
    await fillDate('repeat__until', dateInput(28).slice(0, 10))
    await admin.locator('#action-save-draft').click()
    await admin.waitForURL(/events\/[0-9a-f]{24}/)
    expect(await admin.locator('#action-save').count()).toBe(0)
    const [, id = ''] = /events\/([0-9a-f]{24})/.exec(admin.url()) ?? []
    const volunteer = await asRole(portal, 'volunteer')
    const refused = await volunteer(`/api/events/${id}`, {
      method: 'PATCH',
      body: JSON.stringify({ _status: 'published' }),
    })
    expect(refused.status).toBeGreaterThanOrEqual(400)
    await admin.context().clearCookies()
    await logIn(admin, portal, 'editor')
    await admin.goto(`${portal.url}/admin/collections/events/${id}`)
    // The volunteer has just been writing in it: the admin may ask whether to take over.
    await admin.addLocatorHandler(admin.locator('#document-locked-take-over'), (button) => button.click())
    await admin.locator('#action-save').click()
    await eventually(
      () => publishStatus(admin).innerText(),
      (text) => /На сайте с/.test(text),
    )
    address = `/kalendar/${await admin.locator('#field-slug').inputValue()}/`
    const html = await siteText(address)
    expect(html.match(/href="[^"]*\/\d{4}-\d{2}-\d{2}\/"/g)?.length).toBeGreaterThanOrEqual(5)
    // Promise 17: it is on the page of its audience by itself.
    expect(await siteText('/komu/starshemu-pokoleniyu/')).toMatch(/час у\sкрыльца/)
  })

  it('an editor tells in the admin what goes on and how a date ended; its page, the home page and the series follow', async () => {
    const startsAt = ahead(hoursAgo)
    const date = `${address}${moscowDay(startsAt)}/`
    await admin.getByRole('button', { name: 'Ход события' }).click()
    const updates = admin.locator('#field-updates')
    await updates.getByRole('button', { name: /^Добавить/ }).click()
    await fillDate('updates__0__at', dateInput(hoursAgo))
    await admin.locator('#field-updates__0__text').fill('Начали: двор полон.')
    await admin.getByRole('button', { name: 'Итоги', exact: true }).click()
    const outcomes = admin.locator('#field-outcomes')
    await outcomes.getByRole('button', { name: /^Добавить: Итоги даты/ }).click()
    await fillDate('outcomes__0__day', dateInput(hoursAgo).slice(0, 10))
    await admin.locator('#field-outcomes__0__summary').fill('Канарейка спела, лавку покрасят.')
    await admin.locator('#field-outcomes__0__participants').fill('31')
    await admin.locator('#action-save').click()
    await eventually(
      () => siteText(date),
      (html) => html.includes('лавку покрасят'),
    )
    await open(date)
    const text = await words()
    expect(text).toContain('Пришли: 31 человек')
    expect(text).toContain('Начали: двор полон.')
    await eventually(
      () => siteText('/'),
      (html) => html.includes('лавку покрасят'),
    )
    await open(address)
    expect(await main().locator(`a[href="${date}"]`).count()).toBe(1)
  })

  it('an event that is over shows its chronicle, decisions, minutes, photographs and how many came', async () => {
    await open('/kalendar/vysadka-sosen-v-lesoparke/')
    const text = await words()
    expect(text).toContain('Пришли: 131 человек')
    expect(text).toContain('Посадили все. Собираем инструмент.')
    expect(text).toContain('Что решили')
    expect(await main().locator('#after img').count()).toBeGreaterThan(0)
    expect(await main().locator('a[href$=".pdf"]').count()).toBeGreaterThan(0)
  })
})

const weekdays = ['Воскресенье', 'Понедельник', 'Вторник', 'Среда', 'Четверг', 'Пятница', 'Суббота']
const weekdayName = (days: number) =>
  weekdays[new Date(Date.parse(ahead(days)) + 3 * 3_600_000).getUTCDay()] ?? ''

/** As the admin's fields are written: «28.11.2026 09:00». */
const dateInput = (days: number) => {
  const moscow = new Date(Date.parse(ahead(days)) + 3 * 3_600_000).toISOString()
  const [year, month, day] = moscow.slice(0, 10).split('-')
  return `${day}.${month}.${year} ${moscow.slice(11, 16)}`
}

const fillDate = async (field: string, text: string) => {
  await admin.locator(`#field-${field} input`).fill(text)
  await admin.locator(`#field-${field} input`).press('Enter')
}

/** Over by now (without an end three hours are assumed), and the last to have begun. */
const hoursAgo = -4 / 24
