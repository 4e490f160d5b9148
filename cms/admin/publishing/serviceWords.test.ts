import { describe, expect, it } from 'vitest'
import type { ServiceStatus } from '../../../collections/publications/service.schema.ts'
import { failedRun, momentInSeconds, rollbackWarning, serviceSentence } from './serviceWords.ts'

const status = (data: Partial<ServiceStatus> = {}): ServiceStatus => ({
  state: 'idle',
  acceptedRevision: 61,
  liveRevision: 61,
  liveAt: '2024-11-12T15:04:59.000Z',
  wanted: null,
  isReconciled: true,
  pinned: null,
  publishes: [],
  held: [],
  history: [],
  ...data,
})
const sentence = (data: Partial<ServiceStatus> = {}) =>
  serviceSentence({ is: 'up', status: status(data) }, 'ru')

const publish = {
  revision: 61,
  state: 'live' as const,
  reason: 'publish',
  at: '2024-11-12T15:04:59.000Z',
  durationMs: 72,
  generation: 60,
  written: 8,
}

describe('the sentence on the service', () => {
  it('says that it works and when the site was updated', () => {
    expect(sentence()).toEqual({
      tone: 'fine',
      text: 'Служба работает. Сайт обновлён 12 ноября в 18:04:59, изменение № 61.',
    })
  })

  it('says that it does not answer, in the words of the endpoint', () => {
    expect(serviceSentence({ is: 'away', reason: 'Не отвечает.' }, 'ru')).toEqual({
      tone: 'trouble',
      text: 'Не отвечает.',
    })
  })

  it('says before which publish the site is shown, and until when', () => {
    const pinned = { generation: 60, at: '2024-11-12T15:10:00.000Z' }
    const { text } = sentence({ pinned, publishes: [publish], history: [60] })
    expect(text).toContain('каким он был до публикации 12 ноября в 18:04:59')
    expect(text).toContain('до следующей публикации')
    expect(sentence({ pinned }).text).toContain('до публикации № 60')
  })

  it('tells trouble from work', () => {
    const wanted = { revision: 62, reason: 'publish', attempts: 0 }
    expect(sentence({ state: 'building', wanted }).tone).toBe('busy')
    expect(sentence({ state: 'failed', wanted: { ...wanted, attempts: 2 } })).toMatchObject({
      tone: 'trouble',
      text: expect.stringContaining('Попыток: 2') as string,
    })
    expect(sentence({ state: 'failed' }).text).toContain('на сайте осталась прежняя версия')
    expect(sentence({ isReconciled: false }).text).toContain('сверяет')
  })
})

describe('the words of the page', () => {
  it('give a moment to the second', () => {
    expect(momentInSeconds('2024-11-12T15:04:59.000Z', 'ru')).toBe('12 ноября в 18:04:59')
  })

  it('say before a rollback what residents will see, what else goes and what stays', () => {
    const [seen, kept] = rollbackWarning({ at: publish.at, later: 2 }, 'ru')
    expect(seen).toContain('до публикации 12 ноября в 18:04:59')
    expect(seen).toContain('публикаций: 2')
    expect(kept).toContain('Материалы в редакции не изменятся')
    expect(rollbackWarning({ at: publish.at, later: 0 }, 'ru')[0]).not.toContain('после неё')
  })

  it('find since when and why a publish fails', () => {
    const failure = { ...publish, state: 'failed' as const, error: 'нет места' }
    const publishes = [
      { ...failure, at: '2024-11-12T14:00:00.000Z' },
      publish,
      { ...failure, at: '2024-11-12T16:00:00.000Z', error: 'диск полон' },
      { ...failure, at: '2024-11-12T16:01:00.000Z' },
    ]
    expect(failedRun({ publishes })).toEqual({ since: '2024-11-12T16:00:00.000Z', error: 'нет места' })
    expect(failedRun({ publishes: [publish] })).toBeNull()
  })
})
