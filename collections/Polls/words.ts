/** Words about dates for the replies of the server. */

const months = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ')

/** «12 ноября», from «2026-11-12». */
export const dayWords = (day: string): string => {
  const [, month = '1', date = '1'] = day.split('-')
  return `${Number(date)} ${months[Number(month) - 1]}`
}

/** «27 ноября в 20:00», by the clock of Moscow. */
export const momentWords = (ms: number): string => {
  const [day = '', time = ''] = new Date(ms + 3 * 3_600_000).toISOString().split('T')
  return `${dayWords(day)} в ${time.slice(0, 5)}`
}
