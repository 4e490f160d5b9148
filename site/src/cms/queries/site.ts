import { query } from '../door.ts'

/** Null until an editor has saved it once. */
export const settings = query('global:settings', ({ snapshot }) => snapshot.globals.settings ?? null)
export const navigation = query('global:navigation', ({ snapshot }) => snapshot.globals.navigation ?? null)
export const channels = query('global:channels', ({ snapshot }) => snapshot.globals.channels ?? null)

export type SectionName = 'news' | 'events' | 'deputies' | 'hearings'

const sectionNames: SectionName[] = ['news', 'events', 'deputies', 'hearings']

/** The sections that have something to show: navigation shows no others. */
export const sections = query('list:sections', ({ snapshot }) =>
  sectionNames.filter((name) => snapshot.collections[name].sorted.length > 0),
)
