import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { asRole, choose, eventually, logIn } from './admin.ts'
import { launchChromium } from './chromium.ts'

/** The Council at work, as a resident without JavaScript reads it, and as the editor who enters the votes. */

const portal = inject('portal')

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launchChromium()
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 800 },
  })
  page = await plain.newPage()
})
afterAll(() => browser.close())

const textOf = async (path: string) => (await fetch(`${portal.url}${path}`)).text()
const jsonOf = async <T>(path: string) => JSON.parse(await textOf(path)) as T
const mainText = async () => (await page.locator('main').innerText()).replaceAll('\u00a0', ' ')
const path = () => new URL(page.url()).pathname

/** All documents of a collection as a resident reads them over REST: the independent source of the statistics. */
const published = async <T>(collection: string) =>
  (await jsonOf<{ docs: T[] }>(`/api/${collection}?limit=1000&depth=0`)).docs

interface Session {
  id: string
  slug: string
  title: string
  status: string
  startsAt: string
  agenda: { id: string; title: string }[]
  roll: { deputy: string; present: boolean; votes: { item: string; vote: string }[] }[] | null
}

interface Row {
  person_id: string
  name: string
  kind: string
  questions_asked: number | null
  sittings: number | null
  sittings_attended: number | null
  attendance_percent: number | null
  votes_cast: number | null
  questions_answered: number | null
  questions_overdue: number | null
  questions_mature: number | null
  median_days: number | null
  receptions: number
}

interface PublicQuestion {
  addressee: string
  state: string
  createdAt: string
  registeredAt: string | null
  answeredAt: string | null
  termDays: number | null
  extendedDays: number | null
}

interface PublicReception {
  deputy: string | null
  addressee: string | null
  createdAt: string
  rules: { weekday: string; weeks: string; validFrom: string | null; validTo: string | null }[]
  exceptions: { day: string; change: string; movedTo: string | null }[]
}

interface Field {
  type: string
  nullable: boolean
  values?: string[]
}

type Fields = Record<string, Field>

interface Dictionary {
  'deputaty.csv': Fields
  'golosa.csv': Fields
  'dannye.json': Record<string, Fields>
}

interface Data extends Record<string, unknown> {
  date: string
  statistics: Row[]
  periods: ({ period: string } & Record<string, number | string | null>)[]
  vote_events: { counts: Record<string, unknown>[]; votes: Record<string, unknown>[] }[]
}

const dictionaryPath = '/deputaty/statistika/slovar.json'
const dataPath = '/deputaty/statistika/dannye.json'

describe('promise 4: the page of a deputy', () => {
  it('leads from the list to the person, their district, receptions, votes and the sitting', async () => {
    await page.goto(`${portal.url}/deputaty/`)
    await page.getByRole('link', { name: 'Мария Львовна Условная' }).click()
    const text = await mainText()
    expect(text).toContain('округ № 2')
    for (const part of [
      'Приём',
      'Вопросы и ответы',
      'Заседания и голоса',
      'Округ',
      'Связь',
      'Созыв 2025 года',
    ])
      expect(text).toContain(part)
    expect(text).toMatch(/Посещено \d+ из \d+ заседаний/)
    await page.locator('#golosa a[href^="/zasedaniya/"]').first().click()
    expect(path()).toMatch(/^\/zasedaniya\/[^/]+\/$/)
    expect(await mainText()).toContain('Условная М. Л.')
  })

  it('of a former one stays, marked, apart from those in office', async () => {
    await page.goto(`${portal.url}/deputaty/`)
    const former = page.locator('#byvshie a')
    expect(await former.allInnerTexts()).toEqual(['Людмила Николаевна Допустимова'])
    expect(await page.locator('#okrug-2').innerText()).not.toContain('Допустимова')
    await former.click()
    expect(await mainText()).toContain('Бывший депутат')
    expect(await page.locator('#golosa tbody tr').count()).toBeGreaterThan(0)
    expect(await page.getByRole('link', { name: 'Задать вопрос', exact: true }).count()).toBe(0)
  })
})

describe('promise 9: the social networks of a deputy', () => {
  it('are named with their network, whether official, and when that was checked', async () => {
    await page.goto(`${portal.url}/deputaty/mariya-uslovnaya/`)
    const text = await mainText()
    expect(text).toMatch(/ВКонтакте, официальная страница/)
    expect(text).toMatch(/проверена \d+ \S+ 20\d\d/)
    expect(await page.locator('a[href^="https://vk.example/"]').count()).toBe(1)
  })
})

