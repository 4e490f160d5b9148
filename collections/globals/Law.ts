import type { GlobalConfig } from 'payload'
import { admins, staff } from '../access/simple.ts'
import { groups } from '../editorial.ts'
import { moment } from '../fields/moment.ts'
import { rules } from '../Hearings/law/rules.schema.ts'

/** What a lawyer has confirmed of the rules of law, and the numbers that the municipality's own acts set. */
export const Law: GlobalConfig = {
  slug: 'law',
  label: { ru: 'Правила уведомлений', en: 'Rules of notices' },
  access: { read: staff, readVersions: admins, update: admins },
  versions: { max: 50 },
  admin: {
    group: groups.service,
    description: {
      ru: 'Правила с отметкой V останавливают публикацию всегда. Правило с отметкой 2 предупреждает, пока его не подтвердит юрист, потом останавливает. Отметка «?» — только подсказка.',
      en: 'Rules marked V always stop a publication; those marked 2 once a lawyer has confirmed them.',
    },
  },
  fields: [
    {
      name: 'rules',
      type: 'array',
      label: { ru: 'Подтверждённые и изменённые', en: 'Confirmed and changed' },
      labels: { singular: { ru: 'Правило', en: 'Rule' }, plural: { ru: 'Правила', en: 'Rules' } },
      maxRows: 100,
      fields: [
        {
          name: 'rule',
          type: 'select',
          label: { ru: 'Правило', en: 'Rule' },
          required: true,
          options: rules.map(({ article, id, mark, title }) => ({
            value: id,
            label: `${id} (${mark}) ${title} — ${article}`,
          })),
        },
        {
          type: 'row',
          fields: [
            {
              name: 'confirmedBy',
              type: 'text',
              label: { ru: 'Кто подтвердил', en: 'Confirmed by' },
              maxLength: 200,
              admin: { width: '34%' },
            },
            moment({
              name: 'confirmedAt',
              day: true,
              label: { ru: 'Когда', en: 'When' },
              admin: { width: '33%' },
            }),
            {
              name: 'value',
              type: 'number',
              label: { ru: 'Своё число', en: 'Own number' },
              min: 0,
              max: 400,
              admin: {
                width: '33%',
                description: {
                  ru: 'Дней, месяцев или часов. Пусто — как в законе.',
                  en: 'Empty: as the law says.',
                },
              },
            },
          ],
        },
      ],
    },
  ],
}
