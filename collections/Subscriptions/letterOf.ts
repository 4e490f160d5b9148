import { hash } from 'node:crypto'
import { counted } from '../counted.schema.ts'

export type Item = { word: string; title: string; detail?: string | null; url: string }

/** A letter (or a push message) tells of all that is due to a subscriber. Pure. */
export const letterOf = (items: readonly Item[], links: { mine: string; stop: string }) => {
  const [only] = items
  return {
    subject:
      items.length === 1 && only
        ? `${only.word}: ${only.title}`
        : `На портале ${counted(items.length, ['новое сообщение', 'новых сообщения', 'новых сообщений'])} по Вашим темам`,
    text: [
      ...items.map(({ word, title, detail, url }) =>
        [`${word}: ${title}`, detail, url].filter(Boolean).join('\n'),
      ),
      '—',
      'Вы получили это письмо, потому что подписались на портале Люберец.',
      `Изменить темы, сменить частоту или удалить данные:\n${links.mine}`,
      `Отписаться от всего:\n${links.stop}`,
      'Не пересылайте письмо целиком: по этим ссылкам можно менять Вашу подписку.',
    ].join('\n\n'),
  }
}

/** The same for the same letter, however often it is tried: mail programs show it once. */
export const messageIdOf = (letter: { subscriber: string; slot: Date }, siteUrl: string): string => {
  const name = hash('sha256', `${letter.subscriber} ${letter.slot.toISOString()}`, 'base64url').slice(0, 32)
  return `<${name}@${new URL(siteUrl).hostname}>`
}

/** RFC 2369 and RFC 8058: mail programs offer «Отписаться» and do it with one POST. */
export const listHeaders = (stop: string): Record<string, string> => ({
  'List-Unsubscribe': `<${stop}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  'Auto-Submitted': 'auto-generated',
  Precedence: 'bulk',
})
