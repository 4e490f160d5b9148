import type {
  Channel,
  Deputy,
  District,
  Event,
  Hearing,
  Initiative,
  Media,
  Navigation,
  News,
  Page,
  Redirect,
  Setting,
  Wish,
} from '../../../collections/payload-types.ts'

export type { Deputy, District, Event, Hearing, Media, News, Wish }

/** Every public collection, as the content endpoint sends it: relations are ids. */
export interface Docs {
  news: News
  events: Event
  deputies: Deputy
  districts: District
  hearings: Hearing
  pages: Page
  wishes: Wish
  redirects: Redirect
  media: Media
}

export interface Globals {
  settings: Setting
  navigation: Navigation
  channels: Channel
  initiative: Initiative
}

export type Collection = keyof Docs
export type GlobalSlug = keyof Globals

/** The part of a relation a page has at hand: an id, or the document a preview was populated with. */
export type Reference = string | { id: string } | null | undefined
