import { experimental_AstroContainer as AstroContainer } from 'astro/container'
import type { APIContext } from 'astro'
import type { AstroComponentFactory } from 'astro/runtime/server/index.js'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { documentOf, openWith, testContent, testNow } from '../../test/content.ts'
import { apply, currentSnapshot, viewOf, withView, type Change } from '../cms/resident.ts'
import { plannedDays } from '../../../collections/Events/dates.schema.ts'
import { datesOf, type Event, type EventDate } from '../cms/index.ts'
import EventRoute from '../pages/kalendar/[slug].astro'
import DateRoute from '../pages/kalendar/[slug]/[day].astro'
import { GET as eventFile } from '../pages/kalendar/[slug].ics.ts'
import { GET as dateFile } from '../pages/kalendar/[slug]/[day].ics.ts'
import { GET as feed } from '../pages/lenty/[kind]/[value]/rss.xml.ts'

/** One event, all outputs: whoever reads it anywhere learns the same. The pages and files are those of the site. */

/** Astro's checker gives a page without props the type of a function of nothing. */
const routeOf = (page: unknown): AstroComponentFactory => {
  if (typeof page !== 'function') throw new Error('This is no page of Astro')
  return page as AstroComponentFactory // what the compiler makes of every .astro file
}
const routes = { date: routeOf(DateRoute), event: routeOf(EventRoute) }
const zones = ['UTC', 'Europe/Moscow', 'Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kolkata']
const site = 'https://portal.example'
const ownZone = process.env['TZ']
let container: AstroContainer
beforeAll(async () => {
  await openWith()
  container = await AstroContainer.create({ astroConfig: { site } })
})
afterAll(() => {
  if (ownZone === undefined) delete process.env['TZ']
  else process.env['TZ'] = ownZone
})

/** What each output tells: minutes in UTC, or days when it lasts the whole day (the last one included). */
interface Told {
  title: string
  start: string
  end: string | null
  place: string
  status: string
}

const moscow = (day: string, minutes: number) =>
  new Date(Date.parse(`${day}T00:00:00+03:00`) + minutes * 60_000).toISOString()
