import { procedures } from '../../howItWorks/procedures.ts'
import { query } from '../door.ts'
import { listing } from '../listing.ts'

/** Null until an editor has saved it once. */
export const settings = query('global:settings', ({ content }) => content.global('settings'))
export const navigation = query('global:navigation', ({ content }) => content.global('navigation'))
export const initiative = query('global:initiative', ({ content }) => content.global('initiative'))
export const channels = query('global:channels', ({ content }) => content.global('channels'))

const sectionNames = [
  'news',
  'events',
  'deputies',
  'hearings',
  'sessions',
  'questions',
  'polls',
  'houses',
  'places',
  'receptions',
  'elections',
  'documents',
] as const
/** Sections in which residents write: they begin empty and are there from the start. */
const openSections = ['wishes', 'initiative'] as const

export type SectionName = (typeof sectionNames)[number] | (typeof openSections)[number]

/** The sections that have something to show: navigation shows no others. */
export const sections = query('list:sections', ({ content }): SectionName[] => [
  // Whom to ask is something to show before anybody has asked.
  ...sectionNames.filter((name) => content.all(name === 'questions' ? 'addressees' : name).has(0)),
  ...openSections,
])

/** A page for each procedure: the machines of the model are code, not content. */
export const procedurePaths = listing(['procedure'], () =>
  procedures.map(({ slug }) => ({ procedure: slug })),
)
