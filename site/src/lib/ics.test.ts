import ICAL from 'ical.js'
import { beforeEach, expect, it } from 'vitest'
import { documentOf, openWith, testContent } from '../../test/content.ts'
import { allEvents, getEvent } from '../cms/index.ts'
import type { Event } from '../cms/types.ts'
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
  expect(calendar.getAllSubcomponents('vevent')).toHaveLength(allEvents().length)
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
