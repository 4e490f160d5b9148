import type { News } from '../../shared/News.ts'
import { absolute, facts, newsPath, topicOf } from './content.ts'

type Link = { label: string; href: string }

const context = { '@context': 'https://schema.org' }

const organization = {
  '@type': 'GovernmentOrganization',
  name: facts.municipality,
  url: facts.officialUrl,
}

export const organizationLd = { ...context, ...organization, areaServed: facts.municipality }

export const newsArticleLd = (news: News) => ({
  ...context,
  '@type': 'NewsArticle',
  headline: news.title,
  description: news.lead ?? undefined,
  datePublished: news.publishedAt,
  dateModified: news.updatedAt,
  articleSection: topicOf(news)?.label,
  image: [absolute('/og.png')],
  inLanguage: 'ru',
  mainEntityOfPage: absolute(newsPath(news)),
  author: organization,
  publisher: organization,
})

export const breadcrumbsLd = (items: Link[]) => ({
  ...context,
  '@type': 'BreadcrumbList',
  itemListElement: items.map(({ label, href }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: label,
    item: absolute(href),
  })),
})
