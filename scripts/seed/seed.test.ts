import { describe, expect, it } from 'vitest'
import { newsTopics } from '../../collections/newsTopics.schema.ts'
import { deputyDuties } from '../../collections/deputyDuties.schema.ts'
import { isReservedSlug } from '../../collections/reservedSlugs.schema.ts'
import { archiveSeeds } from './archive/archiveSeeds.ts'
import { districtTerritories } from './council/districts.ts'
import { people } from './council/people.ts'
import { documentSeeds } from './documents/documents.ts'
import { eventSeeds } from './events/index.ts'
import { hearingSeeds } from './hearings/index.ts'
import { newsSeeds } from './news/index.ts'
import { pictures } from './pictures/index.ts'
import { channels, figures, footer, settings } from './site/globals.ts'
import { pageSeeds } from './site/pages.ts'
import { demoClock } from './time/demoClock.ts'

const clock = demoClock(new Date('2026-11-23T11:00:00Z'))
const news = newsSeeds(clock)
const events = eventSeeds(clock)
const documents = documentSeeds(clock)

describe('the demo', () => {
  it('is 8 districts, 32 deputies, 60 news, 42 events and 14 hearings', () => {
    const counts = [districtTerritories, people, news, events, hearingSeeds(clock)].map(
      ({ length }) => length,
    )
    expect(counts).toEqual([8, 32, 60, 42, 14])
  })

  it('has four deputies in each district, one chair, one vice chair, one secretary', () => {
    for (let district = 1; district <= 8; district += 1)
      expect(people.filter((person) => person.district === district)).toHaveLength(4)
    for (const { value } of deputyDuties.filter(({ value }) => value !== 'deputy'))
      expect(people.filter(({ duty }) => duty === value)).toHaveLength(1)
  })

  it('has five news in each topic, facts among them with source and date', () => {
    for (const { value } of newsTopics) expect(news.filter(({ topic }) => topic === value)).toHaveLength(5)
    const facts = news.filter(({ source }) => source)
    expect(facts).toHaveLength(8)
    for (const { source } of [...facts, ...pageSeeds, ...figures, ...channels]) {
      expect(source?.name).toBeTruthy()
      expect(source?.checkedAt).toMatch(/^2026-11-23/)
    }
  })

  it('keeps invented people, streets and links to them out of the facts', () => {
    const facts = [...news.filter(({ source }) => source), ...pageSeeds].map(
      ({ lead, text }) => `${lead}\n${text}`,
    )
    const surnames = people.map(({ name: [last] }) => last.slice(0, -2))
    // A demo slug in a fact would be a broken link after --clear-demo.
    const slugs = news.filter(({ source }) => !source).map(({ slug }) => slug)
    for (const text of facts) {
      for (const word of [...surnames, 'Примерн', 'Учебн', 'Показательн', 'Образцов', 'Пробн', ...slugs])
        expect(text).not.toContain(word)
    }
  })

  it('always has something running, today, tomorrow, behind and ahead', () => {
    for (let hour = 0; hour < 24; hour += 1) {
      const now = new Date(Date.UTC(2026, 10, 23, hour, 40))
      const c = demoClock(now)
      const seeds = eventSeeds(c).filter(({ cancelled }) => !cancelled)
      const running = seeds.filter(({ on, from, to, last }) => {
        const start = c.at(on, from ?? '00:00')
        const end = c.at(last ?? on, to ?? '23:59')
        return start <= now.toISOString() && now.toISOString() <= end
      })
      expect(running.length, `at ${hour} UTC`).toBeGreaterThan(0)
      for (const day of [-1, 0, 1]) expect(seeds.some(({ on }) => on === day)).toBe(true)
      expect(Math.max(...seeds.map(({ on }) => on))).toBeGreaterThan(45)
    }
  })

  it('has one moved event, two cancelled with reasons, and outcomes of what is over', () => {
    expect(events.filter(({ moved }) => moved?.reason)).toHaveLength(1)
    expect(events.filter(({ cancelled }) => cancelled)).toHaveLength(2)
    // What repeats tells how each of its dates went.
    const over = events.filter(({ on, last, repeat }) => (last ?? on) < 0 && !repeat)
    expect(over.length).toBeGreaterThan(12)
    for (const { slug, outcome } of over) expect(outcome?.summary, slug).toBeTruthy()
  })

  it('has addresses the portal accepts, each once', () => {
    const lists = { news, events, deputies: people, hearings: hearingSeeds(clock), pages: pageSeeds } as const
    for (const [collection, seeds] of Object.entries(lists)) {
      const slugs = seeds.map(({ slug }) => slug)
      expect(new Set(slugs).size).toBe(slugs.length)
      for (const slug of slugs) {
        expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
        expect(slug.length).toBeLessThanOrEqual(80)
        // Object.entries forgets that the keys are collections.
        expect(isReservedSlug(collection as keyof typeof lists, slug), slug).toBe(false)
      }
    }
  })

  it('uses every picture and every paper it makes', () => {
    const text = JSON.stringify([news, events, hearingSeeds(clock), archiveSeeds(clock)])
    for (const key of [...Object.keys(pictures), ...documents.map(({ key }) => key)])
      expect(text, key).toContain(`"${key}"`)
  })
})

