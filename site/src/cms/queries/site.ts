import { query } from '../door.ts'
import type { Collection } from '../types.ts'

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

const markable: Exclude<Collection, 'redirects' | 'media'>[] = [
  'news',
  'events',
  'deputies',
  'districts',
  'hearings',
  'pages',
]

/** Whether any demonstration record is on the site: the strip under the header. */
export const isDemoPresent = query('list:demoPresent', ({ snapshot }) =>
  markable.some((name) =>
    snapshot.collections[name].sorted.some(({ demo }: { demo?: boolean | null }) => demo === true),
  ),
)
