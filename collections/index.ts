import type { CollectionConfig, Endpoint, GlobalConfig } from 'payload'
import { Addressees } from './Addressees/Addressees.ts'
import { Deputies } from './Deputies/Deputies.ts'
import { Districts } from './Districts.ts'
import { Documents } from './Documents/Documents.ts'
import { Editions } from './Editions/Editions.ts'
import { Elections } from './Elections/Elections.ts'
import { Turnout } from './Elections/Turnout.ts'
import { Events } from './Events/Events.ts'
import { Hearings } from './Hearings/Hearings.ts'
import { Houses } from './Houses/Houses.ts'
import { Manifests } from './Manifests/Manifests.ts'
import { Media } from './Media/Media.ts'
import { News } from './News.ts'
import { Pages } from './Pages.ts'
import { Questions } from './Questions/Questions.ts'
import { Ballots } from './Polls/Ballots.ts'
import { Marks } from './Polls/Marks.ts'
import { Places } from './Places/Places.ts'
import { Polls } from './Polls/Polls.ts'
import { Results } from './Polls/Results.ts'
import { Receptions } from './Receptions/Receptions.ts'
import { Sessions } from './Sessions/Sessions.ts'
import { Redirects } from './Redirects.ts'
import { EventSeats } from './Registrations/EventSeats.ts'
import { Registrations } from './Registrations/Registrations.ts'
import { Stops } from './Stops/Stops.ts'
import { Users } from './Users/Users.ts'
import { flyerEndpoint } from './Flyers/endpoint.ts'
import { formEndpoints } from './forms/endpoints.ts'
import { Spent } from './forms/Spent.ts'
import { Calendar } from './globals/Calendar.ts'
import { Channels } from './globals/Channels.ts'
import { Initiative } from './globals/Initiative.ts'
import { Law } from './globals/Law.ts'
import { Navigation } from './globals/Navigation.ts'
import { Settings } from './globals/Settings.ts'
import { previewLink } from './http/previewLink.ts'
import { eraseOldRequests } from './JoinRequests/eraseOldRequests.ts'
import { joinEndpoints } from './JoinRequests/joinForm.ts'
import { JoinRequests } from './JoinRequests/JoinRequests.ts'
import { keepMembers } from './JoinRequests/members.ts'
import { Letters } from './letters/Letters.ts'
import { Publications } from './publications/Publications.ts'
import { snapshotEndpoints } from './snapshot/endpoints.ts'
import { live } from './Streams/live.ts'
import { Streams } from './Streams/Streams.ts'
import { State } from './state/State.ts'
import { subscriptionEndpoints } from './Subscriptions/endpoints.ts'
import { Messages } from './Subscriptions/Messages.ts'
import { Notices } from './Subscriptions/Notices.ts'
import { Subscribers } from './Subscriptions/Subscribers.ts'
import { Wishes } from './Wishes/Wishes.ts'
import { Withdrawals } from './Withdrawals/Withdrawals.ts'
import { WishSupports } from './Wishes/WishSupports.ts'

/** The model, in the order of the admin's menu. */
export const collections: CollectionConfig[] = [
  News,
  Events,
  Streams,
  Places,
  Pages,
  Wishes,
  Registrations,
  JoinRequests,
  Deputies,
  Receptions,
  Sessions,
  Hearings,
  Editions,
  Manifests,
  Documents,
  Elections,
  Turnout,
  Withdrawals,
  Questions,
  Addressees,
  Polls,
  Results,
  Districts,
  Houses,
  Stops,
  Media,
  Publications,
  Redirects,
  Users,
  State,
  Letters,
  Spent,
  Marks,
  Ballots,
  WishSupports,
  EventSeats,
  Subscribers,
  Notices,
  Messages,
]

export const globals: GlobalConfig[] = [Settings, Navigation, Channels, Initiative, Law, Calendar]

/** Endpoints under /api that belong to no collection; those of the log stand in its collection. */
export const endpoints: Endpoint[] = [
  ...snapshotEndpoints,
  previewLink,
  flyerEndpoint,
  ...formEndpoints,
  ...joinEndpoints,
  ...subscriptionEndpoints,
  live,
]

export { editorialSlugs, type EditorialSlug } from './editorial.ts'
export { editor } from './fields/body.ts'
export { pruneSpent } from './forms/spend.ts'
export { startPostman } from './letters/postman.ts'
export { eraseOldRequests }
export { publishedOn } from './Hearings/publishedNow.ts'
export { keepMembers }
export { importHouses } from './Houses/import/importHouses.ts'
export { maxDocumentBytes, maxPictureBytes } from './Media/inspectUpload.ts'
export { signManifests } from './Manifests/signManifests.ts'
export { countClosed } from './Polls/countClosed.ts'
export { startDispatcher, type DispatcherOptions } from './publications/dispatcher.ts'
export { eraseOldContacts } from './Questions/eraseContacts.ts'
export { prunePublications } from './publications/prune.ts'
export { keepRegistrations } from './Registrations/keepRegistrations.ts'
export { runScheduledJobs } from './schedule/runScheduledJobs.ts'
export { createLease, type Lease } from './state/lease.ts'
export { clearSubscriptions } from './Subscriptions/clearOld.ts'
export { startTeller } from './Subscriptions/teller.ts'
