import { counted } from '../counted.schema.ts'

/** «1 минуту», «3 минуты», «2 часа»: how long to wait. */
export const waitWords = (seconds: number): string => {
  if (seconds < 60) return counted(Math.max(1, Math.round(seconds)), ['секунду', 'секунды', 'секунд'])
  const minutes = Math.ceil(seconds / 60)
  return minutes < 90
    ? counted(minutes, ['минуту', 'минуты', 'минут'])
    : counted(Math.ceil(minutes / 60), ['час', 'часа', 'часов'])
}
