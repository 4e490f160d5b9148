const format = (options: Intl.DateTimeFormatOptions) => {
  const formatter = new Intl.DateTimeFormat('ru', { timeZone: 'Europe/Moscow', ...options })
  return (moment: string) => formatter.format(new Date(moment)).replace(' г.', '').replace(' в ', ', ')
}

/** «4 ноября 2026» */
export const dayYear = format({ dateStyle: 'long' })

/** «4 ноября 2026, 04:20» */
export const dateTime = format({ dateStyle: 'long', timeStyle: 'short' })
