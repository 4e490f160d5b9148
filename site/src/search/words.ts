const dates = new Intl.DateTimeFormat('ru', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** «2026-11-23» → «23 ноября 2026», as lists of the portal write it. */
export function dateWords(day: string): string {
  return dates
    .format(new Date(day))
    .replace(/\s?г\.$/, '')
    .replace(/\s/g, '\u00a0')
}

/** What was left aside to find something; empty when nothing was. */
export function asideWords({ missing, isNearest }: { missing: string[]; isNearest: boolean }): string {
  const words = missing.map((word) => `«${word}»`).join(', ')
  const about = missing.length === 1 ? `Слова ${words} на портале нет.` : `Слов ${words} на портале нет.`
  const nearest = 'Страницы, где есть все слова сразу, не нашлось: вот ближайшие.'
  return [missing.length > 0 && about, isNearest && nearest].filter(Boolean).join(' ')
}

export function foundWords(total: number): string {
  return total > 0 ? `Найдено ${total}` : 'Ничего не нашлось'
}
