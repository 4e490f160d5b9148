/** What can happen to the regular hours on a day. */
export const receptionChanges = [
  { value: 'cancelled', ru: 'Приёма не будет', en: 'Cancelled' },
  { value: 'moved', ru: 'Перенесён', en: 'Moved' },
  { value: 'extra', ru: 'Дополнительный приём', en: 'Extra' },
] as const

export type ReceptionChange = (typeof receptionChanges)[number]['value']

export const receptionsPath = '/priyomy/'
export const personReceptionsPath = (person: string): string => `${receptionsPath}${person}/`
export const districtReceptionsPath = (number: number | string): string => `${receptionsPath}okrug/${number}/`
export const personCalendarPath = (person: string): string => `${personReceptionsPath(person)}kalendar.ics`
