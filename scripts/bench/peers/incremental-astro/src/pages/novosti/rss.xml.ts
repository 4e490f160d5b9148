import rss from '@astrojs/rss'
import { absolute, allNews, facts, newsPath, topicOf } from '../../content.ts'

export const GET = () =>
  rss({
    title: `${facts.name}: новости`,
    description: facts.tagline,
    site: absolute('/'),
    customData: '<language>ru</language>',
    items: allNews.slice(0, 50).map((news) => ({
      title: news.title,
      description: news.lead ?? undefined,
      link: absolute(newsPath(news)),
      pubDate: new Date(news.publishedAt),
      categories: [topicOf(news)?.label ?? ''].filter(Boolean),
    })),
  })