describe('promises 4 and 9: the editor', () => {
  it('adds a page in a social network and a committee in the admin, and the page of the deputy shows them', async () => {
    const address = '/deputaty/anton-maketov/'
    const [deputy] = (
      await jsonOf<{ docs: { id: string }[] }>('/api/deputies?where[slug][equals]=anton-maketov&depth=0')
    ).docs
    const context = await browser.newContext({ viewport: { width: 1280, height: 1000 }, locale: 'ru-RU' })
    const admin = await context.newPage()
    await logIn(admin, portal, 'editor')
    await admin.goto(`${portal.url}/admin/collections/deputies/${deputy?.id}`)
    const committees = admin.locator('#field-committees')
    const count = await committees.locator('.array-field__row').count()
    await committees.getByRole('button', { name: /^Добавить/ }).click()
    await admin.locator(`#field-committees__${count}__name`).fill('Проверочная комиссия')
    await admin.getByRole('button', { name: 'Контакты', exact: true }).click()
    const links = admin.locator('#field-links')
    const row = await links.locator('.array-field__row').count()
    await links.getByRole('button', { name: /^Добавить/ }).click()
    await choose(admin, `links__${row}__network`, 'Одноклассники')
    await admin.locator(`#field-links__${row}__url`).fill('https://ok.ru/proverka-maketov')
    await admin.locator('#action-save').click()
    await eventually(
      () => textOf(address),
      (html) => html.includes('https://ok.ru/proverka-maketov'),
    )
    await page.goto(`${portal.url}${address}`)
    const text = await mainText()
    expect(text).toContain('Проверочная комиссия')
    expect(text).toContain('Одноклассники')
    await context.close()
  })
})

describe('promise 14: a sitting of the Council', () => {
  it('is found in the list and in the calendar, and says how to attend before it begins', async () => {
    await page.goto(`${portal.url}/zasedaniya/`)
    await page.locator('main section').first().locator('a').first().click()
    const sitting = path()
    const text = await mainText()
    expect(text).toMatch(/Как прийти жителю\s+Вход свободный по паспорту/)
    expect(text).toContain('Повестка')
    const month = await page.locator('main time[datetime]').first().getAttribute('datetime')
    const calendar = await textOf(`/kalendar/${month?.slice(0, 7)}/`)
    expect(calendar).toContain(`href="${sitting}"`)
    const ics = await textOf(sitting.replace(/\/$/, '.ics'))
    expect(ics).toMatch(/BEGIN:VEVENT[^]*UID:session-/)
    expect(await textOf('/kalendar/vse.ics')).toContain(/UID:(\S+)/.exec(ics)?.[1])
  })

  it('tells decision, result in words and the votes by name that the database holds', async () => {
    const sessions = await published<Session>('sessions')
    const held = sessions.find(({ status }) => status === 'held')
    if (!held) throw new Error('The seed has no sitting that was held')
    await page.goto(`${portal.url}/zasedaniya/${held.slug}/`)
    const items = page.locator('ol.agenda > li')
    expect(await items.count()).toBe(held.agenda.length)
    for (const [index, { id, title }] of held.agenda.entries()) {
      const votes = (held.roll ?? []).flatMap((entry) => entry.votes.filter(({ item }) => item === id))
      const yes = votes.filter(({ vote }) => vote === 'for').length
      const item = items.nth(index)
      const text = (await item.innerText()).replaceAll('\u00a0', ' ')
      expect(text).toContain(title)
      expect(text).toContain(`${yes} за`)
      await item.locator('summary').click()
      expect(await item.locator('tbody td a').count()).toBe(votes.length)
    }
    expect(await mainText()).toContain('Кворум')
    // The player alone has a script, where there is a recording.
    const players = await page.locator('[data-player]').count()
    expect(await page.locator('script[src]').count()).toBe(Math.min(players, 1))
    expect(await page.locator('script[type="application/ld+json"]').first().textContent()).toContain(
      '"Event"',
    )
  })
})

