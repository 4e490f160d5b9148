import type { CollectionConfig } from 'payload'
import { admins, nobody } from '../access/simple.ts'
import { groups } from '../editorial.ts'
import { reasonLength } from '../Hearings/law/override.schema.ts'
import { withdraw } from './withdraw.ts'

/**
 * Personal data taken out of a notice that has been public (152-ФЗ, ст. 21): to create a record is to do it, for good. The
 * record keeps when and on what ground, never what.
 */
export const Withdrawals: CollectionConfig = {
  slug: 'withdrawals',
  labels: {
    singular: { ru: 'Изъятие персональных данных', en: 'Withdrawal of personal data' },
    plural: { ru: 'Изъятия персональных данных', en: 'Withdrawals of personal data' },
  },
  access: { create: admins, read: admins, update: nobody, delete: nobody },
  disableDuplicate: true,
  lockDocuments: false,
  defaultSort: '-at',
  hooks: { beforeChange: [withdraw] },
  admin: {
    group: groups.council,
    useAsTitle: 'reason',
    defaultColumns: ['reason', 'hearing', 'at'],
    description: {
      ru: 'Сохранение сразу и навсегда стирает текст или файл из уведомления, его редакций и версий. Отменить нельзя.',
      en: 'Saving erases the text or the file from a notice, its editions and versions for good.',
    },
  },
  fields: [
    {
      name: 'hearing',
      type: 'relationship',
      relationTo: 'hearings',
      required: true,
      index: true,
      label: { ru: 'Уведомление', en: 'Notice' },
    },
    {
      name: 'passage',
      type: 'textarea',
      maxLength: 2000,
      label: { ru: 'Что изъять: слова, как они стоят в уведомлении', en: 'The words to erase' },
    },
    {
      name: 'file',
      type: 'relationship',
      relationTo: 'media',
      label: { ru: 'Или файл, который изъять', en: 'Or the file to erase' },
    },
    {
      name: 'reason',
      type: 'textarea',
      required: true,
      minLength: reasonLength,
      maxLength: 500,
      label: { ru: 'Основание', en: 'Ground' },
      admin: {
        description: {
          ru: 'Увидят жители. Без самих персональных данных: «Обращение гражданина от 20.11.2026, 152-ФЗ, ст. 21».',
          en: 'Public. Without the personal data themselves.',
        },
      },
    },
    {
      name: 'at',
      type: 'date',
      label: { ru: 'Изъято', en: 'Withdrawn' },
      admin: { readOnly: true, position: 'sidebar' },
    },
  ],
}