/** Everything a resident may read, with a name to find it by. */
const texts = (): [name: string, text: string][] => {
  const leaves = (name: string, value: unknown): [string, string][] => {
    if (typeof value === 'string') return [[name, value]]
    if (typeof value !== 'object' || value === null) return []
    return Object.entries(value).flatMap(([key, inner]) => leaves(`${name}.${key}`, inner))
  }
  const seeds = { news, events, hearings: hearingSeeds(clock), people, documents, pageSeeds }
  return leaves('', { ...seeds, districtTerritories, channels, figures, footer, settings, pictures })
    .filter(
      ([name]) =>
        !/\.(slug|key|file|url|topic|kind|network|status|duty|cover|event|from|to|checkedAt)$/.test(name),
    )
    .filter(([, text]) => /[а-яё]/i.test(text))
}

describe('the demo texts', () => {
  it('are Russian: Latin letters only in names that are written so', () => {
    const allowed = /MAX|WhatsApp|RSS|WCAG|AA|PDF|axe|iCalendar|cookie/g
    for (const [name, text] of texts()) {
      const prose = text.replace(/\]\([^)]*\)/g, ']').replace(allowed, '')
      expect(prose, name).not.toMatch(/[A-Za-z]/)
    }
  })

  it('have no double spaces, straight quotes, hyphens for dashes or spaces before punctuation', () => {
    for (const [name, text] of texts()) {
      expect(text, name).not.toMatch(/ {2}/)
      expect(text, name).not.toMatch(/["“”]/)
      expect(text, name).not.toMatch(/[а-яё] [-–] [а-яё]/i)
      expect(text, name).not.toMatch(/ [,.;:!?»]/)
      expect(text, name).not.toMatch(/undefined|NaN|\[object/)
    }
  })

  it('write ё where the word has it', () => {
    // Common words that are wrong without the letter.
    const withoutYo =
      /(?<![а-яё])(еще|ее|нее|идет|придет|найдет|пойдет|дает|берет|ведет|несет|живет|зеленый|теплый|темный|черный|прием|приемы|приема|приеме|приемный|учет|отчет|отчета|расчет|расчета|счет|счета|самолет|елка|клен|клены|четыре[хм]|трех|трехлетние|включен|решен|проведен|приведен|учтен|объем|подъем|съемка|партнер|шофер|перейдет|свое|твое|мое|чье|все-таки|легкий|тверд|желтый|щебень|веселый|ребенок|ребенка|котенок|полет|перелет|вперед|назовем|придем|пройдем|напишем|идем)(?![а-яё])/i
    for (const [name, text] of texts()) {
      const fault = withoutYo.exec(text)?.[0]
      // «счета» is a plural of «счёт» too, spelled with е.
      if (fault && !/^счета$/i.test(fault))
        expect.unreachable(`${name}: «${fault}» in «${text.slice(0, 80)}»`)
    }
  })

  it('speak calmly: no bureaucratic or triumphal words, no exclamation marks', () => {
    const avoided = /успешно|в рамках|уважаемые|в скором времени|осуществля|торжествен|беспрецедентн|!|🎉/i
    for (const [name, text] of texts()) expect(text, name).not.toMatch(avoided)
  })

  it('fit the limits of the fields', () => {
    for (const { title, lead, slug } of [...news, ...events, ...hearingSeeds(clock), ...pageSeeds]) {
      expect(title.length, slug).toBeLessThanOrEqual(200)
      expect(title, slug).not.toMatch(/\.$/)
      expect(lead.length, slug).toBeLessThanOrEqual(600)
    }
  })
})
