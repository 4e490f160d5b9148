import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutText } from './cutText.schema.ts'
import { kitItemOf, kitOf, postOf, type KitCollection } from './kit.schema.ts'
import { networkLimits } from './networkLimits.schema.ts'

const word = fc.stringMatching(/^[а-яё]{1,14}$/)
const sentence = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 14 }), fc.constantFrom('.', '!', '?', '…'))
  .map(([words, end]) => `${words.join(' ')}${end}`)
const prose = fc.array(sentence, { minLength: 1, maxLength: 60 }).map((sentences) => sentences.join(' '))
const limits = fc.integer({ min: 0, max: 1200 })

const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean)

describe('a text that is cut', () => {
  it('is never longer than its limit, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.oneof(prose, fc.string({ unit: 'grapheme' }), fc.string()), limits, (text, limit) => {
        expect(cutText(text, limit).length).toBeLessThanOrEqual(limit)
      }),
    )
  })

  it('never ends within a word: its words are the first words of the text', () => {
    fc.assert(
      fc.property(prose, limits, (text, limit) => {
        const cut = wordsOf(cutText(text, limit).replace(/…$/, ''))
        const whole = wordsOf(text)
        const last = cut.at(-1)
        expect(cut.slice(0, -1)).toEqual(whole.slice(0, Math.max(0, cut.length - 1)))
        if (last) expect([whole[cut.length - 1], whole[cut.length - 1]?.replace(/…$/, '')]).toContain(last)
      }),
    )
  })

  it('never holds half of a letter', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('👩‍🏫', 'дом', ' ', '🏡', '.')), limits, (parts, limit) => {
        expect(cutText(parts.join(''), limit).isWellFormed()).toBe(true)
      }),
    )
  })

  it.each([
    ['Раз два три. Четыре пять.', 40, 'Раз два три. Четыре пять.'],
    ['Раз два три. Четыре пять.', 20, 'Раз два три.'],
    ['Раз два три четыре пять.', 12, 'Раз два три…'],
    ['Раз два, три четыре пять.', 10, 'Раз два…'],
    ['Превысокомногорассмотрительствующий', 10, ''],
    [
      'Раз. Очень длинное предложение без конца и края, которое не входит',
      40,
      'Раз. Очень длинное предложение без…',
    ],
  ])('«%s» within %i', (text, limit, expected) => expect(cutText(text, limit)).toBe(expected))
})

const item = fc.record({
  title: prose.map((text) => text.slice(0, 200).trim()),
  facts: fc.array(sentence, { maxLength: 3 }),
  lead: prose,
  text: prose,
  url: fc.constant('https://portal.example/novosti/most-cherez-pehorku/'),
  hasPicture: fc.boolean(),
})

describe('a post', () => {
  it('keeps within every network’s limit and ends with its whole link', () => {
    fc.assert(
      fc.property(item, (one) => {
        for (const { limit, text } of kitOf(one)) {
          expect(text.length).toBeLessThanOrEqual(one.hasPicture ? limit.withPicture : limit.post)
          expect(text.endsWith(one.url)).toBe(true)
        }
      }),
    )
  })

  it('keeps within any limit that holds the link', () => {
    fc.assert(
      fc.property(item, fc.integer({ min: 60, max: 3000 }), (one, limit) => {
        const post = postOf(one, limit)
        expect(post.length).toBeLessThanOrEqual(limit)
        expect(post.endsWith(one.url)).toBe(true)
      }),
    )
  })

  it('tells of an event when and where, before the gist', () => {
    const event = kitItemOf(
      'events',
      {
        title: 'Встреча у моста',
        startsAt: '2026-12-20T10:00:00.000Z',
        place: { name: 'Библиотека', address: 'Примерная, 8' },
        lead: 'Обсудим освещение.',
        cover: 'x',
      },
      'https://portal.example/kalendar/vstrecha/',
    )
    expect(postOf(event, 4000)).toBe(
      'Встреча у моста\nКогда: 20 декабря 2026, 13:00\nГде: Библиотека, Примерная, 8\n\nОбсудим освещение.\n\nhttps://portal.example/kalendar/vstrecha/',
    )
    expect(event.hasPicture).toBe(true)
  })

  it('tells of a hearing until when proposals are taken', () => {
    const hearing = { title: 'Слушания', comments: { until: '2026-12-04T09:00:00.000Z' } }
    expect(kitItemOf('hearings', hearing, 'x').facts).toEqual(['Предложения принимают до 4 декабря 2026'])
  })

  it('tells of other documents what one must know to come, to vote, to cite', () => {
    const facts = (collection: KitCollection, data: object) => kitItemOf(collection, { ...data }, 'x').facts
    const startsAt = '2026-12-20T10:00:00.000Z'
    expect(facts('sessions', { startsAt, place: { name: 'Зал Совета' }, status: 'cancelled' })).toEqual([
      'Отменено',
      'Когда: 20 декабря 2026, 13:00',
      'Где: Зал Совета',
    ])
    expect(facts('polls', { closesAt: startsAt })).toEqual(['Голосовать можно до 20 декабря 2026, 13:00'])
    expect(facts('elections', { votingFrom: startsAt })).toEqual(['Голосование: 20 декабря 2026'])
    expect(facts('documents', { number: '14-ПА', adoptedAt: startsAt })).toEqual([
      '№ 14-ПА от 20 декабря 2026',
    ])
    expect(facts('places', { address: 'Примерная, 8' })).toEqual(['Где: Примерная, 8'])
    expect(facts('pages', {})).toEqual([])
  })
})

it('every limit has its source and the day it was checked', () => {
  for (const { source, checkedOn, post, withPicture } of networkLimits) {
    expect(source).not.toBe('')
    expect(checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(withPicture).toBeLessThanOrEqual(post)
  }
})
