import fc from 'fast-check'
import ICAL from 'ical.js'
import { beforeEach, expect, it } from 'vitest'
import { documentOf, openWith, testContent } from '../../test/content.ts'
import { plannedDays } from '../../../collections/Events/dates.schema.ts'
import { allEvents, datesOf, eventStart, getEvent } from '../cms/index.ts'
import type { Event } from '../cms/types.ts'
import { addDays } from './calendar.ts'
import { dayKey } from './dates.ts'
import { icsFile } from './ics.ts'

beforeEach(async () => {
  await openWith()
})

function parsed(...events: Event[]) {
  const calendar = new ICAL.Component(ICAL.parse(icsFile(events, { name: 'Люберцы' })) as unknown[])
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
  return calendar
}

function entry(event: Event) {
  const component = parsed(event).getFirstSubcomponent('vevent')
  if (!component) throw new Error('no VEVENT')
  return {
    component,
    event: new ICAL.Event(component),
    value: (name: string) => component.getFirstPropertyValue(name),
  }
}

it('is read by another program with every event in it', () => {
  const calendar = parsed(...allEvents())
  const known = calendar.getAllSubcomponents('vevent').map((entry) => entry.getFirstPropertyValue('uid'))
  expect(new Set(known).size).toBe(allEvents().length)
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0')
  expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
})

it('says Moscow time with its zone, whatever the zone of the machine', () => {
  const event = getEvent('vysadka-sosen')
  const { component, event: read } = entry(event)
  expect(component.getFirstProperty('dtstart')?.getParameter('tzid')).toBe('Europe/Moscow')
  expect(read.startDate.toString()).toBe('2026-11-29T10:00:00')
  expect(read.startDate.toJSDate().toISOString()).toBe(event.startsAt)
  expect(read.endDate.toJSDate().toISOString()).toBe(event.endsAt)
  expect(icsFile([event], { name: 'x' })).toMatch(/DTSTAMP:\d{8}T\d{6}Z/)
})

it('keeps its identity and tells a program by SEQUENCE that an event moved', () => {
  const event = getEvent('sobranie-pereneseno')
  const { value } = entry(event)
  expect(value('uid')).toBe('event-e-perenos@lyubertsy-portal')
  expect(value('sequence')).toBe(2)
  expect(value('status')).toBe('CONFIRMED')
  expect(value('description')).toBe('Перенесено с 28\u00a0ноября 2026, 18:00.\nЗал занят под выборы.')
})

it('keeps a cancelled event in the file as cancelled', () => {
  const { value } = entry(getEvent('yarmarka-otmenena'))
  expect(value('status')).toBe('CANCELLED')
  expect(value('sequence')).toBe(1)
  expect(value('summary')).toBe('Отменено: Ярмарка: отменена')
})

it('writes an all-day event in days, with the day after the last as its end', () => {
  const { event: read } = entry(getEvent('vystavka'))
  expect(read.startDate.isDate).toBe(true)
  expect([read.startDate.toString(), read.endDate.toString()]).toEqual(['2026-11-26', '2026-12-18'])
})

it('escapes commas, semicolons and line breaks, and drops control characters', async () => {
  const content = testContent()
  Object.assign(documentOf(content, 'events', 'e-skoro'), {
    title: 'Раз, два; три \\ четыре\u0000',
    lead: 'строка\nвторая',
    place: { name: 'Площадь; у фонтана, слева', address: null },
  })
  await openWith(content)
  const { value } = entry(getEvent('vysadka-sosen'))
  expect(value('summary')).toBe('Раз, два; три \\ четыре ')
  expect(value('description')).toBe('строка\nвторая')
  expect(value('location')).toBe('Площадь; у фонтана, слева')
})

it('folds lines at 75 octets, never inside a character, and ends each with CRLF', async () => {
  const content = testContent()
  const title = `${'Длинное название «ёлки» 🚆 '.repeat(12)}конец`
  Object.assign(documentOf(content, 'events', 'e-skoro'), { title })
  await openWith(content)
  const file = icsFile([getEvent('vysadka-sosen')], { name: 'x' })
  const lines = file.split('\r\n')
  expect(lines.at(-1)).toBe('')
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  expect(entry(getEvent('vysadka-sosen')).value('summary')).toBe(title)
})

it('gives the same bytes for the same content', () => {
  expect(icsFile(allEvents(), { name: 'x' })).toBe(icsFile(allEvents(), { name: 'x' }))
})

