import type { ChannelStatus, Network } from '../../../collections/networks.schema.ts'
import { sources, type Source } from '../facts.ts'

export const settings = {
  siteName: 'Люберцы',
  tagline: 'Городской портал',
  municipality: { name: 'Городской округ Люберцы' },
  home: {
    title: 'Что решают в Люберцах и как на это повлиять',
    lead: 'События, депутаты, слушания и собрания домов — с датами и теми, кто отвечает.',
  },
  appeals: {
    text: 'Публичные вопросы на портале не заменяют официальных обращений. Если Вам нужен ответ в срок по закону, подайте обращение через Госуслуги.',
    url: 'https://www.gosuslugi.ru/',
  },
}

export const figures: { value: string; unit?: string; meaning: string; source: Source }[] = [
  { value: '32', meaning: 'депутата, по четыре от каждого из восьми округов', source: sources.officialSite },
  {
    value: '196',
    meaning: 'участков работали на выборах Совета 12–13 апреля 2025 года',
    source: sources.officialSite,
  },
  {
    value: '31',
    unit: '%',
    meaning: 'избирателей пришли на участки в 2016 году',
    source: sources.electionCommission,
  },
  { value: '225', meaning: 'домов в плане капитального ремонта на 2026 год', source: sources.regionalNews },
]

export const channels: {
  network: Network
  title: string
  status: ChannelStatus
  url?: string
  note: string
  source: Source
}[] = [
  {
    network: 'vk',
    title: 'ВКонтакте',
    status: 'planned',
    note: 'Обязательна для муниципалитетов с 1 декабря 2022 года. Адрес появится здесь после проверки.',
    source: sources.openGovernmentLaw,
  },
  {
    network: 'ok',
    title: 'Одноклассники',
    status: 'planned',
    note: 'Обязательна для муниципалитетов с 1 декабря 2022 года. Адрес появится здесь после проверки.',
    source: sources.openGovernmentLaw,
  },
  {
    network: 'max',
    title: 'MAX',
    status: 'planned',
    note: 'Мессенджер, который предусмотрен для связи с домами. Канал готовится.',
    source: sources.openSources,
  },
  {
    network: 'whatsapp',
    title: 'WhatsApp',
    status: 'blocked',
    note: 'Заблокирован в России с февраля 2026 года: сообщения муниципалитета сюда не отправляются.',
    source: sources.openSources,
  },
  {
    network: 'rss',
    title: 'Новости портала лентой RSS',
    status: 'active',
    url: '/novosti/rss.xml',
    note: 'Работает без регистрации, подходит для газет и программ чтения.',
    source: sources.editors,
  },
]

/** Columns of the footer beside those the site makes itself («Портал», «Подписки»); `page` is the slug of a seeded page, `url` a page that the site makes. */
export const footer: { title: string; links: { label: string; page?: string; url?: string }[] }[] = [
  {
    title: 'Совет и округ',
    links: [
      { label: 'О Совете депутатов', page: 'o-sovete' },
      { label: 'Как участвовать в слушаниях', page: 'kak-uchastvovat-v-slushaniyah' },
      { label: 'История', page: 'istoriya' },
    ],
  },
  {
    title: 'Подписки',
    links: [{ label: 'Каналы муниципалитета', url: '/kanaly/' }],
  },
]
