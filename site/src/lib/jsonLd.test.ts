import { beforeEach, expect, it } from 'vitest'
import { openWith } from '../../test/content.ts'
import { getDeputy, getEvent, getNews } from '../cms/index.ts'
import { breadcrumbsLd, eventLd, newsArticleLd, personLd } from './jsonLd.ts'

beforeEach(async () => {
  await openWith()
})

it('describes an article with its dates, picture and publisher', () => {
  expect(newsArticleLd(getNews('most-cherez-pehorku'))).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: 'Мост через Пехорку откроют для пешеходов на месяц раньше',
    datePublished: '2026-11-22T06:00:00.000Z',
    image: ['http://localhost:3000/media/m-most-1200x630.jpg'],
    mainEntityOfPage: 'http://localhost:3000/novosti/most-cherez-pehorku/',
    publisher: { '@type': 'GovernmentOrganization', name: 'городской округ Люберцы' },
  })
})

it('says in the words of schema.org that an event moved, and from when', () => {
  expect(eventLd(getEvent('sobranie-pereneseno'))).toMatchObject({
    eventStatus: 'https://schema.org/EventRescheduled',
    startDate: '2026-12-05T15:00:00.000Z',
    previousStartDate: '2026-11-28T15:00:00.000Z',
  })
})

it('says that an event is cancelled and keeps its date', () => {
  const event = eventLd(getEvent('yarmarka-otmenena'))
  expect(event).toMatchObject({
    eventStatus: 'https://schema.org/EventCancelled',
    startDate: '2026-11-27T07:00:00.000Z',
  })
  expect(JSON.parse(JSON.stringify(event))).not.toHaveProperty('previousStartDate')
})

it('gives the days of an all-day event as days', () => {
  expect(eventLd(getEvent('vystavka'))).toMatchObject({ startDate: '2026-11-26', endDate: '2026-12-17' })
})

it('names a deputy, the duty and only the official pages', () => {
  expect(personLd(getDeputy('deputat-1'))).toMatchObject({
    '@type': 'Person',
    familyName: 'Образцова',
    jobTitle: 'Председатель Совета депутатов',
    sameAs: ['https://vk.com/example'],
  })
})

it('numbers the way to a page and gives full addresses', () => {
  expect(breadcrumbsLd([{ label: 'Новости', href: '/novosti/' }])).toMatchObject({
    '@type': 'BreadcrumbList',
    itemListElement: [{ position: 1, name: 'Новости', item: 'http://localhost:3000/novosti/' }],
  })
})
