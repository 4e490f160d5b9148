import type { SectionName } from '../cms/index.ts'
import type { Way } from '../components/props.ts'

/** «Сказать своё»: only ways that exist on the portal today, and the official one beside it. */
export function waysToSpeak({
  existing,
  openHearings,
  openPolls,
  appeals,
}: {
  existing: readonly SectionName[]
  openHearings: number
  openPolls: number
  appeals?: { url?: string | null } | null
}): Way[] {
  const ways: (Way | false)[] = [
    existing.includes('questions') && {
      icon: 'question',
      label: 'Задать публичный вопрос',
      href: '/voprosy/zadat/',
      text: 'Главе, депутату, общественному юристу. Ответ увидят все.',
    },
    openPolls > 0 && {
      icon: 'check',
      label: 'Проголосовать',
      href: '/golosovaniya/',
      text: `Открыто сейчас: ${openPolls}. Итоги пересчитает любой.`,
    },
    existing.includes('receptions') && {
      icon: 'person',
      label: 'Прийти на приём',
      href: '/priyomy/',
      text: 'Кто, где и когда принимает — одной таблицей.',
    },
    openHearings > 0 && {
      icon: 'document',
      label: 'Высказаться на слушаниях',
      href: '/slushaniya/',
      text: `Открыто сейчас: ${openHearings}. Сроки и способы — в каждом оповещении.`,
    },
    existing.includes('events') && {
      icon: 'calendar',
      label: 'Прийти на встречу',
      href: '/kalendar/',
      text: 'Встречи, заседания и слушания в одном календаре. На него можно подписаться.',
    },
    existing.includes('wishes') && {
      icon: 'pin',
      label: 'Предложить, что изменить',
      href: '/pozhelaniya/novoe/',
      text: 'Пожелание увидят соседи и администрация, а ответ останется на портале.',
    },
    Boolean(appeals?.url) && {
      icon: 'document',
      label: 'Подать официальное обращение',
      href: appeals?.url ?? '',
      text: 'Его регистрируют и отвечают по закону в срок до 30 дней.',
    },
  ]
  return ways.filter((way) => way !== false)
}
