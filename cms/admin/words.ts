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
