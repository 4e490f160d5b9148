/** How far the capital repair of a house has come. */
export const repairStates = [
  { value: 'planned', ru: 'В плане', en: 'Planned' },
  { value: 'underway', ru: 'Идёт', en: 'Under way' },
  { value: 'done', ru: 'Закончен', en: 'Done' },
] as const

export type RepairState = (typeof repairStates)[number]['value']
