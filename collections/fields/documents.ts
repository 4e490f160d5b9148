import type { ArrayField, Field } from 'payload'

/** Files a resident can download. `extra` are fields between the title and the file. */
export const documents = ({ extra = [] }: { extra?: Field[] } = {}): ArrayField => ({
  name: 'documents',
  type: 'array',
  label: { ru: 'Документы', en: 'Documents' },
  labels: { singular: { ru: 'Документ', en: 'Document' }, plural: { ru: 'Документы', en: 'Documents' } },
  maxRows: 100,
  fields: [
    {
      name: 'title',
      type: 'text',
      label: { ru: 'Название документа', en: 'Title' },
      required: true,
      maxLength: 300,
      admin: {
        description: {
          ru: 'Так, чтобы было понятно без открытия файла: «Проект планировки. Пояснительная записка».',
          en: 'Clear without opening the file.',
        },
      },
    },
    ...extra,
    {
      name: 'file',
      type: 'upload',
      relationTo: 'media',
      label: { ru: 'Файл', en: 'File' },
      required: true,
    },
  ],
})
