import { experimental_AstroContainer as AstroContainer } from 'astro/container'
import { beforeAll, describe, expect, it } from 'vitest'
import { gallery } from './gallery.ts'

/** HTML of every example, by component. */
const rendered = new Map<string, string[]>()

beforeAll(async () => {
  const container = await AstroContainer.create()
  for (const { name, Component, examples } of gallery) {
    const htmls: string[] = []
    for (const { props, slot = '' } of examples)
      htmls.push(await container.renderToString(Component, { props: { ...props }, slots: { default: slot } }))
    rendered.set(name, htmls)
  }
})

const html = (name: string, index = 0) => rendered.get(name)?.[index] ?? ''
const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u2060', '')
const text = (markup: string) =>
  plain(
    markup
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )
const count = (markup: string, pattern: RegExp) => markup.match(pattern)?.length ?? 0

describe('every example', () => {
  it('renders something', () => {
    for (const { name, examples } of gallery)
      examples.forEach((example, index) =>
        expect(html(name, index), `${name}: ${example.name}`).toMatch(/\S/),
      )
  })

  it('has no style attribute and no inline handler: the content policy would drop them', () => {
    for (const [name, htmls] of rendered)
      for (const markup of htmls) expect(markup, name).not.toMatch(/<[^>]*\s(?:style|on[a-z]+)=/)
  })

  it('leaves no picture without alt, size and a word on loading', () => {
    const images = [...rendered.values()].flat().flatMap((markup) => markup.match(/<img[^>]*>/g) ?? [])
    expect(images.length).toBeGreaterThan(0)
    for (const image of images) {
      expect(image).toMatch(/\salt(=|[\s>])/)
      expect(image).toMatch(/\swidth="\d+"/)
      expect(image).toMatch(/\sheight="\d+"/)
    }
  })

  it('hides every drawn icon from readers: a word stands beside it', () => {
    for (const [name, htmls] of rendered)
      for (const svg of htmls.join('').match(/<svg[^>]*>/g) ?? [])
        expect(svg, name).toMatch(/aria-hidden="true"|role="img" aria-label="[^"]+"/)
  })
})

describe('Line', () => {
  it('marks the one current stage, and says «сейчас» in words', () => {
    expect(count(html('Line'), /aria-current="step"/g)).toBe(1)
    expect(text(html('Line'))).toContain('сейчас, до 4 декабря Экспозиция и предложения Осталось 11 дней')
  })

  it('has no current step in a timetable of separate events', () => {
    expect(html('Line', 2)).not.toContain('aria-current')
  })

  it('is an ordered list', () => {
    expect(count(html('Line'), /<ol/g)).toBe(1)
    expect(count(html('Line'), /<li/g)).toBe(5)
  })
})

describe('Steps', () => {
  it('says the count to those who do not see the drawing, and hides the drawing from them', () => {
    expect(text(html('Steps', 1))).toBe(', этап 2 из 5')
    expect(text(html('Steps', 2))).toBe(', завершено')
    expect(html('Steps', 1)).toMatch(/class="steps"[^>]*aria-hidden="true"/)
  })
})

describe('Rows', () => {
  it('puts machine time beside the human one', () => {
    expect(html('Rows')).toMatch(/<time datetime="2026-11-23"[^>]*>/)
  })

  it('strikes a date that no longer holds, and says what holds instead', () => {
    expect(plain(html('Rows', 1))).toMatch(/<s[^>]*>8 декабря<\/s>/)
    expect(text(html('Rows', 1))).toContain('Вместо него — 9 декабря')
  })

  it('marks a demonstration record in words', () => {
    expect(text(html('Rows', 2))).toContain('демо')
  })
})

describe('Docs', () => {
  it('names format, pages and size of a file, and nothing where nothing is known', () => {
    const words = text(html('Docs'))
    expect(words).toContain('PDF, 64 страницы, 11,2 МБ, опубликован 09.11.2026')
    expect(words).toContain('PDF, 2 страницы, 240 КБ')
    expect(count(html('Docs'), /<small/g)).toBe(2)
  })
})

describe('Figures', () => {
  it('gives the meaning before the number, with source and date of the check', () => {
    const words = text(html('Figures'))
    expect(words).toMatch(/депутата, .* проверено 3 ноября 2026 32/)
  })

  it('shows a dash, not a zero, when there is too little to count', () => {
    expect(text(html('Figures', 1))).toBe('мало вопросов, чтобы считать срок ответа: нужно от 5 —')
  })
})

describe('Portrait', () => {
  it('draws initials for a missing photo and says so', () => {
    expect(html('Portrait')).toContain('aria-label="Фотографии пока нет"')
    expect(text(html('Portrait'))).toBe('ВО')
  })

  it('keeps the focal point of a photo by attributes', () => {
    expect(html('Portrait', 1)).toMatch(/data-x="2"[^>]*data-y="4"/)
    expect(html('Portrait', 1)).toContain('alt="Пётр Примеров"')
  })
})

describe('Picture', () => {
  it('captions with words and author, and is silent beside its own words', () => {
    expect(text(html('Picture'))).toBe('Мост соединит лесопарк и квартал у школы. редакция')
    expect(html('Picture', 1)).toMatch(/\salt(="")?[\s>]/)
    expect(html('Picture', 1)).not.toContain('<figure')
  })
})

describe('Month', () => {
  it('is a table with named columns, today marked, at most two entries a day', () => {
    const month = html('Month')
    expect(count(month, /<th scope="col"/g)).toBe(7)
    expect(count(month, /aria-current="date"/g)).toBe(1)
    expect(text(month)).toContain('ещё 1')
    expect(text(month)).not.toContain('Приём: Тестова')
  })

  it('says the kind before an entry and that it is cancelled after it', () => {
    expect(text(html('Month'))).toContain('официально, 10:00 Заседание Совета')
    expect(text(html('Month'))).toMatch(/Лыжная трасса: открытие *, отменено/)
  })
})

describe('Agenda', () => {
  it('has an id for every day that the month points at', () => {
    const targets = [...html('Month').matchAll(/href="#(d\d+)"/g)].map(([, id]) => id)
    const ids = [...html('Agenda').matchAll(/id="(d\d+)"/g)].map(([, id]) => id)
    expect(ids).toEqual(['d23', 'd26', 'd28'])
    expect(targets).toEqual(expect.arrayContaining(ids))
  })
})

describe('Pagination', () => {
  it('names itself, marks the current page, leads the newest page to the plain address', () => {
    const pages = html('Pagination', 1)
    expect(pages).toContain('aria-label="Страницы архива"')
    expect(count(pages, /aria-current="page"/g)).toBe(1)
    expect(pages).toMatch(/href="\/novosti\/"[^>]*>\s*Самые новые/)
    expect(text(pages)).toMatch(/Новее Самые новые Страница 12 Страница 11 Страница 1 Раньше/)
    expect(text(html('Pagination', 0))).toMatch(/^Страница 3 Страница 2 Страница 1 Раньше/)
  })
})

describe('ReceptionTable', () => {
  it('answers who, where and when, and says when the place is not known', () => {
    const words = text(html('ReceptionTable'))
    expect(words).toContain('Когда Кто Где')
    expect(words).toContain('по вторникам, 17:00–19:00')
    expect(words).toContain('Место не указано')
  })
})

describe('PrintFoot', () => {
  it('draws the QR with a label and writes the address without its scheme', () => {
    expect(html('PrintFoot')).toContain('aria-label="QR-код этой страницы"')
    expect(text(html('PrintFoot'))).toContain('portal.example/slushaniya/proekt')
  })
})
