import { dayKey } from './dates.ts'

/** What a search result says it is. */
export type SearchKind =
  | 'Новость'
  | 'Событие'
  | 'Депутат'
  | 'Заседание'
  | 'Слушания'
  | 'Обсуждения'
  | 'Собрание'
  | 'Сообщение'
  | 'Вопрос'
  | 'Вопрос с ответом'
  | 'Голосование'
  | 'Пожелание'
  | 'Выборы'
  | 'Документ'
  | 'Место'
  | 'Страница'

/**
 * The attributes of a `<main>` that is searched, with what its result says beside the title. Only pages of one document
 * have them: a list would repeat what it leads to.
 */
export function searchable(kind: SearchKind, date?: string | null) {
  return {
    'data-pagefind-body': true,
    'data-pagefind-meta': date ? 'kind[data-kind],date[data-date]' : 'kind[data-kind]',
    'data-kind': kind,
    'data-date': date ? dayKey(date) : undefined,
  }
}
