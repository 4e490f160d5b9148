import type { SectionName } from '../cms/index.ts'

export interface SectionLink {
  name: SectionName
  label: string
  href: string
  /** Left out of the line on a wide screen, where there is no room for all: «Все разделы» leads to it. */
  isMinor?: true
}

/** The page that lists them. */
export const allSections = '/razdely/'

const groups: { title: string; links: SectionLink[] }[] = [
  {
    title: 'Узнать',
    links: [
      { name: 'houses', label: 'Мой дом', href: '/dom/' },
      { name: 'news', label: 'Новости', href: '/novosti/' },
      { name: 'events', label: 'Календарь', href: '/kalendar/' },
      { name: 'places', label: 'Путеводитель', href: '/putevoditel/' },
    ],
  },
  {
    title: 'Власть',
    links: [
      { name: 'deputies', label: 'Депутаты', href: '/deputaty/' },
      { name: 'sessions', label: 'Заседания', href: '/zasedaniya/', isMinor: true },
      { name: 'receptions', label: 'Приём', href: '/priyomy/' },
      { name: 'hearings', label: 'Слушания и собрания', href: '/slushaniya/' },
      { name: 'documents', label: 'Документы', href: '/dokumenty/', isMinor: true },
      { name: 'elections', label: 'Выборы', href: '/vybory/', isMinor: true },
    ],
  },
  {
    title: 'Сказать своё',
    links: [
      { name: 'questions', label: 'Вопросы', href: '/voprosy/' },
      { name: 'polls', label: 'Голосования', href: '/golosovaniya/' },
      { name: 'wishes', label: 'Пожелания', href: '/pozhelaniya/' },
      { name: 'initiative', label: 'Инициативная группа', href: '/initsiativnaya-gruppa/', isMinor: true },
    ],
  },
]

/** The menu: only sections that have something to show, a group without any is left out. */
export function menuOf(existing: readonly SectionName[]) {
  return groups
    .map(({ title, links }) => ({ title, links: links.filter(({ name }) => existing.includes(name)) }))
    .filter(({ links }) => links.length > 0)
}