describe('promise 5: the statistics of the deputies', () => {
  it('are what a count of our own over the database gives, in the data and in the table', async () => {
    const [sessions, { statistics }] = await Promise.all([
      published<Session>('sessions'),
      jsonOf<Data>(dataPath),
    ])
    const rolls = sessions.filter(({ status }) => status === 'held').map(({ roll }) => roll ?? [])
    const own = new Map<string, { sittings: number; attended: number; cast: number }>()
    for (const { deputy, present, votes } of rolls.flat()) {
      const sum = own.get(deputy) ?? { sittings: 0, attended: 0, cast: 0 }
      own.set(deputy, {
        sittings: sum.sittings + 1,
        attended: sum.attended + Number(present),
        cast: sum.cast + votes.filter(({ vote }) => vote !== 'absent').length,
      })
    }
    expect(own.size).toBe(32)
    await page.goto(`${portal.url}/deputaty/statistika/`)
    for (const [id, { sittings, attended, cast }] of own) {
      const row = statistics.find(({ person_id }) => person_id === id)
      expect(row).toMatchObject({
        sittings,
        sittings_attended: attended,
        attendance_percent: Math.round((100 * attended) / sittings),
        votes_cast: cast,
      })
      const cells = page.locator('tbody tr', { hasText: row?.name ?? '' }).first()
      const text = (await cells.innerText()).replaceAll('\u00a0', ' ')
      expect(text).toContain(`${row?.attendance_percent} %, ${attended} из ${sittings}`)
    }
  })

  it('count questions, days, delays and receptions as a count of our own does, and say why of a few they count none', async () => {
    const [addressees, questions, receptions, { statistics, date }] = await Promise.all([
      published<{ id: string; deputy: string | null }>('addressees'),
      published<PublicQuestion>('questions'),
      published<PublicReception>('receptions'),
      jsonOf<Data>(dataPath),
    ])
    let tooFew = 0
    for (const row of statistics) {
      const ids = addressees
        .filter(({ id, deputy }) => id === row.person_id || deputy === row.person_id)
        .map(({ id }) => id)
      const own = questions.filter(({ addressee }) => ids.includes(addressee))
      const { asked, answered, median, mature, overdue } = countOf(own, date)
      const held = receptions
        .filter(({ deputy, addressee }) => deputy === row.person_id || ids.includes(addressee ?? ''))
        .flatMap((reception) => receptionDays(reception, daysBefore(date, 365), date)).length
      expect(row, row.name).toMatchObject({
        questions_asked: atLeastFive(asked, asked),
        questions_answered: atLeastFive(answered, answered),
        median_days: atLeastFive(answered, median),
        questions_mature: atLeastFive(mature, mature),
        questions_overdue: atLeastFive(mature, overdue),
        receptions: held,
      })
      if (asked < 5) tooFew += 1
    }
    expect(tooFew).toBeGreaterThan(0)
    // Figures that are all null or all nought would agree with any count.
    const known = (field: keyof Row) => statistics.filter((row) => row[field]).length
    expect(known('median_days')).toBeGreaterThan(2)
    expect(known('questions_overdue')).toBeGreaterThan(1)
    expect(known('receptions')).toBeGreaterThan(20)
    await page.goto(`${portal.url}/deputaty/statistika/`)
    expect(await mainText()).toContain('мало вопросов, чтобы считать')
  })

  it('compare halves of years as a count of our own does', async () => {
    const [sessions, questions, receptions, { periods, date }] = await Promise.all([
      published<Session>('sessions'),
      published<PublicQuestion>('questions'),
      published<PublicReception>('receptions'),
      jsonOf<Data>(dataPath),
    ])
    const halfOf = (moment: string) =>
      `${moscowDay(moment).slice(0, 4)}-${moscowDay(moment).slice(5) < '07' ? 1 : 2}`
    expect(periods.length).toBeGreaterThan(1)
    for (const row of periods) {
      const held = sessions.filter(
        ({ status, roll, startsAt }) => status === 'held' && roll?.length && halfOf(startsAt) === row.period,
      )
      const entries = held.flatMap(({ roll }) => roll ?? [])
      const { asked, answered, median } = countOf(
        questions.filter(({ registeredAt, createdAt }) => halfOf(registeredAt ?? createdAt) === row.period),
        date,
      )
      const [year, half] = row.period.split('-')
      const from = half === '1' ? `${year}-01-01` : `${year}-07-01`
      const end = half === '1' ? `${year}-07-01` : `${Number(year) + 1}-01-01`
      expect(row).toMatchObject({
        sittings: held.length,
        attendance_percent:
          entries.length === 0
            ? null
            : Math.round((100 * entries.filter(({ present }) => present).length) / entries.length),
        votes_cast: entries.flatMap(({ votes }) => votes).filter(({ vote }) => vote !== 'absent').length,
        questions_asked: atLeastFive(asked, asked),
        questions_answered: atLeastFive(answered, answered),
        median_days: atLeastFive(answered, median),
        receptions: receptions.flatMap((reception) => receptionDays(reception, from, end < date ? end : date))
          .length,
      })
    }
    await page.goto(`${portal.url}/deputaty/statistika/`)
    const rows = await page.locator('table.periods tbody tr').allInnerTexts()
    expect(rows.map((text) => Number(text.trim().split(/\s+/).at(-1)))).toEqual(
      periods.map((row) => row.receptions),
    )
  })

  it('are sorted without JavaScript, by links', async () => {
    await page.goto(`${portal.url}/deputaty/`)
    await page.getByRole('link', { name: /^Статистика: явка/ }).click()
    await page.getByRole('link', { name: 'по явке' }).click()
    expect(path()).toBe('/deputaty/statistika/po-yavke/')
    const shares = (
      await page.locator('table').first().locator('td[data-label="Явка"]').allInnerTexts()
    ).flatMap((text) => {
      const share = /^(\d+)/.exec(text)?.[1]
      return share === undefined ? [] : Number(share)
    })
    expect(shares.length).toBeGreaterThan(30)
    expect(shares).toEqual(shares.toSorted((a, b) => b - a))
    expect(new Set(shares).size).toBeGreaterThan(1)
    expect(await page.locator('script[src]').count()).toBe(0)
  })

  it('are open data that keep to their dictionary, field by field', async () => {
    const [dictionary, data] = await Promise.all([jsonOf<Dictionary>(dictionaryPath), jsonOf<Data>(dataPath)])
    for (const file of ['deputaty.csv', 'golosa.csv'] as const) {
      const [head = [], ...rows] = readCsv(await textOf(`/deputaty/statistika/${file}`))
      expect(head).toEqual(Object.keys(dictionary[file]))
      expect(rows.length).toBeGreaterThan(30)
      for (const row of rows)
        head.forEach((name, index) => expectField(dictionary[file][name], row[index] || null, name))
    }
    const lists = dictionary['dannye.json']
    const rowsOf: Record<string, unknown> = {
      ...data,
      counts: data.vote_events.flatMap(({ counts }) => counts),
      votes: data.vote_events.flatMap(({ votes }) => votes),
    }
    for (const [list, fields] of Object.entries(lists)) {
      const rows = rowsOf[list] as Record<string, unknown>[]
      expect(rows.length, list).toBeGreaterThan(0)
      for (const row of rows) {
        expect(Object.keys(row)).toEqual(Object.keys(fields))
        for (const [name, value] of Object.entries(row)) expectField(fields[name], value, `${list}.${name}`)
      }
    }
  })
})

