import rss from '@astrojs/rss'
import type { APIRoute, GetStaticPaths } from 'astro'
import { documentPath } from '../../../../../../collections/documentPath.schema.ts'
import { feedPaths, settings, type Hearing, type News } from '../../../../cms/index.ts'
import { dateOf } from '../../../../lib/calendar.ts'
import { eventItem, feedOfParams } from '../../../../lib/feeds.ts'
import { escapeHtml } from '../../../../lib/html.ts'
import { seoDescription } from '../../../../lib/seo.ts'
import { absoluteUrl } from '../../../../lib/siteUrl.ts'

export const getStaticPaths = feedPaths satisfies GetStaticPaths

/** RSS 2.0 of a subject one may also be written to about. */
export const GET: APIRoute = ({ params, url }) => {
  const { name, news, dates, hearings } = feedOfParams(params)
  const items = [
    ...news.map((doc) => itemOf(doc, 'news')),
    ...dates.map(eventItem),
    ...hearings.map((doc) => itemOf(doc, 'hearings')),
  ]
  return rss({
    title: `${settings()?.siteName || 'Люберцы'}: ${name}`,
    description: `Новое на портале: ${name}`,
    site: absoluteUrl('/'),
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: [
      '<language>ru</language>',
      `<atom:link href="${escapeHtml(absoluteUrl(url.pathname))}" rel="self" type="application/rss+xml"/>`,
    ].join(''),
    items: items
      .filter(({ link }) => link)
      .sort((one, other) => other.pubDate.getTime() - one.pubDate.getTime()),
  })
}

const itemOf = (doc: News | Hearing, folder: 'news' | 'hearings') => ({
  title: doc.title,
  description: seoDescription(doc) ?? undefined,
  link: doc.slug ? absoluteUrl(documentPath(folder, doc.slug)) : undefined,
  pubDate: dateOf(doc.publishedAt ?? doc.createdAt),
})
