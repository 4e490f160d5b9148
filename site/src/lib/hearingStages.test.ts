import { describe, expect, it } from 'vitest'
import { type HearingDates, hearingProgress } from './hearingStages.ts'

const plain = (text?: string) => text?.replaceAll('\u00a0', ' ').replaceAll('\u2060', '')
const at = (dayInMoscow: string) => `${dayInMoscow}T09:00:00.000Z`

const hearing: HearingDates = {
  kind: 'publicHearing',
  status: 'scheduled',
  noticeAt: at('2026-11-09'),
  exposition: { from: at('2026-11-16'), to: at('2026-12-04') },
  comments: { from: at('2026-11-16'), until: at('2026-12-04') },
  meeting: { startsAt: '2026-11-27T15:00:00.000Z' },
  protocolDueAt: at('2026-12-11'),
  conclusionDueAt: at('2026-12-18'),
}

const line = (record: HearingDates, today: string) => {
  const { stops } = hearingProgress(record, today)
  return stops.map(({ title, when, state, text }) => [title, plain(when), state, plain(text)])
}

describe('hearingProgress', () => {
  it('draws the line of the notice: notice done, exposition and proposals now', () => {
    expect(line(hearing, '2026-11-23')).toEqual([
      ['Оповещение', '9 ноября', 'done', undefined],
      ['Экспозиция и предложения', 'сейчас, до 4 декабря', 'now', 'Осталось 11 дней'],
      ['Собрание', '27 ноября, 18:00', undefined, undefined],
      ['Протокол', 'до 11 декабря', undefined, undefined],
      ['Заключение', 'до 18 декабря', undefined, undefined],
    ])
    const { phase, label, current, total, when } = hearingProgress(hearing, '2026-11-23')
    expect({ phase, label, current, total, when: plain(when) }).toEqual({
      phase: 'open',
      label: 'Экспозиция открыта',
      current: 2,
      total: 5,
      when: 'собрание 27 ноября',
    })
  })

  it('stays at the notice until the exposition opens', () => {
    const progress = hearingProgress(hearing, '2026-11-12')
    expect([progress.phase, progress.current, plain(progress.when)]).toEqual([
      'ahead',
      1,
      'предложения с 16 ноября',
    ])
    expect(plain(progress.stops[0]?.when)).toBe('сейчас, с 9 ноября')
  })

  it('counts the last day of a term as open and the next day as over', () => {
    expect(hearingProgress(hearing, '2026-12-04').phase).toBe('open')
    expect(hearingProgress(hearing, '2026-12-04').stops[1]?.text).toBe('Сегодня последний день')
    expect(hearingProgress(hearing, '2026-12-05').phase).toBe('closing')
  })

  it('keeps proposals open after the meeting and calls the meeting done', () => {
    const { stops, current } = hearingProgress(hearing, '2026-11-30')
    expect([current, stops[2]?.state]).toEqual([2, 'done'])
  })

  it('waits for the protocol, says in words that it is late, and moves on when it is out', () => {
    expect(hearingProgress(hearing, '2026-12-07').label).toBe('Готовят протокол')
    expect(plain(hearingProgress(hearing, '2026-12-13').stops[3]?.text)).toBe('Срок вышел 2 дня назад')
    const withProtocol = { ...hearing, protocolAt: at('2026-12-10') }
    expect(hearingProgress(withProtocol, '2026-12-13').label).toBe('Готовят заключение')
  })

  it('is finished when the last paper is out, even if the dates before it are missing', () => {
    const record = { ...hearing, exposition: {}, comments: {}, conclusionAt: at('2026-12-17') }
    const progress = hearingProgress(record, '2026-12-20')
    expect([progress.phase, progress.label, plain(progress.when)]).toEqual([
      'finished',
      'Есть заключение',
      'заключение 17 декабря',
    ])
    expect(progress.current).toBe(progress.total + 1)
  })

  it('does not believe in papers dated in the future', () => {
    expect(hearingProgress({ ...hearing, conclusionAt: at('2026-12-17') }, '2026-11-23').phase).toBe('open')
  })

  it('has no meeting in a public discussion and no conclusion in an owners’ meeting', () => {
    const discussion = hearingProgress({ ...hearing, kind: 'publicDiscussion' }, '2026-11-23')
    expect(discussion.stops.map(({ title }) => title)).not.toContain('Собрание')
    const owners = hearingProgress(
      {
        kind: 'ownersMeeting',
        status: 'scheduled',
        noticeAt: at('2026-11-21'),
        meeting: { startsAt: '2026-12-06T09:00:00.000Z' },
        voting: { from: at('2026-12-06'), until: at('2026-12-16') },
        protocolDueAt: at('2026-12-26'),
      },
      '2026-12-10',
    )
    expect(owners.stops.map(({ title, state }) => [title, state])).toEqual([
      ['Оповещение', 'done'],
      ['Собрание', 'done'],
      ['Приём решений собственников', 'now'],
      ['Протокол', undefined],
    ])
    expect(owners.label).toBe('Принимают решения')
  })

  it('leaves out what has no dates, but says that a meeting is not appointed yet', () => {
    const record = { ...hearing, exposition: {}, meeting: {} }
    expect(line(record, '2026-11-23').map(([title, when]) => `${title}: ${when}`)).toEqual([
      'Оповещение: 9 ноября',
      'Приём предложений: сейчас, до 4 декабря',
      'Собрание: дата не назначена',
      'Протокол: до 11 декабря',
      'Заключение: до 18 декабря',
    ])
    const inAbsentia = { ...hearing, kind: 'ownersMeeting' as const, meeting: {}, voting: hearing.comments }
    expect(line(inAbsentia, '2026-11-23').map(([title]) => title)).toEqual([
      'Оповещение',
      'Приём решений собственников',
      'Протокол',
    ])
  })

  it('lights nothing on the line of a cancelled procedure', () => {
    const progress = hearingProgress({ ...hearing, status: 'cancelled' }, '2026-11-23')
    expect([progress.phase, progress.label]).toEqual(['finished', 'Отменено'])
    expect(progress.stops.map(({ state }) => state)).toEqual([
      'done',
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })

  it('keeps exposition and proposals apart when they do not overlap', () => {
    const record = { ...hearing, comments: { from: at('2026-12-05'), until: at('2026-12-09') } }
    expect(hearingProgress(record, '2026-11-23').total).toBe(6)
  })
})
