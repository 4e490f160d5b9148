import { documentPath } from '../../../collections/documentPath.schema.ts'
import { deputyDuties } from '../../../collections/deputyDuties.schema.ts'
import { newsTopics } from '../../../collections/newsTopics.schema.ts'
import { eventEnd, eventStart, related, settings } from '../cms/index.ts'
import type { Deputy, Event, News, Session } from '../cms/types.ts'
import type { Link } from '../components/props.ts'
import { dayKey } from './dates.ts'
import { mediaUrl } from './picture.ts'
import { seoDescription, sharePicture } from './seo.ts'
import { absoluteUrl } from './siteUrl.ts'

/**
 * Schema.org objects for the layout, which escapes and writes them. Empty parts are left out: JSON.stringify drops
 * undefined.
 */
type Thing = Record<string, unknown>

const context = { '@context': 'https://schema.org' }

export function newsArticleLd(news: News): Thing {
  const topic = newsTopics.find(({ value }) => value === news.topic)
  const picture = sharePicture(news, news.cover)
  const publisher = organization()
  return {
    ...context,
    '@type': 'NewsArticle',
    headline: news.title,
    description: seoDescription(news) ?? undefined,
    datePublished: news.publishedAt ?? news.createdAt,
    dateModified: news.updatedAt,
    articleSection: topic?.ru,
    image: picture ? [absoluteUrl(picture.url)] : undefined,
    inLanguage: 'ru',
    mainEntityOfPage: news.slug ? absoluteUrl(documentPath('news', news.slug)) : undefined,
    author: publisher,
    publisher,
  }
}

/** With the status vocabulary of schema.org: a moved event names its previous start, a cancelled one keeps its own. */
export function eventLd(event: Event): Thing {
  const picture = sharePicture(event, event.cover)
  const moment = (date: Date) => (event.allDay ? dayKey(date) : date.toISOString())
  // An all-day event ends with the midnight after it; its last day is one millisecond earlier.
  const end =
    event.endsAt || event.allDay ? new Date(eventEnd(event).getTime() - (event.allDay ? 1 : 0)) : null
  return {
    ...context,
    '@type': 'Event',
    name: event.title,
    description: seoDescription(event) ?? undefined,
    startDate: moment(eventStart(event)),
    endDate: end ? moment(end) : undefined,
    eventStatus: `https://schema.org/${statuses[event.status ?? 'scheduled']}`,
    previousStartDate: event.status === 'moved' ? (event.previousStartsAt ?? undefined) : undefined,
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location:
      event.place?.name || event.place?.address
        ? {
            '@type': 'Place',
            name: event.place.name || event.place.address,
            address: event.place.address ?? undefined,
          }
        : undefined,
    organizer: event.organizer ? { '@type': 'Organization', name: event.organizer } : organization(),
    image: picture ? [absoluteUrl(picture.url)] : undefined,
    url: event.slug ? absoluteUrl(documentPath('events', event.slug)) : undefined,
  }
}

/** A sitting of the Council, open to the public (8-ФЗ ст. 15). */
export function sessionLd(session: Session): Thing {
  const { place, slug, startsAt, status } = session
  return {
    ...context,
    '@type': 'Event',
    name: session.title,
    description: seoDescription(session) ?? undefined,
    startDate: startsAt,
    endDate: session.endsAt ?? undefined,
    eventStatus: `https://schema.org/${statuses[status]}`,
    previousStartDate: status === 'moved' ? (session.previousStartsAt ?? undefined) : undefined,
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: { '@type': 'Place', name: place.name, address: place.address ?? undefined },
    organizer: council(),
    url: slug ? absoluteUrl(documentPath('sessions', slug)) : undefined,
  }
}

const statuses = {
  scheduled: 'EventScheduled',
  moved: 'EventRescheduled',
  cancelled: 'EventCancelled',
  held: 'EventScheduled',
}

export function personLd(deputy: Deputy): Thing {
  const photo = related('media', deputy.photo)
  return {
    ...context,
    '@type': 'Person',
    name: deputy.title,
    givenName: deputy.firstName,
    additionalName: deputy.middleName ?? undefined,
    familyName: deputy.lastName,
    jobTitle: deputyDuties.find(({ value }) => value === deputy.duty)?.ru,
    worksFor: council(),
    image: photo?.sizes?.og?.url ? absoluteUrl(mediaUrl(photo.sizes.og.url)) : undefined,
    url: deputy.slug ? absoluteUrl(documentPath('deputies', deputy.slug)) : undefined,
    sameAs: deputy.links?.flatMap(({ url, official }) => (official && url ? [url] : [])),
  }
}

/** The municipality as the publisher of the site. */
export function governmentOrganizationLd(): Thing {
  return { ...context, ...organization(), areaServed: settings()?.municipality?.name ?? undefined }
}

/** The way to a page; the page itself is the last item. */
export function breadcrumbsLd(items: readonly Link[]): Thing {
  return {
    ...context,
    '@type': 'BreadcrumbList',
    itemListElement: items.map(({ label, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      item: absoluteUrl(href),
    })),
  }
}

function council(): Thing {
  return {
    '@type': 'GovernmentOrganization',
    name: 'Совет депутатов',
    parentOrganization: organization(),
  }
}

function organization(): Thing {
  const { municipality, siteName } = settings() ?? {}
  return {
    '@type': 'GovernmentOrganization',
    name: municipality?.name || siteName || 'Люберцы',
    url: municipality?.officialUrl || absoluteUrl('/'),
  }
}
