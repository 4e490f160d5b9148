import { describe, expect, it } from 'vitest'
import { typography } from './typography.ts'

const shown = (text: string) => typography(text).replaceAll('\u00a0', '~').replaceAll('\u2060', '+')

describe('typography', () => {
  it.each([
    ['в доме и на улице', 'в~доме и~на~улице'],
    ['Проект у станции', 'Проект у~станции'],
    ['дом 8, округ № 4', 'дом~8, округ~№~4'],
    ['27 ноября 2026', '27~ноября 2026'],
    ['школа на 550 мест', 'школа на~550~мест'],
    ['1 204 человека, 6,5 %', '1~204 человека, 6,5~%'],
    ['18 460 жителей', '18~460 жителей'],
    ['10:00–14:00', '10:00+–+14:00'],
    ['Люберцы — город', 'Люберцы~— город'],
    ['В. П. Образцова', 'В.~П.~Образцова'],
    ['ГрК РФ, ст. 5.1', 'ГрК РФ, ст.~5.1'],
    ['№ 2026-ОСС-31, что-то', '№~2026+-+ОСС+-+31, что-то'],
    ['5 км от 12 ноября', '5~км от~12~ноября'],
    ['что же делать', 'что~же делать'],
    ['От А до Я в школе', 'От~А~до~Я~в~школе'],
    ['доме № 1 и дома 2, том III', 'доме~№~1 и~дома~2, том III'],
  ])('sets %j', (text, expected) => {
    expect(shown(text)).toBe(expected)
  })

  it('changes nothing the second time', () => {
    const text = 'С 16 по 20 ноября, 10:00–19:00, в доме № 8 — и не раньше; 1 204 человека'
    expect(typography(typography(text))).toBe(typography(text))
  })

  it('sets a long text like a short one', () => {
    const line = 'В доме № 8 на ул. Мира, с 16 по 20 ноября — 5 км. '
    expect(typography(line.repeat(20)).trimEnd()).toBe(
      Array.from({ length: 20 }, () => typography(line.trimEnd())).join(' '),
    )
  })

  it('never loses or adds a visible letter', () => {
    const text = 'Приём в 18:30 — д. 5, кв. 12, тел. указан; А. Б. Примеров'
    expect(typography(text).replace(/[\u00a0\u2060]/g, (c) => (c === '\u00a0' ? ' ' : ''))).toBe(text)
  })
})
