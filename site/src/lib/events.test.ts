import { beforeEach, expect, it } from 'vitest'
import { openWith, testContent } from '../../test/content.ts'
import { getEvent, getHearing } from '../cms/index.ts'
import { eventEntries, eventRow, hearingEntry, isMeetingOf } from './events.ts'

beforeEach(async () => {
  await openWith(testContent())
})

const day = '2026-11-23'

it('puts a long event into the calendar with its first and its last day only', () => {
  expect(eventEntries(getEvent('vystavka')).map(({ day, title }) => [day, title])).toEqual([
    ['2026-11-26', 'Выставка фотографий: весь день, три недели'],
    ['2026-12-17', 'Выставка фотографий: весь день, три недели: последний день'],
  ])
})

it('strikes the time of a cancelled event and says why it is off', () => {
  expect(eventRow(getEvent('yarmarka-otmenena'), { state: 'before', day })).toMatchObject({
    isStruck: true,
    when: 'пт, 27\u00a0ноября, 10:00',
    text: 'Площадь; у фонтана, слева. Штормовое предупреждение.',
    tag: { label: 'Отменено' },
  })
})

it('says until when something goes on', () => {
  expect(eventRow(getEvent('vydacha-sazhencev'), { state: 'now', day }).when).toBe('сейчас, до 14:00')
  expect(eventRow(getEvent('vystavka'), { state: 'now', day }).when).toBe('сейчас, до 17\u00a0декабря')
})

it('knows the meeting of a hearing when an editor announced it as an event too', () => {
  const hearing = getHearing('proekt-planirovki')
  const event = getEvent('sobytie-1')
  const startsAt = hearing.meeting?.startsAt ?? ''
  expect(isMeetingOf(hearing, { ...event, startsAt, place: { name: 'Дом культуры' } })).toBe(true)
  expect(isMeetingOf(hearing, { ...event, startsAt, place: { name: 'Школа' } })).toBe(false)
  expect(isMeetingOf(hearing, { ...event, place: { name: 'Дом культуры' } })).toBe(false)
  expect(hearingEntry(hearing)).toMatchObject([{ kind: 'official', href: '/slushaniya/proekt-planirovki/' }])
})
