import {
  isOpen,
  moderationDays,
  wishCategories,
  wishPaths,
  wishStates,
  wordOf,
} from '../../../collections/Wishes/wishes.schema.ts'
import type { Wish } from '../cms/types.ts'
import type { Row, Stop, Tone } from '../components/props.ts'
import { dayYear, plural } from './dates.ts'

export const wishPath = (wish: Pick<Wish, 'slug'>): string => `${wishPaths.list}${wish.slug}/`

export const categoryName = (category: string): string => wordOf(wishCategories, category)
export const stateName = (state: string): string => wordOf(wishStates, state)

export const supportWords = (count: number | null | undefined): string =>
  count
    ? plural(count, ['человек поддержал', 'человека поддержали', 'человек поддержали'])
    : 'пока никто не поддержал'

/** A row of a list of wishes; the state stands in words at its end. */
export function wishRow(wish: Wish, { hasCategory = true } = {}): Row {
  const when = wish.publishedAt ?? wish.receivedAt
  return {
    when: dayYear(when),
    datetime: when,
    title: wish.title,
    href: wishPath(wish),
    text: [
      hasCategory && categoryName(wish.category),
      wish.place,
      wish.supports && supportWords(wish.supports),
    ]
      .filter(Boolean)
      .join(' · '),
    isDemo: wish.demo ?? false,
    tag:
      wish.status === 'published' ? undefined : { label: stateName(wish.status), tone: tones[wish.status] },
  }
}

const tones: Partial<Record<string, Tone>> = { done: 'done' }

/** The way of a wish: what was, where it is, and what comes. From the states the server enforces. */
export function wishStops(wish: Wish): Stop[] {
  const sent: Stop = { when: dayYear(wish.receivedAt), title: 'Житель отправил', state: 'done' }
  if (!isOpen(wish.status))
    return [sent, { when: dated(wish.decidedAt), title: 'Не опубликовано', state: 'now' }]
  const published: Stop = { when: dated(wish.publishedAt), title: 'Опубликовано' }
  if (wish.status === 'published')
    return [
      sent,
      { ...published, state: 'now', text: 'Его могут поддержать другие жители.' },
      {
        title: 'Ответ администрации',
        text: 'Запланируют, сделают или откажут с причиной. Ответ будет здесь.',
      },
    ]
  const decided: Stop = { when: dated(wish.decidedAt), title: stateName(wish.status), state: 'now' }
  const before: Stop[] = [sent, { ...published, state: 'done' }]
  if (wish.status === 'planned') return [...before, decided, { title: 'Сделано' }]
  return [...before, wish.status === 'done' ? { ...decided, state: 'done' } : decided]
}

const dated = (when: string | null | undefined): string | undefined => (when ? dayYear(when) : undefined)

/** Beside the form: what happens after «Отправить». */
export const newWishStops: Stop[] = [
  {
    when: 'сейчас',
    title: 'Вы отправляете пожелание',
    text: 'Дадим номер: по нему его можно найти.',
    state: 'now',
  },
  {
    when: `до ${moderationDays} рабочих дней`,
    title: 'Редактор проверяет',
    text: 'Публикует или отказывает с причиной. Сколько отказов и почему, видно в статистике.',
  },
  { title: 'Другие жители поддерживают', text: 'Чем больше поддержали, тем заметнее.' },
  {
    title: 'Администрация отвечает',
    text: 'Запланировано, сделано или отказано, с объяснением. На портале и Вам на почту.',
  },
]
