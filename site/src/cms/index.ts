/**
 * The only door to content. Pages and components import from here and from nowhere else: no fs, no fetch, no Date.now,
 * no Math.random. Every query is synchronous, reads the one in-memory snapshot and notes what it told the page, so that a
 * later change renders exactly the pages that would differ (keys with the version of the *result*).
 *
 * | query | gives | key |
 * |---|---|---|
 * | `getNewsPage(page)` | `ListPage<News>`; page 1 is the oldest, `'newest'` is /novosti/ | `list:newsPage/N` |
 * | `getNewsByTopic(topic, page)` | the same of one topic | `list:newsByTopic/topic/N` |
 * | `getNews(slug)` | the article; throws when there is none | `slug:news/…` |
 * | `latestNews(count)` | newest first | `list:latestNews/N` |
 * | `topicsWithNews()` | topics that have a list | `list:topicsWithNews` |
 * | `relatedNews(news, count?)` | the editor's choice, else the newest of the topic | `doc:news/…` or `list:newsBeside/…` |
 * | `newsOfEvent(id)` | newest first | `list:newsOfEvent/…` |
 * | `upcomingEvents(count)` | not over yet, soonest first, cancelled included | `list:upcomingEvents/N` |
 * | `upcomingCount()` | how many are ahead | `list:upcomingCount` |
 * | `calendarOfMonth('2026-11')`, `calendarOfWeek('2026-w48')`, `calendarAhead(days)` | `{ events, hearings }` by start | `list:calendarOf…` |
 * | `firstAfter(day)` | the next event after a day, or null | `list:firstAfter/…` |
 * | `hearingsInMonth('2026-11')` | those whose meeting is in the month | `list:hearingsInMonth/…` |
 * | `monthsBeside('2026-11')`, `weeksBeside('2026-w48')` | `{ before, after }`: nearest with a page | `list:…Beside/…` |
 * | `monthsWithEvents()` | newest first: the archive | `list:monthsWithEvents` |
 * | `getEvent(slug)`, `getEventDate(slug, day)` | the event, a date of a series; throws when there is none | `slug:events/…` |
 * | `currentDate(event)` | the date to speak of: the next, else the last | `clock:eventDate/id` |
 * | `datesOf(event)` | the dates of a series, else the event itself; pure | — |
 * | `stateOfEvent(event)` | `'before' \| 'now' \| 'after'` at the moment of the render | `clock:event/id/day` |
 * | `eventState(event, clock)` | the same, pure, from ./eventState.ts | — |
 * | `eventsOf('kind' \| 'audience' \| 'place' \| 'deputy', value, past)` | `{ ahead, past }` | `list:eventsOf/…` |
 * | `seatsOf(date)` | seats, free, waiting as last told; null without registration | `list:seats/…` |
 * | `placesWithEvents()` | places with a page | `list:placesWithEvents` |
 * | `eventsWithOutcome(count)` | over, with an outcome, newest first | `list:eventsWithOutcome/N` |
 * | `allEvents()` | by start, for the feed | `list:allEvents` |
 * | `getDeputies()`, `getFormerDeputies()` | by name: in office, those who left | `list:deputies`, `list:formerDeputies` |
 * | `getSessions()`, `getSession(slug)` | sittings, the latest first; the sitting | `list:sessions`, `slug:sessions/…` |
 * | `sittingsOfDeputy(id)`, `isFormer(id)`, `voterOf(id)` | attendance and votes; whether the term is over; the name in lists of votes | `list:sittingsOfDeputy/…`, `clock:former/…` |
 * | `councilStatistics()` | figures of deputies and officials | `list:councilStatistics` |
 * | `getDeputiesByDistrict()` | `{ district \| null, deputies }[]` by number | `list:deputiesByDistrict` |
 * | `getDeputy(slug)` | the deputy; throws when there is none | `slug:deputies/…` |
 * | `getHearings()` | the latest notice first | `list:hearings` |
 * | `getHearing(slug)` | the hearing; throws when there is none | `slug:hearings/…` |
 * | `editionsOf(hearingId)` | every edition of a notice, the last first | `list:editionsOf/…` |
 * | `getHouse(slug)` | the house; throws when there is none | `slug:houses/…` |
 * | `noticesOfHouse(id)`, `noticeIdsOfHouse(id)`, `hearingToday(id)` | notices that concern a house; the row of one today | `list:noticesOfHouse/…`, `list:noticeIdsOfHouse/…`, `clock:hearing/…` |
 * | `facesOfDistrict(id)`, `eventsOfDistrict(id, count)`, `voiceOfDistrict(id)` | what all houses of a district show | `list:…OfDistrict/…` |
 * | `placeOfHouse(id)` | title and point | `list:placeOfHouse/…` |
 * | `houseStreets()` | every street with the number of its houses, by name | `list:houseStreets` |
 * | `housesOfStreet(street, page)`, `housesOfShard(shard)` | by number; what one file of the search holds | `list:housesOfStreet/…`, `list:housesOfShard/…` |
 * | `getReceptions()`, `receptionsOfPerson(slug)`, `receptionsOfDeputy(id)`, `receptionsOfDistrict(id)` | office hours | `list:receptions`, `list:receptionsOf…/…` |
 * | `nextReceptionsOfDistrict(id)` | the next of each deputy | `list:nextReceptionsOfDistrict/…` |
 * | `calendarOfDistrict(id)`, `calendarOfPerson(slug)` | what a calendar file holds of them | `list:calendarOf…/…` |
 * | `streamsOf(documentId)`, `stateOfStream(stream)` | streams of an event, by their start; the state at the moment of the render | `list:streamsOf/…`, `clock:stream/…` |
 * | `getAddressees()`, `getAddressee(slug)` | in the editors' order; throws when there is none | `list:addressees`, `slug:addressees/…` |
 * | `addresseeOfDeputy(id)` | as whom a deputy is asked, or null | `list:addresseeOfDeputy/…` |
 * | `questionsPage(group, value, page)` | `ListPage<Question>` of all, a topic, a phase, an addressee | `list:questionsPage/…` |
 * | `getQuestion(number)` | the question; throws when there is none | `number:question/…` |
 * | `latestQuestionsOf(addresseeId, count)` | newest first | `list:latestQuestionsOf/…` |
 * | `allQuestions()` | declined ones included, for the statistics | `list:allQuestions` |
 * | `topicsWithQuestions()` | topics that have a list | `list:topicsWithQuestions` |
 * | `isLate(question)` | whether it waits beyond its term | `clock:question/id` |
 * | `getPlaces()`, `placesOfCategory(category)`, `placeCounts()`, `getPlace(slug)` | the guide by name | `list:places`, `list:placesOfCategory/…`, `list:placeCounts`, `slug:places/…` |
 * | `openNow(place)` | open or closed and until when; null when nobody knows | `clock:place/id` |
 * | `getStops()`, `stopsNear(point)` | all; the three nearest within a kilometre, asked by cells of the map | `list:stops`, `list:stopsNear/…` |
 * | `mapPoints()` | what the drawn map shows | `list:mapPoints` |
 * | `getPolls()`, `getPoll(slug)` | the last to close first; the poll | `list:polls`, `slug:polls/…` |
 * | `phaseOfPoll(poll)`, `openPolls()` | before, open, being counted, over; how many are open | `clock:poll`, `clock:openPolls` |
 * | `resultOfPoll(poll)`, `ballotList(pollId)` | its count, null before; with its ballots | `list:pollResult/…`, `list:ballots/…` |
 * | `getElections()`, `getElection(slug)` | the latest voting first; the election | `list:elections`, `slug:elections/…` |
 * | `getTurnout()`, `turnoutOf(electionId)` | figures of turnout, the oldest first | `list:turnout`, `list:turnoutOf/…` |
 * | `documentsPage(filter, value, page)`, `getDocument(slug)` | `ListPage<OfficialDocument>` of all, a kind, a year, a state; the document | `list:documentsPage/…`, `slug:documents/…` |
 * | `documentValues(filter)`, `documentsOf(from, id)`, `repealedBy(id)`, `allDocuments()` | values that have a list; of a sitting or hearing; what it repealed; for the open data | `list:document…` |
 * | `lastChangeOf(collection)` | the day of the latest change | `list:lastChangeOf/…` |
 * | `footerPages()`, `getPage(slug)` | pages for the footer by title; the page | `list:footerPages`, `slug:pages/…` |
 * | `getRedirects()` | old and new addresses | `list:redirects` |
 * | `settings()`, `navigation()`, `channels()`, `initiative()` | the globals; null until saved once | `global:…` |
 * | `sections()` | sections that have something to show | `list:sections` |
 * | `related(collection, ref)` | the document of a relation, null when residents may not see it | `doc:news/…` |
 * | `relatedAll(collection, refs)` | those of a to-many relation | `doc:…` each |
 * | `getWishPage(page)`, `getWishesOf('category' \| 'state', value, page)` | published wishes, paged like news | `list:wishPage/N`, `list:wishesOf/…` |
 * | `getWish(slug)` | the wish, also one that was not published (without its text) | `slug:wishes/…` |
 * | `wishCategories()` | categories that have a list | `list:wishCategories` |
 * | `wishStatistics()` | groups of five and more, null when there are too few | `list:wishStatistics` |
 * | `districtsByNumber()` | for the forms | `list:districts` |
 * | `feedOf(kind, value)` | the latest about a subject, null when there is none | `list:feed/…` |
 * | `today()` | «2026-11-23» in Moscow | `clock:day` |
 *
 * `getStaticPaths` only: `newsPaths`, `newsPagePaths`, `topicPaths`, `topicPagePaths`, `eventPaths`, `monthPaths`,
 * `deputyPaths`, `hearingPaths`, `pagePaths`, `questionPaths`, `pollPaths`, `wishPaths` and their like (listing.ts; they
 * wait for the content to be loaded).
 *
 * A new query is made with `query` (door.ts) from what `content` and `clock` answer (content.ts): that is all there is to do
 * for its pages to be published in an instant and by the clock.
 *
 * Rich text: `richText(doc, value, { top })` → HTML, `plainText(value)`, `excerpt(text, length)`.
 */
