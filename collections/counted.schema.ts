/** A number with the form of the noun that goes with it: 1 день, 2 дня, 5 дней. */
export const counted = (
  count: number,
  [one, few, many]: [one: string, few: string, many: string],
): string => {
  const rest = Math.abs(count) % 100
  const last = rest % 10
  const isTeen = rest > 10 && rest < 20
  return `${count} ${!isTeen && last === 1 ? one : !isTeen && last > 1 && last < 5 ? few : many}`
}
