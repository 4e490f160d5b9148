import { repairStates } from '../../../collections/Houses/houses.schema.ts'
import type { NextReception } from '../cms/index.ts'
import type { House } from '../cms/types.ts'
import { time, weekdayDay } from '../lib/dates.ts'
import { metresBetween, type Point } from './area.ts'

/** What stands large on the plate: «12», «12к2», «12к2с1», «8а». */
export const plateNumber = ({
  number,
  letter,
  building,
  structure,
}: Pick<House, 'number' | 'letter' | 'building' | 'structure'>): string =>
  [number, letter, building && `к${building}`, structure && `с${structure}`].filter(Boolean).join('')

/** «Крыша, 2027 год, в плане» */
export function repairWords({ repair }: Pick<House, 'repair'>): string | null {
  if (!repair?.works && !repair?.year) return null
  const state = repairStates.find(({ value }) => value === repair.state)?.ru.toLowerCase()
  return [repair.works, repair.year && `${repair.year} год`, state].filter(Boolean).join(', ')
}

/** «школа, Учебная улица, 4» */
export const stationPlace = ({ pollingStation }: Pick<House, 'pollingStation'>): string =>
  [pollingStation?.place, pollingStation?.address].filter(Boolean).join(', ')

/** «вторник, 1 декабря, 17:00». Pages of houses say no «завтра»: ten thousand would have to be rendered every night. */
export const receptionWhen = ({ occurrence: { day, from } }: NextReception): string =>
  momentWhen(`${day}T${from}:00+03:00`)

export const momentWhen = (moment: string): string => `${weekdayDay(moment)}, ${time(moment)}`

/** «350 м», «1,2 км» as the crow flies; null without both points. */
export function distanceWords(from: Point | null, to: Point | null): string | null {
  if (!from || !to) return null
  return distance(metresBetween(from, to))
}

/** «350 м», «1,2 км» */
export function distance(metres: number): string {
  if (metres < 950) return `${Math.max(50, Math.round(metres / 50) * 50)} м`
  return `${(metres / 1000).toFixed(1).replace('.', ',')} км`
}