const plusDays = (day: string, count: number) =>
  new Date(Date.parse(`${day}T12:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
const moscowDay = (moment: string) => new Date(Date.parse(moment) + 3 * 3_600_000).toISOString().slice(0, 10)

const word = fc
  .array(
    fc.constantFrom('Встреча', '«Мотор»', 'A & B', '<двор>', 'дом', '№ 5', 'ГСК', '100%', 'ёлка', "O'Hara"),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((words) => words.join(' '))
const day = fc.integer({ min: -400, max: 700 }).map((n) => plusDays('2026-11-23', n))

const events = fc
  .record({
    title: word,
    first: day,
    minutes: fc.integer({ min: 0, max: 1439 }),
    length: fc.option(fc.integer({ min: 1, max: 3000 })),
    allDay: fc.boolean(),
    name: fc.option(word.map((words) => `Зал ${words}`)),
    address: fc.option(word),
    status: fc.constantFrom('scheduled' as const, 'moved' as const, 'cancelled' as const),
    reason: fc.option(word),
    was: fc.integer({ min: -20, max: 20 }),
    rule: fc.constantFrom(
      'once' as const,
      'once' as const,
      'weekly' as const,
      'monthDay' as const,
      'monthWeekday' as const,
    ),
    weekdays: fc.uniqueArray(fc.constantFrom('1', '3', '6', '7'), { minLength: 1 }),
    weeks: fc.constantFrom('1', '2', '4', 'last'),
    monthDay: fc.integer({ min: 1, max: 31 }),
    term: fc.integer({ min: 30, max: 90 }),
    changes: fc.array(
      fc.record({
        which: fc.nat(12),
        change: fc.constantFrom('cancelled', 'moved', 'skipped'),
        by: fc.integer({ min: -2, max: 5 }),
        place: fc.option(word),
        note: fc.option(word),
      }),
      { maxLength: 4 },
    ),
    zone: fc.constantFrom(...zones),
  })
  .map(({ zone, ...parts }) => ({ zone, event: eventOf(parts) }))

interface Parts {
  title: string
  first: string
  minutes: number
  length: number | null
  allDay: boolean
  name: string | null
  address: string | null
  status: string
  reason: string | null
  was: number
  rule: 'once' | 'weekly' | 'monthDay' | 'monthWeekday'
  weekdays: string[]
  weeks: string
  monthDay: number
  term: number
  changes: { which: number; change: string; by: number; place: string | null; note: string | null }[]
}

function eventOf({ first, minutes, length, was, changes, term, name, address, ...parts }: Parts): object {
  const isSeries = parts.rule !== 'once'
  const startsAt = moscow(first, parts.allDay ? 0 : minutes)
  const repeat = { ...parts, until: moscow(plusDays(first, term), 720) }
  const planned = isSeries ? plannedDays({ startsAt, repeat }) : []
  const taken = new Set<string>()
  const exceptions = changes.flatMap(({ which, change, by, place, note }) => {
    const date = planned[which % Math.max(1, planned.length)]
    if (!date || taken.has(date)) return []
    taken.add(date)
    return [
      {
        day: moscow(date, 720),
        change,
        startsAt: moscow(plusDays(date, by), parts.allDay ? 0 : minutes),
        place,
        note,
      },
    ]
  })
  return {
    ...documentOf(testContent(), 'events', 'e-skoro'),
    title: parts.title,
    allDay: parts.allDay,
    startsAt,
    endsAt: length ? moscow(first, minutes + length) : null,
    place: { name, address },
    status: isSeries ? 'scheduled' : parts.status,
    statusReason: parts.reason,
    previousStartsAt: !isSeries && parts.status === 'moved' ? moscow(plusDays(first, was), minutes) : null,
    repeat: isSeries ? { ...repeat, exceptions } : { rule: 'once' },
    publishedAt: '2024-01-01T09:00:00.000Z',
  }
}

it('title, start, end, place and status of 500 events are the same wherever they are told, in every time zone', async () => {
  let dates = 0
  const offsets = new Set<number>()
  await fc.assert(
    fc.asyncProperty(events, async ({ zone, event }) => {
      process.env['TZ'] = zone
      offsets.add(testNow.getTimezoneOffset())
      // A document like those of the fixture, and nothing but it.
      const doc = event as Event
      const others = currentSnapshot().collections.events.sorted.map(({ id }) => ({
        collection: 'events',
        id,
        doc: null,
      }))
      const changes = [...others, { collection: 'events', id: doc.id, doc }] as Change[]
      const snapshot = apply({ changes, revision: 2 })
      await withView(viewOf(snapshot, testNow), async () => {
        const all = datesOf(doc)
        const series = readIcs(await textOf(eventFile, { slug: doc.slug ?? '' }), doc.allDay ?? false)
        // Another program finds as many dates.
        expect(series.length).toBe(all.length)
        const items = await feedItems()
        const changed = all.filter(({ status }) => status !== 'scheduled')
        for (const date of new Set([...changed.slice(0, 2), ...all.slice(0, 1), ...all.slice(-1)])) {
          dates += 1
          await agree(date, { series, items })
        }
      })
    }),
    { numRuns: 500 },
  )
  expect(dates).toBeGreaterThan(500)
  // The zone of this process has really changed.
  expect(offsets.size).toBe(zones.length)
}, 600_000)

async function agree(date: EventDate, { series, items }: { series: Told[]; items: Map<string, Item> }) {
  const path = `/kalendar/${date.slug}/${date.day ? `${date.day}/` : ''}`
  const params = { slug: date.slug ?? '', ...(date.day ? { day: date.day } : {}) }
  const html = await container.renderToString(date.day ? routes.date : routes.event, {
    params,
    request: new Request(`${site}${path}`),
    partial: false,
  })
  const truth = told(date)
  expect(readPage(html), 'page').toEqual(truth)
  // On paper what is for the screen alone is left out.
  expect(readPage(html.replace(/<(section|nav|a)\b[^>]*screen-only[\s\S]*?<\/\1>/g, '')), 'print').toEqual(
    truth,
  )
  expect(readJsonLd(html, date.allDay ?? false), 'JSON-LD').toEqual(truth)
  const head = { title: meta(html, 'og:title'), text: meta(html, 'og:description') }
  expect(readWords({ ...head, day: date.day, place: truth.place }), 'Open Graph').toEqual(truth)
  const item = items.get(path)
  if (item) expect(readWords({ ...item, day: undefined, place: truth.place }), 'RSS').toEqual(truth)
  // What is far ahead has not been announced yet, and a feed holds the last fifty.
  else expect(items.size === 50 || isFarAhead(date)).toBe(true)
  expect(series, 'calendar').toContainEqual(icsTruth(truth))
  if (!date.day) return
  const own = readIcs(await textOf(dateFile, params), date.allDay ?? false)
  expect(own, 'file of the date').toEqual([icsTruth(truth)])
}

const isFarAhead = ({ day, startsAt }: EventDate) =>
  day !== undefined && Date.parse(startsAt) > testNow.getTime() + 13 * 86_400_000

/** From the document itself. */
function told({ title, startsAt, endsAt, allDay, place, status }: EventDate): Told {
  const end = endsAt && endsAt > startsAt ? endsAt : null
  return {
    title: squeeze(title),
    start: allDay ? moscowDay(startsAt) : minute(startsAt),
    end: allDay ? moscowDay(end ?? startsAt) : end && minute(end),
    place: squeeze([place?.name, place?.address].filter(Boolean).join(', ')),
    status,
  }
}

/** A calendar program has no word for «moved»: it moves its entry. */
const icsTruth = (truth: Told): Told => ({
  ...truth,
  status: truth.status === 'cancelled' ? 'cancelled' : 'scheduled',
})

const minute = (moment: string) => new Date(moment).toISOString().slice(0, 16)
const squeeze = (text: string) =>
  text
    .replace(/[\u00a0\s]+/g, ' ')
    .replaceAll('\u2060', '')
    .replaceAll('\u2011', '-')
    .trim()
const unescaped = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
const textIn = (html: string) => squeeze(unescaped(html.replace(/<br[^>]*>/g, ', ').replace(/<[^>]+>/g, '')))
const meta = (html: string, name: string) =>
  squeeze(unescaped(new RegExp(`property="${name}" content="([^"]*)"`).exec(html)?.[1] ?? ''))

