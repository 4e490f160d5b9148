import type { GlobalConfig } from 'payload'
import { anyone, editors } from '../access/simple.ts'
import { groups } from '../editorial.ts'
import { message } from '../fields/message.ts'
import { webAddress } from '../fields/webAddress.ts'
import { globalPublicationHooks } from '../hooks/requestRebuild.ts'

/** Columns of the footer. The header is not edited: the site lists the sections that have something in them. */
export const Navigation: GlobalConfig = {
  slug: 'navigation',
  label: { ru: 'Меню в подвале', en: 'Footer menu' },
  access: { read: anyone, readVersions: editors, update: editors },
  versions: { max: 50 },
  hooks: globalPublicationHooks('navigation'),
  admin: {
    group: groups.service,
    description: {
      ru: 'Меню в шапке составляется само: в нём только разделы, где уже есть материалы.',
      en: 'The header menu makes itself: it names sections that have content.',
    },
  },
  fields: [
    {
      name: 'footer',
      type: 'array',
      label: { ru: 'Колонки подвала', en: 'Footer columns' },
      labels: { singular: { ru: 'Колонка', en: 'Column' }, plural: { ru: 'Колонки', en: 'Columns' } },
      maxRows: 5,
      fields: [
        {
          name: 'title',
          type: 'text',
          label: { ru: 'Заголовок колонки', en: 'Title' },
          required: true,
          maxLength: 80,
        },
        {
          name: 'links',
          type: 'array',
          label: { ru: 'Ссылки', en: 'Links' },
          labels: { singular: { ru: 'Ссылка', en: 'Link' }, plural: { ru: 'Ссылки', en: 'Links' } },
          maxRows: 12,
          fields: [
            {
              name: 'label',
              type: 'text',
              label: { ru: 'Текст ссылки', en: 'Label' },
              required: true,
              maxLength: 120,
            },
            {
              name: 'page',
              type: 'relationship',
              relationTo: 'pages',
              label: { ru: 'Страница портала', en: 'Page' },
              validate: (
                value: unknown,
                { req, siblingData }: { req: Parameters<typeof message>[0]; siblingData: unknown },
              ) =>
                Boolean(value) ||
                hasUrl(siblingData) ||
                message(req, 'Выберите страницу или укажите адрес.', 'Choose a page or enter an address.'),
            },
            webAddress({
              name: 'url',
              label: { ru: 'Или адрес', en: 'Or an address' },
              acceptsPath: true,
              description: {
                ru: 'Если выбрана страница, адрес не нужен.',
                en: 'Not needed when a page is chosen.',
              },
            }),
          ],
        },
      ],
    },
  ],
}

const hasUrl = (data: unknown): boolean =>
  typeof data === 'object' &&
  data !== null &&
  'url' in data &&
  typeof data.url === 'string' &&
  data.url !== ''
