import type { SectionName } from '../cms/index.ts'
import type { Way } from '../components/props.ts'
import { plural } from './dates.ts'

/** «Сказать своё»: only ways that exist on the portal today, and the official one beside it. */
export function waysToSpeak({
  existing,
  openHearings,
  hasReceptions,
  appeals,
}: {
  existing: readonly SectionName[]
  openHearings: number
  hasReceptions: boolean
  appeals?: { url?: string | null } | null
}): Way[] {
  const ways: (Way | false)[] = [
    hasReceptions && {
      icon: 'person',
      label: 'Прийти на приём',
      href: '/deputaty/',
      text: 'Кто, где и когда принимает — на странице каждого депутата.',
    },
    openHearings > 0 && {
      icon: 'document',
      label: 'Высказаться на слушаниях',
      href: '/slushaniya/',
      text: `Сейчас можно участвовать: ${plural(openHearings, ['процедура', 'процедуры', 'процедур'])}.`,
    },
    existing.includes('events') && {
      icon: 'calendar',
      label: 'Прийти на встречу',
      href: '/kalendar/',
      text: 'Встречи, заседания и слушания в одном календаре. На него можно подписаться.',
    },
    Boolean(appeals?.url) && {
      icon: 'question',
      label: 'Подать официальное обращение',
      href: appeals?.url ?? '',
      text: 'Его регистрируют и отвечают по закону в срок до 30 дней.',
    },
  ]
  return ways.filter((way) => way !== false)
}