describe('promise 5: the editor', () => {
  it('enters attendance and votes in one table by keyboard, and they are on the site', async () => {
    const sessions = await published<Session>('sessions')
    const ahead = sessions.find(({ status }) => status === 'scheduled')
    if (!ahead) throw new Error('The seed has no sitting ahead')
    const editor = await asRole(portal, 'editor')
    // It took place yesterday; what was decided is entered today.
    await editor(`/api/sessions/${ahead.id}`, {
      method: 'PATCH',
      body: JSON.stringify({
        startsAt: new Date(Date.now() - 86_400_000).toISOString(),
        endsAt: null,
        status: 'held',
        _status: 'published',
      }),
    })
    const castBefore = await castOf('Мария Львовна Условная')
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'ru-RU' })
    const admin = await context.newPage()
    await logIn(admin, portal, 'editor')
    await admin.goto(`${portal.url}/admin/collections/sessions/${ahead.id}`)
    await admin.getByRole('button', { name: 'Кто был и как голосовал' }).click()
    const grid = admin.locator('.portal-roll')
    await grid.getByRole('button', { name: 'Отметить всех присутствующими' }).click()
    expect(await grid.locator('tbody tr').count()).toBe(31)
    const boxes = grid.locator('tbody input[type=checkbox]')
    await boxes.nth(1).uncheck()
    const first = grid.locator('tbody tr').nth(0).locator('select').first()
    await first.focus()
    await admin.keyboard.press('ArrowDown')
    await admin.keyboard.press('ArrowDown')
    await expectValue(first, 'against')
    // The second is absent, so Enter goes to the third.
    await admin.keyboard.press('Enter')
    for (let times = 0; times < 3; times += 1) await admin.keyboard.press('ArrowDown')
    await expectValue(grid.locator('tbody tr').nth(2).locator('select').first(), 'abstained')
    expect(await grid.locator('tbody tr').nth(1).locator('select').first().isDisabled()).toBe(true)
    await grid.getByRole('button', { name: /^Остальным — «за»/ }).click()
    expect(await grid.locator('tfoot td').nth(1).innerText()).toBe('28 / 1 / 1')
    await admin.locator('#action-save').click()
    const html = await eventually(
      () => textOf(`/zasedaniya/${ahead.slug}/`),
      (text) => text.replaceAll('\u00a0', ' ').includes('28 за, 1 против, 1 воздержался'),
    )
    expect(html).toContain('Кто как голосовал')
    // The statistics and the orders of the table follow, and the page of the deputy.
    await eventually(
      () => castOf('Мария Львовна Условная'),
      (cast) => cast === castBefore + ahead.agenda.length,
    )
    expect(await textOf('/deputaty/statistika/po-golosam/')).toContain('aria-sort="descending"')
    expect(await textOf('/deputaty/mariya-uslovnaya/')).toContain(`href="/zasedaniya/${ahead.slug}/"`)
    await context.close()
  })
})

