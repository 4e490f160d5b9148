import type {
  Addressee,
  Channel,
  Deputy,
  District,
  Edition,
  Election,
  Event,
  EventSeat,
  Hearing,
  House,
  Manifest,
  Initiative,
  Media,
  Navigation,
  News,
  OfficialDocument,
  Page,
  Place,
  Poll,
  PollResult,
  Question,
  Reception,
  Redirect,
  Session,
  Setting,
  Stop,
  Stream,
  Turnout,
  Wish,
} from '../../../collections/payload-types.ts'

export type {
  Addressee,
  Deputy,
  District,
  Edition,
  Election,
  Event,
  Hearing,
  House,
  Manifest,
  Media,
  News,
  OfficialDocument,
  Place,
  Poll,
  PollResult,
  Question,
  Reception,
  Session,
  Stream,
  Turnout,
  Stop,
  Wish,
}

/** Every public collection, as the content endpoint sends it: relations are ids. */
export interface Docs {
  news: News
  events: Event
  'event-seats': EventSeat
  deputies: Deputy
  districts: District
  hearings: Hearing
  sessions: Session
  editions: Edition
  manifests: Manifest
  pages: Page
  addressees: Addressee
  questions: Question
  polls: Poll
  'poll-results': PollResult
  wishes: Wish
  houses: House
  places: Place
  stops: Stop
  receptions: Reception
  documents: OfficialDocument
  elections: Election
  turnout: Turnout
  streams: Stream
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
