import { query } from '../door.ts'

/** Null until an editor has saved it once. */
export const settings = query('global:settings', ({ content }) => content.global('settings'))
export const navigation = query('global:navigation', ({ content }) => content.global('navigation'))
export const channels = query('global:channels', ({ content }) => content.global('channels'))

export type SectionName = 'news' | 'events' | 'deputies' | 'hearings' | 'questions' | 'polls'

const sectionNames: SectionName[] = ['news', 'events', 'deputies', 'hearings', 'questions', 'polls']

/** The sections that have something to show: navigation shows no others. */
export const sections = query('list:sections', ({ content }) =>
  // Whom to ask is something to show before anybody has asked.
  sectionNames.filter((name) => content.all(name === 'questions' ? 'addressees' : name).has(0)),
)
