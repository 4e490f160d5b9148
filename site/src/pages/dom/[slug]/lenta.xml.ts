import rss from '@astrojs/rss'
import type { APIRoute, GetStaticPaths } from 'astro'
import { documentPath } from '../../../../../collections/documentPath.schema.ts'
import { eventsOfDistrict, getHouse, housePaths, idOf, noticesOfHouse } from '../../../cms/index.ts'
import { dateOf } from '../../../lib/calendar.ts'
import { eventPath } from '../../../lib/eventPath.ts'
import { escapeHtml } from '../../../lib/html.ts'
import { seoDescription } from '../../../lib/seo.ts'
import { absoluteUrl } from '../../../lib/siteUrl.ts'

export const getStaticPaths = housePaths satisfies GetStaticPaths

const feedLength = 30

/** RSS 2.0 of a house: notices that concern it and events of its district. */
export const GET: APIRoute = ({ params }) => {
  const house = getHouse(params.slug ?? '')
  const district = idOf(house.district)
  const path = documentPath('houses', house.slug ?? '')
  const notices = noticesOfHouse(house.id).map((hearing) => ({
    title: hearing.title,
    text: seoDescription(hearing),
    path: hearing.slug && documentPath('hearings', hearing.slug),
    date: hearing.noticeAt ?? hearing.publishedAt ?? hearing.createdAt,
  }))
  const events = (district ? eventsOfDistrict(district, feedLength) : []).map((event) => ({
    title: event.title,
    text: event.lead,
    path: eventPath(event),
    date: event.announcedAt,
  }))
  const items = [...notices, ...events].sort((a, b) => b.date.localeCompare(a.date)).slice(0, feedLength)
  return rss({
    title: house.title ?? '',
    description: 'Слушания, собрания и события, которые касаются дома',
    site: absoluteUrl('/'),
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: [
      '<language>ru</language>',
      `<atom:link href="${escapeHtml(absoluteUrl(`${path}lenta.xml`))}" rel="self" type="application/rss+xml"/>`,
    ].join(''),
    items: items.flatMap(({ title, text, path: link, date }) =>
      link ? { title, description: text ?? undefined, link: absoluteUrl(link), pubDate: dateOf(date) } : [],
    ),
  })
}
