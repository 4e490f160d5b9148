import { query } from '../door.ts'

/** Null until an editor has saved it once. */
export const settings = query('global:settings', ({ content }) => content.global('settings'))
export const navigation = query('global:navigation', ({ content }) => content.global('navigation'))
export const initiative = query('global:initiative', ({ content }) => content.global('initiative'))
export const channels = query('global:channels', ({ content }) => content.global('channels'))

export type SectionName = 'news' | 'events' | 'deputies' | 'hearings' | 'wishes' | 'initiative'

const sectionNames = ['news', 'events', 'deputies', 'hearings'] as const
/** Sections in which residents write: they begin empty and are there from the start. */
const openSections: SectionName[] = ['wishes', 'initiative']

/** The sections that have something to show: navigation shows no others. */
export const sections = query('list:sections', ({ content }): SectionName[] => [
  ...sectionNames.filter((name) => content.all(name).has(0)),
  ...openSections,
])
