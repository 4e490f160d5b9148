import type { Network } from '../networks.schema.ts'

/** How long a post may be, in UTF-16 units, as the networks count. `withPicture`: where a caption may be shorter. */
export type NetworkLimit = {
  network: Network
  post: number
  withPicture: number
  source: string
  url: string | null
  checkedOn: string
}

/**
 * The one table of limits. Where a network publishes none, ours is cautious and says so. A network without a row gets no
 * text: WhatsApp is blocked in Russia, RSS and the site fill themselves.
 */
export const networkLimits: readonly NetworkLimit[] = [
  {
    network: 'vk',
    post: 4000,
    withPicture: 4000,
    source: 'Предела ВКонтакте не публикует: осторожная граница портала',
    url: null,
    checkedOn: '2026-11-26',
  },
  {
    network: 'ok',
    post: 2000,
    withPicture: 2000,
    source: 'Предела Одноклассники не публикуют: осторожная граница портала',
    url: null,
    checkedOn: '2026-11-26',
  },
  {
    network: 'telegram',
    post: 4096,
    withPicture: 1024,
    source: 'Telegram Bot API: sendMessage — до 4096, подпись к снимку — до 1024',
    url: 'https://core.telegram.org/bots/api',
    checkedOn: '2026-11-26',
  },
  {
    network: 'max',
    post: 4000,
    withPicture: 4000,
    source: 'MAX Bot API, отправка сообщений: текст до 4000 символов',
    url: 'https://dev.max.ru/docs-api',
    checkedOn: '2026-11-26',
  },
]
