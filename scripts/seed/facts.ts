/** Sources of what is seeded as true. Addresses are named only where somebody has opened them. */
export type Source = { name: string; url?: string; checkedAt: string }

/** The day when the facts below were last compared with their sources. */
const checkedAt = '2026-11-23T09:00:00.000Z'

export const sources = {
  officialSite: { name: 'Официальный сайт муниципалитета', checkedAt },
  openSources: { name: 'Справка редакции по открытым источникам', checkedAt },
  regionalNews: {
    name: 'Телеканал 360, публикация от 2 февраля 2026 года',
    url: 'https://360.ru/',
    checkedAt,
  },
  electionCommission: {
    name: 'Территориальная избирательная комиссия, цифру приводят основатели портала',
    checkedAt,
  },
  openGovernmentLaw: {
    name: 'Федеральный закон № 8-ФЗ о доступе к информации о деятельности органов власти',
    checkedAt,
  },
  editors: { name: 'Редакция портала', checkedAt },
} satisfies Record<string, Source>
