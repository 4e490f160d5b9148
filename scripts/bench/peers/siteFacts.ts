import { newsTopics, topicPath } from '../../../collections/newsTopics.schema.ts'
import { pine } from '../../../site/src/components/drawings/shapes.ts'
import { DISPLAY_SCRIPT } from '../../../site/src/layouts/display.ts'
import { topicWords } from '../../../site/src/lib/topicWords.ts'
import { LAYERS } from '../../../site/src/styles/layers.ts'

/** What stands on every page beside its matter. Both peers read it as a JSON file, so that their frames weigh the same. */
export const siteFacts = () => ({
  url: 'http://localhost:3000',
  name: 'Люберцы',
  tagline: 'городской портал',
  title: 'Что решают в Люберцах и как на это повлиять',
  municipality: 'городской округ Люберцы',
  officialUrl: 'https://example.org',
  description: 'Новости городского округа Люберцы: что сделано, что решено, кто отвечает.',
  topics: newsTopics.map(({ value, ru }) => ({
    value,
    label: ru,
    words: topicWords(value),
    href: topicPath(value),
  })),
  menu: [
    {
      title: 'Узнать',
      links: [
        { section: 'novosti', label: 'Новости', href: '/novosti/' },
        { section: 'kalendar', label: 'Календарь', href: '/kalendar/' },
      ],
    },
    {
      title: 'Власть',
      links: [
        { section: 'deputaty', label: 'Депутаты', href: '/deputaty/' },
        { section: 'slushaniya', label: 'Слушания и собрания', href: '/slushaniya/' },
      ],
    },
  ],
  choices: [
    {
      name: 'size',
      legend: 'Размер',
      options: [
        { value: 'm', label: 'Обычный' },
        { value: 'l', label: 'Крупный' },
        { value: 'xl', label: 'Очень крупный' },
      ],
    },
    {
      name: 'view',
      legend: 'Цвета',
      options: [
        { value: 'usual', label: 'Обычные' },
        { value: 'contrast', label: 'Чёрным по белому' },
      ],
    },
  ],
  columns: [
    { title: 'Портал', links: [{ label: 'О портале', href: '/o-portale/' }] },
    {
      title: 'Подписки',
      links: [
        { label: 'Календарь (iCalendar)', href: '/kalendar/vse.ics' },
        { label: 'RSS для газеты и читалок', href: '/novosti/rss.xml' },
      ],
    },
    { title: 'Официальные каналы', links: [{ label: 'ВКонтакте', href: 'https://vk.com/example' }] },
  ],
  icons: {
    close: 'm5 5 14 14M19 5 5 19',
    eye: 'M1.5 12S5 5 12 5s10.5 7 10.5 7S19 19 12 19 1.5 12 1.5 12zM12 8.7a3.3 3.3 0 1 0 0 6.6 3.3 3.3 0 0 0 0-6.6z',
    left: 'M20 12H4m6.5-6.5L4 12l6.5 6.5',
    menu: 'M3 6h18M3 12h18M3 18h12',
    right: 'M4 12h16m-6.5-6.5L20 12l-6.5 6.5',
  },
  pines: Array.from({ length: 14 }, (_, index) =>
    pine(740 + index * 34, 40 + ((index * 37) % 16), 11, index % 2 ? 1 : -1),
  ).join(''),
  layers: LAYERS,
  script: DISPLAY_SCRIPT,
})
