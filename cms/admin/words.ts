/** A text in the languages of the admin; Russian is the first. */
export type Words = { ru: string; en: string }

/** The text in the editor's language. */
export const say = (language: string, words: Words) => (language === 'en' ? words.en : words.ru)

/** Time of day in Lyubertsy: 14:03:07. */
export const timeOfDay = (at: string | Date) => clock.format(new Date(at))

/** A moment as an editor says it: «сегодня в 14:03», «12 ноября в 18:04». */
export const moment = (at: string | Date, language: string, now = new Date()) => {
  const date = new Date(at)
  const time = shortClock.format(date)
  const isToday = day.ru.format(date) === day.ru.format(now)
  if (language === 'en') return isToday ? `today at ${time}` : `${day.en.format(date)} at ${time}`
  return isToday ? `сегодня в ${time}` : `${day.ru.format(date)} в ${time}`
}

/** What stands after «с» or «в»: the time to the second today, the day and the time before: «12 ноября в 18:04». */
export const since = (at: string, language: string): string =>
  isToday(at) ? timeOfDay(at) : moment(at, language)

export const isToday = (at: string): boolean => day.ru.format(new Date(at)) === day.ru.format(new Date())

/** How long something took: «0,2 с», «12 с», «2 мин 5 с», «3 ч 12 мин», «2 дн. 3 ч». */
export const duration = (ms: number, language: string): string => {
  const tenths = Math.max(1, Math.round(ms / 100))
  const seconds = Math.round(ms / 1000)
  const unit = units[language === 'en' ? 'en' : 'ru']
  if (tenths < 100) return `${decimal(language).format(tenths / 10)} ${unit.s}`
  if (seconds < 60) return `${seconds} ${unit.s}`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return joined([minutes, unit.min], [seconds % 60, unit.s])
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return joined([hours, unit.h], [minutes % 60, unit.min])
  return joined([Math.floor(hours / 24), unit.d], [hours % 24, unit.h])
}

/** A whole number of milliseconds with its unit: «1 240 мс». */
export const milliseconds = (ms: number, language: string): string =>
  `${decimal(language).format(Math.round(ms))} ${language === 'en' ? 'ms' : 'мс'}`

const joined = (...parts: [number, string][]): string =>
  parts
    .filter(([count], index) => index === 0 || count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ')

const units = {
  ru: { s: 'с', min: 'мин', h: 'ч', d: 'дн.' },
  en: { s: 's', min: 'min', h: 'h', d: 'd' },
}

const decimal = (language: string) => (language === 'en' ? numbers.en : numbers.ru)
const numbers = {
  ru: new Intl.NumberFormat('ru-RU', { maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }),
}

const timeZone = 'Europe/Moscow'
const clock = new Intl.DateTimeFormat('ru-RU', {
  timeZone,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})
const shortClock = new Intl.DateTimeFormat('ru-RU', { timeZone, hour: '2-digit', minute: '2-digit' })
const day = {
  ru: new Intl.DateTimeFormat('ru-RU', { timeZone, day: 'numeric', month: 'long' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', month: 'long' }),
}
