import type { SectionName } from '../cms/index.ts'
import type { Row } from '../components/props.ts'
import { menuOf } from './sections.ts'

const about: Record<SectionName, string> = {
  news: 'Что сделано и что решено, по темам',
  events: 'Что и когда будет: встречи, заседания, приёмы',
  deputies: 'Кто Вас представляет и когда принимает',
  questions: 'Спросить власть и прочитать, что она ответила',
  wishes: 'Чего хотят жители и что из этого сделано',
  initiative: 'Студенты и соседи, которые ведут портал: как вступить',
  houses: 'Страница Вашего дома: депутаты, приём, участок для голосования, уведомления',
  places: 'Парки, библиотеки, спорт, услуги: часы, доступность, остановки рядом',
  receptions: 'Кто, где и когда принимает: по округам и по людям',
  sessions: 'Повестка, решения и кто как голосовал',
  hearings: 'Публичные слушания, обсуждения, собрания собственников',
  documents: 'Решения и постановления: действуют или отменены, с поиском по тексту',
  elections: 'Даты, участок для голосования, явка с источниками',
  polls: 'Что решить во дворе и в городе; итоги пересчитает любой',
}

/** The sections with what each holds, by the groups of the menu. */
export function sectionGroups(existing: readonly SectionName[]): { title: string; rows: Row[] }[] {
  return menuOf(existing).map(({ title, links }) => ({
    title,
    rows: links.map(({ name, label, href }) => ({ title: label, href, text: about[name] })),
  }))
}

/** The same in one list, for those who are lost. */
export function sectionRows(existing: readonly SectionName[]): Row[] {
  return sectionGroups(existing).flatMap(({ rows }) => rows)
}
