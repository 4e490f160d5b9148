import type { CollectionConfig, GlobalConfig } from 'payload'
import { Deputies } from './Deputies/Deputies.ts'
import { Districts } from './Districts.ts'
import { Events } from './Events/Events.ts'
import { Hearings } from './Hearings/Hearings.ts'
import { Media } from './Media/Media.ts'
import { News } from './News.ts'
import { Pages } from './Pages.ts'
import { Redirects } from './Redirects.ts'
import { State } from './State.ts'
import { Users } from './Users/Users.ts'
import { Channels } from './globals/Channels.ts'
import { Navigation } from './globals/Navigation.ts'
import { Settings } from './globals/Settings.ts'
import { Publications } from './publications/Publications.ts'

/** The model in the order of the admin's menu. */
export const collections: CollectionConfig[] = [
  News,
  Events,
  Pages,
  Deputies,
  Hearings,
  Districts,
  Media,
  Publications,
  Redirects,
  Users,
  State,
]

export const globals: GlobalConfig[] = [Settings, Navigation, Channels]
