import type { CalendarEntry } from './props.ts'

/** Entries for the examples of the month and the agenda. */
export const monthEntries: CalendarEntry[] = [
  { day: '2026-11-02', time: '18:30', title: 'Приём: Образцова', href: '#', kind: 'reception' },
  { day: '2026-11-23', time: '10:00', title: 'Выдача саженцев для дворов', href: '#', kind: 'event' },
  { day: '2026-11-26', time: '10:00', title: 'Заседание Совета', href: '#', kind: 'official' },
  { day: '2026-11-26', time: '17:00', title: 'Родители: запись в первый класс', href: '#', kind: 'event' },
  { day: '2026-11-26', time: '18:00', title: 'Приём: Тестова', href: '#', kind: 'reception' },
  { day: '2026-11-28', title: 'Лыжная трасса: открытие', href: '#', kind: 'event', isCancelled: true },
]