const castOf = async (name: string) =>
  (await jsonOf<Data>(dataPath)).statistics.find((row) => row.name === name)?.votes_cast ?? 0

const expectValue = async (select: ReturnType<Page['locator']>, value: string) =>
  expect(await select.inputValue()).toBe(value)

function expectField(field: Field | undefined, value: unknown, name: string): void {
  if (!field) throw new Error(`The dictionary does not know ${name}`)
  if (value === null) {
    expect(field.nullable, name).toBe(true)
    return
  }
  if (field.type === 'list') expect(Array.isArray(value), name).toBe(true)
  else expect(typeof value === 'number' ? String(value) : value, name).toMatch(shapes[field.type] ?? /^\S/)
  if (field.values) expect(field.values, name).toContain(value)
}

const shapes: Record<string, RegExp> = { integer: /^\d+$/, date: /^\d{4}-\d\d-\d\d$/ }

/** RFC 4180 with semicolons, as lib/csv.ts writes it. */
function readCsv(text: string): string[][] {
  const lines = text
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n')
  return lines.map((line) =>
    [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(
      ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
    ),
  )
}

// A count of our own, in other words than the site's: nothing of its code is used here.

const moscowDay = (moment: string): string =>
  new Date(Date.parse(moment) + 3 * 3_600_000).toISOString().slice(0, 10)
const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10)
const daysApart = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000
const atLeastFive = (group: number, figure: number | null): number | null => (group >= 5 ? figure : null)

function countOf(questions: PublicQuestion[], today: string) {
  const days: number[] = []
  let [mature, overdue] = [0, 0]
  for (const { state, createdAt, registeredAt, answeredAt, termDays, extendedDays } of questions) {
    const registered = registeredAt ? moscowDay(registeredAt) : daysBefore(moscowDay(createdAt), -3)
    const last = daysBefore(registered, -((termDays ?? 30) + (extendedDays ?? 0)))
    if (answeredAt) days.push(daysApart(registered, moscowDay(answeredAt)))
    const isWaiting = ['published', 'forwarded', 'extended'].includes(state)
    if (answeredAt || (isWaiting && today > last)) mature += 1
    if (answeredAt ? moscowDay(answeredAt) > last : isWaiting && today > last) overdue += 1
  }
  days.sort((a, b) => a - b)
  const median = days[Math.floor((days.length - 1) / 2)] ?? null
  return { asked: questions.length, answered: days.length, median, mature, overdue }
}

/** The days on which it took place, from one day to the day before another. */
function receptionDays(
  { createdAt, rules, exceptions }: PublicReception,
  from: string,
  end: string,
): string[] {
  const held: string[] = []
  const changed = exceptions.filter(({ change }) => change !== 'extra').map(({ day }) => moscowDay(day))
  // A change may lead into the span from without.
  for (let day = daysBefore(from, 60); day < daysBefore(end, -60); day = daysBefore(day, -1))
    for (const { weekday, weeks, validFrom, validTo } of rules) {
      if (day < moscowDay(validFrom ?? createdAt) || (validTo && day > moscowDay(validTo))) continue
      const date = new Date(day)
      if ((date.getUTCDay() || 7) !== Number(weekday)) continue
      const dayOfMonth = date.getUTCDate()
      const isLast = daysBefore(day, -7).slice(0, 7) !== day.slice(0, 7)
      if (weeks === 'last' ? !isLast : weeks !== 'every' && Math.ceil(dayOfMonth / 7) !== Number(weeks))
        continue
      if (!changed.includes(day)) held.push(day)
      for (const { day: planned, change, movedTo } of exceptions)
        if (change === 'moved' && moscowDay(planned) === day) held.push(movedTo ? moscowDay(movedTo) : day)
    }
  for (const { day, change } of exceptions) if (change === 'extra') held.push(moscowDay(day))
  return held.filter((day) => day >= from && day < end)
}
