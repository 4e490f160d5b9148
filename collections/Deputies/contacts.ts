import type { Field, TextField } from 'payload'
import { message } from '../fields/message.ts'
import { moment } from '../fields/moment.ts'
import { options } from '../fields/options.ts'
import { webAddress } from '../fields/webAddress.ts'
import { deputyNetworkOptions } from '../networks.schema.ts'

/** How to reach a deputy. Only what the deputy agreed to publish (152-ФЗ ст. 10.1). */
export const contacts: Field[] = [
  {
    name: 'contacts',
    type: 'group',
    label: { ru: 'Контакты для жителей', en: 'Public contacts' },
    admin: {
      description: {
        ru: 'Только служебные и только с согласия депутата: их увидят все.',
        en: 'Official ones only, with the deputy’s consent: everybody sees them.',
      },
    },
    fields: [
      {
        type: 'row',
        fields: [
          { name: 'email', type: 'email', label: { ru: 'Почта', en: 'E-mail' }, admin: { width: '50%' } },
          {
            name: 'phone',
            type: 'text',
            label: { ru: 'Телефон', en: 'Phone' },
            maxLength: 40,
            admin: { width: '50%', placeholder: '+7 495 000-00-00' },
            validate: (value: unknown, { req }: Parameters<NonNullable<TextField['validate']>>[1]) =>
              !value ||
              (typeof value === 'string' && /^\+7[\d ()-]{10,20}(, доб\. \d+)?$/.test(value)) ||
              message(
                req,
                'Запишите телефон так: +7 495 000-00-00 или +7 495 000-00-00, доб. 12',
                'Write the phone like this: +7 495 000-00-00',
              ),
          },
        ],
      },
    ],
  },
  {
    name: 'links',
    type: 'array',
    label: { ru: 'Страницы в соцсетях', en: 'Social pages' },
    labels: { singular: { ru: 'Страница', en: 'Page' }, plural: { ru: 'Страницы', en: 'Pages' } },
    maxRows: 12,
    fields: [
      {
        name: 'network',
        type: 'select',
        label: { ru: 'Сеть', en: 'Network' },
        options: options(deputyNetworkOptions),
        required: true,
      },
      webAddress({ name: 'url', label: { ru: 'Адрес страницы', en: 'Address' }, required: true }),
      {
        name: 'official',
        type: 'checkbox',
        label: { ru: 'Официальная', en: 'Official' },
        defaultValue: false,
        admin: {
          description: {
            ru: 'Депутат подтвердил, что страницу ведёт он сам или его помощник.',
            en: 'The deputy confirmed that it is theirs.',
          },
        },
      },
      moment({ name: 'checkedAt', day: true, label: { ru: 'Когда проверено', en: 'Checked on' } }),
    ],
  },
]