function readPage(html: string): Told {
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  const fact = (label: string) =>
    new RegExp(`<dt[^>]*>${label}</dt>\\s*<dd[^>]*>([\\s\\S]*?)</dd>`).exec(main)?.[1] ?? ''
  const when = textIn(/<b[^>]*>[\s\S]*?<\/b>/.exec(fact('Время'))?.[0] ?? '')
  const place = textIn(fact('Место').split(/<br[^>]*>\s*<(?:a|span)/)[0] ?? '')
  const notice = /Событие (отменено|перенесено)\./.exec(main)?.[1]
  return {
    title: textIn(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(main)?.[1] ?? ''),
    ...period(when),
    place: place === 'Не указано' ? '' : place,
    status: notice === 'отменено' ? 'cancelled' : notice ? 'moved' : 'scheduled',
  }
}

function readJsonLd(html: string, isWhole: boolean): Told {
  const blocks = [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)].map(
    ([, text = '']) =>
      JSON.parse(text) as Record<string, string> & { location?: { name: string; address?: string } },
  )
  const event = blocks.find((block) => block['@type'] === 'Event')
  const { name = '', address } = event?.location ?? {}
  const at = (value: string | undefined) => (value ? (isWhole ? value : minute(value)) : null)
  const status = event?.['eventStatus']?.replace('https://schema.org/Event', '') ?? ''
  return {
    title: squeeze(event?.['name'] ?? ''),
    start: at(event?.['startDate']) ?? '',
    end: at(event?.['endDate']),
    place: squeeze([...new Set([name, address].filter(Boolean))].join(', ')),
    status: { Scheduled: 'scheduled', Rescheduled: 'moved', Cancelled: 'cancelled' }[status] ?? status,
  }
}

interface Item {
  title: string
  text: string
}

