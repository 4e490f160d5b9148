/** «1 минуту», «3 минуты», «2 часа»: how long to wait. */
export const waitWords = (seconds: number): string => {
  if (seconds < 60) return counted(Math.max(1, Math.round(seconds)), ['секунду', 'секунды', 'секунд'])
  const minutes = Math.ceil(seconds / 60)
  return minutes < 90
    ? counted(minutes, ['минуту', 'минуты', 'минут'])
    : counted(Math.ceil(minutes / 60), ['час', 'часа', 'часов'])
}

/** The form of a noun that goes with a number: 1 день, 2 дня, 5 дней. */
export const counted = (
  count: number,
  [one, few, many]: [one: string, few: string, many: string],
): string => {
  const rest = Math.abs(count) % 100
  const last = rest % 10
  const isTeen = rest > 10 && rest < 20
  return `${count} ${!isTeen && last === 1 ? one : !isTeen && last > 1 && last < 5 ? few : many}`
}
