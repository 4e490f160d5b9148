import rss from '@astrojs/rss'
import type { APIRoute } from 'astro'
import { newsTopics } from '../../../../collections/newsTopics.schema.ts'
import { documentPath } from '../../../../collections/documentPath.schema.ts'
import { latestNews, richText, settings } from '../../cms/index.ts'
import { dateOf } from '../../lib/calendar.ts'
import { absoluteLinks, escapeHtml } from '../../lib/html.ts'
import { ownPicture, seoDescription } from '../../lib/seo.ts'
import { absoluteUrl } from '../../lib/siteUrl.ts'

const feedLength = 50

/** RSS 2.0 for the newspaper and for readers: the newest articles whole, with full dates and their pictures. */
export const GET: APIRoute = () => {
  const siteName = settings()?.siteName || 'Люберцы'
  return rss({
    title: `${siteName}: новости`,
    description: settings()?.tagline || 'Новости городского портала',
    site: absoluteUrl('/'),
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: [
      '<language>ru</language>',
      `<atom:link href="${escapeHtml(absoluteUrl('/novosti/rss.xml'))}" rel="self" type="application/rss+xml"/>`,
    ].join(''),
    items: latestNews(feedLength).flatMap((news) => {
      if (!news.slug) return []
      const picture = ownPicture(news, news.cover)
      return {
        title: news.title,
        description: seoDescription(news) ?? undefined,
        content: news.body ? absoluteLinks(richText(news, news.body), absoluteUrl('/')) : undefined,
        link: absoluteUrl(documentPath('news', news.slug)),
        pubDate: dateOf(news.publishedAt ?? news.createdAt),
        categories: newsTopics.filter(({ value }) => value === news.topic).map(({ ru }) => ru),
        enclosure: picture?.size
          ? { url: absoluteUrl(picture.url), length: picture.size, type: 'image/jpeg' }
          : undefined,
      }
    }),
  })
}
