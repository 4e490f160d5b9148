const number = new Intl.NumberFormat('ru', { maximumFractionDigits: 1 })

/** «240 КБ», «11,2 МБ»: decimal units, as file managers and the law's forms show them. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes}\u00a0Б`
  if (bytes < 999_500) return `${Math.round(bytes / 1000)}\u00a0КБ`
  return `${number.format(bytes / 1_000_000)}\u00a0МБ`
}
