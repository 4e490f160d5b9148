import { describe, expect, it } from 'vitest'
import type { Publication } from './publication.ts'
import { publicationSentence, publicationState } from './publicationWords.ts'

const now = new Date()
const requestedAt = now.toISOString()
const liveAt = new Date(now.getTime() + 200).toISOString()
const clock = /\d\d:\d\d:\d\d/

const publication = (data: Partial<Publication>): Publication => ({
  kind: 'published',
  status: 'live',
  requestedAt,
  liveAt: null,
  latencyMs: null,
  error: null,
  isFailedBuild: false,
  canBuildAgain: false,
  path: null,
  ...data,
})

const failed = (data: Partial<Publication> = {}) =>
  publication({
    status: 'failed',
    error: 'страница /novosti/yama/: документ news/6 «Яма»: нет обложки.',
    isFailedBuild: true,
    ...data,
  })

describe('the sentence on a publication', () => {
  it('says since when it is on the site and how long that took', () => {
    const text = publicationSentence(publication({ liveAt, latencyMs: 200 }), 'ru')
    expect(text.replace(clock, '14:03:07')).toBe('На сайте с 14:03:07, через 0,2 с.')
    const english = publicationSentence(publication({ liveAt, latencyMs: 200 }), 'en')
    expect(english.replace(clock, '14:03:07')).toBe('Live since 14:03:07, after 0.2 s.')
  })

  it('says since when it is gone', () => {
    const text = publicationSentence(publication({ kind: 'unpublished', liveAt, latencyMs: 200 }), 'ru')
    expect(text.replace(clock, '14:03:07')).toBe('Снято с сайта в 14:03:07, через 0,2 с.')
  })

  it('gives the day of what is older than today', () => {
    const old = publication({ liveAt: '2024-11-12T15:04:00.000Z', latencyMs: 90_000 })
    expect(publicationSentence(old, 'ru')).toBe('На сайте с 12 ноября в 18:04, через 1 мин 30 с.')
  })

  it('names the reason of a document that is held back once, what residents see, and what to do', () => {
    expect(publicationSentence(failed({ canBuildAgain: true }), 'ru')).toBe(
      'Не показано, сборка не удалась: страница /novosti/yama/: документ news/6 «Яма»: нет обложки. ' +
        'На сайте осталась прежняя версия. ' +
        'Исправьте запись и опубликуйте её ещё раз. Если дело не в ней, повторите сборку.',
    )
  })

  it('sends whoever may not publish to an editor', () => {
    expect(publicationSentence(failed(), 'ru')).toMatch(/прежняя версия\. Скажите об этом редактору\.$/)
  })

  it('does not call a removal that failed «not shown»', () => {
    expect(publicationSentence(failed({ kind: 'deleted' }), 'ru')).toMatch(/^Не снято с сайта, сборка/)
  })

  it('leaves the words of a schedule that failed before any build as they are', () => {
    const schedule = failed({ isFailedBuild: false, error: 'Публикация не сохранилась: заполните дату.' })
    expect(publicationSentence(schedule, 'ru')).toBe('Публикация не сохранилась: заполните дату.')
  })
})

describe('the state in a list', () => {
  it('says the same in a few words', () => {
    const state = (data: Partial<Publication>) =>
      publicationState(publication(data), 'ru').replace(clock, '14:03:07')
    expect(state({ liveAt, latencyMs: 200 })).toBe('на сайте с 14:03:07, через 0,2 с')
    expect(state({ kind: 'deleted', liveAt, latencyMs: 200 })).toBe('снято с сайта в 14:03:07, через 0,2 с')
    expect(state({ status: 'queued' })).toBe('ждёт публикации')
    expect(publicationState(failed(), 'ru')).toMatch(/^не показано, сборка не удалась: страница/)
  })
})