/** The dates of a series as a calendar program works them out: rule, exclusions, changed entries. */
function datesRead(event: Event) {
  const entries = parsed(event).getAllSubcomponents('vevent')
  const [master, ...changed] = entries
  if (!master) return []
  const series = new ICAL.Event(master, { exceptions: changed, strictExceptions: true })
  const dates: string[] = []
  const iterator = series.iterator()
  for (let next = iterator.next(); next; next = iterator.next()) {
    const { item, startDate, endDate } = series.getOccurrenceDetails(next)
    const status = item.component.getFirstPropertyValue('status')
    dates.push(
      [startDate.toJSDate().toISOString(), endDate.toJSDate().toISOString(), status, item.location].join(' '),
    )
  }
  return dates.sort()
}

it('writes a series as a rule from which another program makes the very same dates', () => {
  const event = getEvent('otkrytyj-chas')
  const own = datesOf(event).map(({ startsAt, endsAt, status, place }) =>
    [
      startsAt,
      endsAt,
      status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED',
      [place?.name, place?.address].filter(Boolean).join(', '),
    ].join(' '),
  )
  expect(own.some((date) => date.includes('CANCELLED'))).toBe(true)
  expect(own.some((date) => date.includes('Библиотека'))).toBe(true)
  expect(datesRead(event)).toEqual(own.sort())
  const file = icsFile([event], { name: 'x' })
  expect(file).toMatch(/RRULE:FREQ=WEEKLY;BYDAY=\w\w;UNTIL=\d{8}T205959Z/)
  expect(file).toMatch(/EXDATE;TZID=Europe\/Moscow:\d{8}T180000/)
  expect(file.match(/RECURRENCE-ID;TZID=Europe\/Moscow:\d{8}T180000/g)).toHaveLength(2)
  expect(new Set(file.match(/^UID:.*$/gm)).size).toBe(1)
})

it('gives the dates of any rule back to another program: exceptions, whole days, months too short', () => {
  const day = fc.integer({ min: 0, max: 400 }).map((n) => addDays('2026-01-01', n))
  const at = (on: string, minutes: number) =>
    new Date(Date.parse(`${on}T00:00:00+03:00`) + minutes * 60_000).toISOString()
  const rule = fc.record({
    first: day,
    minutes: fc.integer({ min: 0, max: 1439 }),
    length: fc.integer({ min: 1, max: 600 }),
    allDay: fc.boolean(),
    rule: fc.constantFrom('weekly' as const, 'monthDay' as const, 'monthWeekday' as const),
    weekdays: fc.uniqueArray(
      fc.constantFrom('1' as const, '2' as const, '5' as const, '6' as const, '7' as const),
      { minLength: 1 },
    ),
    weeks: fc.constantFrom('1' as const, '2' as const, '3' as const, '4' as const, 'last' as const),
    monthDay: fc.integer({ min: 1, max: 31 }),
    term: fc.integer({ min: 1, max: 200 }),
    changes: fc.array(
      fc.record({
        which: fc.nat(30),
        change: fc.constantFrom('cancelled' as const, 'moved' as const, 'skipped' as const),
        by: fc.integer({ min: -3, max: 3 }),
      }),
      { maxLength: 5 },
    ),
  })
  fc.assert(
    fc.property(rule, ({ first, minutes, length, allDay, term, changes, ...repeat }) => {
      const startsAt = at(first, allDay ? 0 : minutes)
      const base = {
        ...getEvent('otkrytyj-chas'),
        startsAt,
        endsAt: allDay ? null : at(first, minutes + length),
        allDay,
      }
      const plain = { ...repeat, until: at(addDays(first, term), 720) }
      const planned = plannedDays({ ...base, repeat: plain })
      const exceptions = changes.flatMap(({ which, change, by }) => {
        const on = planned[which % Math.max(1, planned.length)]
        return on ? { day: at(on, 720), change, startsAt: at(addDays(on, by), allDay ? 0 : minutes) } : []
      })
      const event = { ...base, repeat: { ...plain, exceptions } }
      const own = datesOf(event)
        .map((date) => `${eventStart(date).toISOString()} ${date.status}`)
        .sort()
      const read = datesRead(event).map((text) => {
        const [start = '', , status] = text.split(' ')
        return { start, status }
      })
      // Another program knows no days of Moscow: it reads a whole day as midnight of the machine.
      const starts = allDay
        ? own.map((text) => dayKey(text.split(' ')[0] ?? ''))
        : own.map((text) => text.split(' ')[0])
      const told = allDay ? read.map(({ start }) => localDay(start)) : read.map(({ start }) => start)
      expect(told.sort()).toEqual(starts.sort())
      expect(read.filter(({ status }) => status === 'CANCELLED').length).toBe(
        own.filter((text) => text.endsWith('cancelled')).length,
      )
    }),
    { numRuns: 100 },
  )
}, 60_000)

const localDay = (moment: string) => {
  const date = new Date(moment)
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}
