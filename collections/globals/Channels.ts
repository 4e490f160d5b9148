import type { GlobalConfig } from 'payload'
import { anyone, editors } from '../access/simple.ts'
import { groups } from '../editorial.ts'
import { options } from '../fields/options.ts'
import { source } from '../fields/source.ts'
import { webAddress } from '../fields/webAddress.ts'
import { globalPublicationHooks } from '../hooks/requestRebuild.ts'
import { channelStatuses, networks } from '../networks.schema.ts'

export const Channels: GlobalConfig = {
  slug: 'channels',
  label: { ru: 'Каналы муниципалитета', en: 'Channels of the municipality' },
  access: { read: anyone, readVersions: editors, update: editors },
  versions: { max: 50 },
  hooks: globalPublicationHooks('channels'),
  admin: {
    group: groups.service,
    description: {
      ru: 'Где муниципалитет пишет и отвечает. Закрытый канал не удаляйте: поставьте состояние и напишите почему.',
      en: 'Where the municipality writes. Do not delete a closed channel: set its status and say why.',
    },
  },
  fields: [
    {
      name: 'rows',
      type: 'array',
      label: { ru: 'Каналы', en: 'Channels' },
      labels: { singular: { ru: 'Канал', en: 'Channel' }, plural: { ru: 'Каналы', en: 'Channels' } },
      maxRows: 30,
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'network',
              type: 'select',
              label: { ru: 'Сеть', en: 'Network' },
              options: options(networks),
              required: true,
              admin: { width: '50%' },
            },
            {
              name: 'status',
              type: 'select',
              label: { ru: 'Состояние', en: 'Status' },
              options: options(channelStatuses),
              required: true,
              defaultValue: 'active',
              admin: { width: '50%' },
            },
          ],
        },
        {
          name: 'title',
          type: 'text',
          label: { ru: 'Название', en: 'Title' },
          required: true,
          maxLength: 200,
        },
        webAddress({ name: 'url', label: { ru: 'Адрес', en: 'Address' }, acceptsPath: true }),
        {
          name: 'official',
          type: 'checkbox',
          label: { ru: 'Официальный', en: 'Official' },
          defaultValue: true,
        },
        {
          name: 'note',
          type: 'textarea',
          label: { ru: 'Пояснение для жителей', en: 'Note' },
          maxLength: 600,
        },
        source,
      ],
    },
  ],
}