/** A title and sentences: «Отменено. Суббота, 5 декабря 2026, 18:00. Дом культуры. …» */
function readWords({ title, text, day, place }: Item & { day: string | undefined; place: string }): Told {
  const [, state = '', rest = ''] = /^(Отменено\. |Перенесено[^.]*\. )?([\s\S]*)$/.exec(text) ?? []
  const [when = '', ...more] = rest.split('. ')
  const after = more.join('. ')
  const own = day ? title.replace(/, \d+ \S+ \d{4}$/, '') : title
  return {
    title: own.replace(/^Отменено: /, ''),
    ...period(when.replace(/\.$/, '')),
    place: place && after.startsWith(place) ? place : '',
    status: state.startsWith('Отменено') ? 'cancelled' : state ? 'moved' : 'scheduled',
  }
}

const months = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ')

/** «Суббота, 5 декабря 2026, 18:00–20:00» and the other shapes of periodText; without a year it is that of the test. */
function period(text: string): Pick<Told, 'start' | 'end'> {
  const [from = '', to] = squeeze(text).split(' — ')
  const part = (words: string) => {
    const [, date = '1', month = '', year = '2026', hours = ''] =
      /^\S+, (\d+) (\S+?)(?: (\d{4}))?(?:, (.*))?$/.exec(words) ?? []
    const number = String(months.indexOf(month.replace(/,$/, '')) + 1).padStart(2, '0')
    return { day: `${year}-${number}-${date.padStart(2, '0')}`, hours }
  }
  const at = (day: string, clock: string) =>
    minute(moscow(day, Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))))
  const first = part(from)
  if (to) {
    const last = part(to)
    return first.hours
      ? { start: at(first.day, first.hours), end: at(last.day, last.hours) }
      : { start: first.day, end: last.day }
  }
  if (first.hours === 'весь день') return { start: first.day, end: first.day }
  const [start = '', end] = first.hours.split('–')
  return { start: at(first.day, start), end: end ? at(first.day, end) : null }
}

// The routes read their params and address; the rest of the context is not theirs.
const textOf = async (route: typeof eventFile, params: Record<string, string>) =>
  (await route({ params, url: new URL(`${site}/x`) } as Partial<APIContext> as APIContext)).text()

async function feedItems(): Promise<Map<string, Item>> {
  const xml = await textOf(feed, { kind: 'audience', value: 'parents' })
  return new Map(
    [...xml.matchAll(/<item>([\s\S]*?)<\/item>/g)].map(([, item = '']) => {
      const part = (name: string) =>
        squeeze(unescaped(unescaped(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(item)?.[1] ?? '')))
      return [new URL(part('link')).pathname, { title: part('title'), text: part('description') }]
    }),
  )
}

/** Every date that a calendar program makes of a file. */
function readIcs(file: string, isWhole: boolean): Told[] {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[])
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
  const [master, ...exceptions] = calendar.getAllSubcomponents('vevent')
  if (!master) return []
  const event = new ICAL.Event(master, { exceptions, strictExceptions: true })
  const read: Told[] = []
  const add = ({
    item,
    startDate,
    endDate,
  }: {
    item: ICAL.Event
    startDate: ICAL.Time
    endDate: ICAL.Time
  }) => {
    const hasEnd = item.component.hasProperty('dtend')
    const status = item.component.getFirstPropertyValue('status')
    read.push({
      title: squeeze(item.summary.replace(/^Отменено: /, '')),
      start: isWhole ? startDate.toString() : minute(startDate.toJSDate().toISOString()),
      end: isWhole
        ? plusDays(endDate.toString(), -1)
        : hasEnd
          ? minute(endDate.toJSDate().toISOString())
          : null,
      place: squeeze(item.location ?? ''),
      status: status === 'CANCELLED' ? 'cancelled' : 'scheduled',
    })
  }
  if (!event.isRecurring()) {
    add({ item: event, startDate: event.startDate, endDate: event.endDate })
    return read
  }
  const dates = event.iterator()
  for (let next = dates.next(); next; next = dates.next()) add(event.getOccurrenceDetails(next))
  return read
}
