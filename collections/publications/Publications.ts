import type { CollectionConfig } from 'payload'
import { nobody, staff } from '../access/simple.ts'
import { groups } from '../editorial.ts'
import { publicationEndpoints } from './endpoints.ts'

/**
 * The outbox and the log of what went to the site. Rows are written by hooks/requestRebuild.ts within the editor's
 * transaction and moved on by dispatcher.ts and the rebuild service's answers; no person writes them.
 */
export const Publications: CollectionConfig = {
  slug: 'publications',
  labels: {
    singular: { ru: 'Запись журнала', en: 'Log entry' },
    plural: { ru: 'Журнал публикаций', en: 'Log of publications' },
  },
  access: { create: nobody, read: staff, update: nobody, delete: nobody },
  defaultSort: '-requestedAt',
  disableDuplicate: true,
  lockDocuments: false,
  endpoints: publicationEndpoints,
  admin: {
    group: groups.service,
    useAsTitle: 'title',
    defaultColumns: ['title', 'kind', 'status', 'requestedAt', 'liveAt', 'actor'],
    listSearchableFields: ['title', 'actor', 'error'],
    pagination: { defaultLimit: 50, limits: [50, 100] },
    description: {
      ru: 'Что, когда и как быстро ушло на сайт. Если показать не удалось, здесь причина.',
      en: 'What went to the site, when and how fast. If it could not be shown, the reason is here.',
    },
  },
  indexes: [{ fields: ['collectionSlug', 'documentId', 'requestedAt'] }, { fields: ['status', 'revision'] }],
  fields: [
    { name: 'title', type: 'text', label: { ru: 'Материал', en: 'Document' } },
    {
      name: 'kind',
      type: 'select',
      label: { ru: 'Что сделано', en: 'What was done' },
      required: true,
      options: [
        { value: 'published', label: { ru: 'Опубликовано', en: 'Published' } },
        { value: 'updated', label: { ru: 'Изменено', en: 'Updated' } },
        { value: 'unpublished', label: { ru: 'Снято с публикации', en: 'Unpublished' } },
        { value: 'deleted', label: { ru: 'Удалено', en: 'Deleted' } },
      ],
    },
    {
      name: 'status',
      type: 'select',
      label: { ru: 'Состояние', en: 'State' },
      required: true,
      defaultValue: 'queued',
      index: true,
      options: [
        { value: 'queued', label: { ru: 'Ждёт публикации', en: 'Queued' } },
        { value: 'building', label: { ru: 'Публикуется', en: 'Publishing' } },
        { value: 'live', label: { ru: 'Сайт обновлён', en: 'Live' } },
        { value: 'failed', label: { ru: 'Не удалось', en: 'Failed' } },
      ],
    },
    {
      name: 'requestedAt',
      type: 'date',
      label: { ru: 'Когда', en: 'Requested at' },
      required: true,
      index: true,
    },
    { name: 'liveAt', type: 'date', label: { ru: 'Сайт обновлён', en: 'Live since' } },
    { name: 'error', type: 'textarea', label: { ru: 'Ошибка', en: 'Error' } },
    { name: 'actor', type: 'text', label: { ru: 'Кто', en: 'Who' } },
    { name: 'collectionSlug', type: 'text', label: { ru: 'Раздел', en: 'Collection' }, required: true },
    {
      name: 'documentId',
      type: 'text',
      label: { ru: 'Номер документа', en: 'Document id' },
      required: true,
      index: true,
    },
    { name: 'revision', type: 'number', label: { ru: 'Ревизия сайта', en: 'Revision' }, index: true },
    // When the rebuild service took the message; empty means that it must be sent (again).
    { name: 'deliveredAt', type: 'date', admin: { hidden: true } },
    // It is live, and Subscriptions/collectNotices.ts has not looked at it yet.
    { name: 'isToTell', type: 'checkbox', index: true, admin: { hidden: true } },
    // What an import wrote, when its row is about many (wholeCollection.schema.ts); empty means all of the collection.
    { name: 'documents', type: 'text', hasMany: true, admin: { hidden: true } },
    // Media the public document names before and after: what a partial snapshot has to look at again.
    { name: 'media', type: 'text', hasMany: true, admin: { hidden: true } },
  ],
}