export { stateOfEvent, today } from './clock.ts'
export { related, relatedAll } from './queries/documents.ts'
export {
  allEvents,
  audiencePaths,
  calendarAhead,
  calendarOfMonth,
  calendarOfWeek,
  currentDate,
  eventDateFormPaths,
  eventDatePaths,
  eventFormPaths,
  eventPaths,
  eventsOf,
  eventsWithOutcome,
  firstAfter,
  getEvent,
  getEventDate,
  hearingsInMonth,
  kindPaths,
  monthPaths,
  monthsBeside,
  monthsWithEvents,
  eventPlacePaths,
  placesWithEvents,
  seatsOf,
  upcomingCount,
  upcomingEvents,
  weekPaths,
  weeksBeside,
  type CalendarPart,
  type EventGroup,
} from './queries/events.ts'
export { electionPaths, getElection, getElections, getTurnout, turnoutOf } from './queries/elections.ts'
export {
  feedCalendarPaths,
  feedOf,
  feedPaths,
  hasCalendar,
  type AnnouncedDate,
  type FeedKind,
} from './queries/feeds.ts'
export {
  councilStatistics,
  getSession,
  getSessions,
  housesInDistrict,
  isFormer,
  sessionPaths,
  sittingsOfDeputy,
  stateOfSession,
  statisticsOrderPaths,
  voterOf,
  wishesOfDistrict,
  type Attended,
} from './queries/council.ts'
export { editionsOf, getHearing, getHearings, hearingPaths, hearingToday } from './queries/hearings.ts'
export {
  eventsOfDistrict,
  facesOfDistrict,
  getHouse,
  housePaths,
  houseStreets,
  housesOfShard,
  housesOfStreet,
  noticeIdsOfHouse,
  noticesOfHouse,
  placeOfHouse,
  shardPaths,
  streetPagePaths,
  streetPaths,
  voiceOfDistrict,
} from './queries/houses.ts'
export { allManifests, editionPaths, editionText, getManifest, manifestPaths } from './queries/manifests.ts'
export {
  getNews,
  getNewsByTopic,
  getNewsPage,
  latestNews,
  newsOfEvent,
  newsPagePaths,
  newsPaths,
  relatedNews,
  topicPagePaths,
  topicPaths,
  topicsWithNews,
} from './queries/news.ts'
export {
  allDocuments,
  documentKindPagePaths,
  documentKindPaths,
  documentListPaths,
  documentPagePaths,
  documentsOf,
  documentsPage,
  documentStatePagePaths,
  documentStatePaths,
  documentValues,
  documentYearPagePaths,
  documentYearPaths,
  getDocument,
  repealedBy,
  type DocumentFilter,
} from './queries/officialDocuments.ts'
export { datasetPaths, lastChangeOf } from './queries/openData.ts'
export { footerPages, getPage, getRedirects, pagePaths } from './queries/pages.ts'
export {
  deputyPaths,
  getDeputies,
  getDeputiesByDistrict,
  getDeputy,
  getFormerDeputies,
} from './queries/people.ts'
export {
  addresseeOfDeputy,
  allQuestions,
  addresseePagePaths,
  addresseePaths,
  getAddressee,
  getAddressees,
  getQuestion,
  isLate,
  latestQuestionsOf,
  phasePagePaths,
  phasePaths,
  questionPagePaths,
  questionPaths,
  questionsPage,
  questionTopicPagePaths,
  questionTopicPaths,
  topicsWithQuestions,
} from './queries/questions.ts'
export {
  ballotList,
  ballotPaths,
  getPoll,
  getPolls,
  openPolls,
  phaseOfPoll,
  pollPaths,
  resultOfPoll,
  type PollPhase,
} from './queries/polls.ts'
export {
  getPlace,
  getPlaces,
  getStops,
  mapPoints,
  openNow,
  placeCategoryPaths,
  placeCounts,
  placePaths,
  placesOfCategory,
  stopsNear,
  type NearStop,
} from './queries/places.ts'
export {
  channels,
  initiative,
  navigation,
  procedurePaths,
  sections,
  settings,
  type SectionName,
} from './queries/site.ts'
export {
  districtsByNumber,
  getWish,
  getWishesOf,
  getWishPage,
  wishCategories,
  wishCategoryPagePaths,
  wishCategoryPaths,
  wishPagePaths,
  wishPaths,
  wishStatePagePaths,
  wishStatePaths,
  wishStatistics,
} from './queries/wishes.ts'
export {
  calendarOfDistrict,
  calendarOfPerson,
  getReceptions,
  nextReceptionsOfDistrict,
  personPaths,
  receptionDistrictPaths,
  receptionsOfDeputy,
  receptionsOfDistrict,
  receptionsOfPerson,
  type CalendarReceptions,
  type NextReception,
} from './queries/receptions.ts'
export { stateOfStream, streamsOf } from './queries/streams.ts'
export { idOf } from './reference.ts'
export { datesOf, type EventDate } from './eventDates.ts'
export { eventEnd, eventStart, type EventState } from './eventState.ts'
export type * from './types.ts'
export { excerpt, plainText } from './richText/plainText.ts'
export { richText } from './richText/richText.ts'
