/** Networks and media a channel of the municipality or a page of a deputy may be on. */
export const networks = [
  { value: 'vk', ru: 'ВКонтакте', en: 'VK' },
  { value: 'ok', ru: 'Одноклассники', en: 'OK' },
  { value: 'telegram', ru: 'Telegram', en: 'Telegram' },
  { value: 'max', ru: 'MAX', en: 'MAX' },
  { value: 'whatsapp', ru: 'WhatsApp', en: 'WhatsApp' },
  { value: 'rutube', ru: 'RUTUBE', en: 'RUTUBE' },
  { value: 'rss', ru: 'RSS', en: 'RSS' },
  { value: 'site', ru: 'Сайт', en: 'Website' },
] as const

export const channelStatuses = [
  { value: 'active', ru: 'Работает', en: 'Active' },
  { value: 'planned', ru: 'Готовится', en: 'Planned' },
  { value: 'limited', ru: 'Работает с ограничениями', en: 'Limited' },
  { value: 'blocked', ru: 'Заблокирован', en: 'Blocked' },
  { value: 'closed', ru: 'Закрыт', en: 'Closed' },
] as const

export type Network = (typeof networks)[number]['value']
export type ChannelStatus = (typeof channelStatuses)[number]['value']

const deputyNetworks: readonly Network[] = ['vk', 'ok', 'telegram', 'max', 'rutube', 'site']

/** The networks a deputy's page may name (the obligatory ones and those people use). */
export const deputyNetworkOptions = networks.filter(({ value }) => deputyNetworks.includes(value))
