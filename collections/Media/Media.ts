import type { CollectionConfig, TextField } from 'payload'
import { mediaAccess } from './mediaAccess.ts'
import { editors, nobody } from '../access/simple.ts'
import { dataDir } from '../dataDir.ts'
import { groups } from '../editorial.ts'
import { demo } from '../fields/demo.ts'
import { message } from '../fields/message.ts'
import { publicationHooks } from '../hooks/requestRebuild.ts'
import { acceptFile } from './acceptFile.ts'
import { keepNoticeFiles } from './keepNoticeFiles.ts'
import { keepUsedFiles } from './keepUsedFiles.ts'
import { recordFile } from './recordFile.ts'
import { imageSizes } from './sizes.ts'

const changes = publicationHooks('media')

export const Media: CollectionConfig = {
  slug: 'media',
  labels: {
    singular: { ru: 'Файл', en: 'File' },
    plural: { ru: 'Файлы и снимки', en: 'Files and pictures' },
  },
  access: mediaAccess,
  disableDuplicate: true,
  defaultSort: '-createdAt',
  upload: {
    staticDir: `${dataDir()}/media`,
    // For the file picker only; acceptFile decides by content.
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'application/pdf', 'text/vtt', '.vtt'],
    imageSizes,
    adminThumbnail: 'w320webp',
    displayPreview: true,
    focalPoint: true,
    crop: false,
    pasteURL: false,
  },
  admin: {
    group: groups.reference,
    useAsTitle: 'filename',
    defaultColumns: ['filename', 'alt', 'kind', 'credit', 'createdAt'],
    listSearchableFields: ['filename', 'alt', 'caption', 'credit'],
    pagination: { defaultLimit: 50, limits: [50, 100] },
    description: {
      ru: 'JPEG, PNG, WebP, AVIF до 20 МБ, PDF до 30 МБ и субтитры WebVTT. Координаты съёмки из снимков удаляются.',
      en: 'JPEG, PNG, WebP, AVIF up to 20 MB, PDF up to 30 MB and WebVTT captions. Location data are removed.',
    },
  },
  hooks: {
    ...changes,
    beforeOperation: [keepNoticeFiles, acceptFile],
    beforeChange: [recordFile, ...changes.beforeChange],
    beforeDelete: [keepUsedFiles, ...changes.beforeDelete],
  },
  fields: [
    {
      name: 'alt',
      type: 'text',
      label: { ru: 'Описание для тех, кто не видит', en: 'Alternative text' },
      maxLength: 300,
      admin: {
        description: {
          ru: 'Что на снимке, одним предложением: «Дети на новой площадке во дворе». Для PDF и субтитров не нужно.',
          en: 'What the picture shows, in one sentence. Not needed for a PDF.',
        },
      },
      validate: (value: unknown, { data, req }: Parameters<NonNullable<TextField['validate']>>[1]) =>
        !isPicture(data) ||
        (typeof value === 'string' && value.trim() !== '') ||
        message(
          req,
          'Опишите, что на снимке: это прочитает программа тем, кто его не видит.',
          'Describe the picture for those who cannot see it.',
        ),
    },
    { name: 'caption', type: 'text', label: { ru: 'Подпись', en: 'Caption' }, maxLength: 400 },
    {
      name: 'credit',
      type: 'text',
      label: { ru: 'Автор или источник', en: 'Credit' },
      maxLength: 200,
      admin: {
        description: {
          ru: 'Кто снял и на каких условиях можно публиковать.',
          en: 'Who made it and on what terms it may be published.',
        },
      },
    },
    {
      name: 'kind',
      type: 'select',
      label: { ru: 'Вид', en: 'Kind' },
      index: true,
      access: { update: editors },
      admin: { position: 'sidebar', readOnly: true, condition: (data) => Boolean(data['kind']) },
      options: [
        { value: 'image', label: { ru: 'Снимок', en: 'Picture' } },
        { value: 'document', label: { ru: 'Документ', en: 'Document' } },
        { value: 'captions', label: { ru: 'Субтитры', en: 'Captions' } },
      ],
    },
    {
      name: 'pages',
      type: 'number',
      label: { ru: 'Страниц', en: 'Pages' },
      admin: { position: 'sidebar', readOnly: true, condition: (data) => Boolean(data['pages']) },
    },
    {
      name: 'text',
      type: 'textarea',
      label: { ru: 'Слова документа', en: 'Words of the document' },
      access: { create: nobody, update: nobody },
      admin: {
        readOnly: true,
        condition: (data) => data['kind'] === 'document',
        description: {
          ru: 'Прочитаны из PDF при загрузке, по ним документ находят поиском. Пусто — значит, это снимок страниц: жители с программой чтения его не прочтут.',
          en: 'Read from the PDF, for the search. Empty: it is a scan.',
        },
      },
    },
    {
      // Of the stored bytes, in hex: what an edition of a notice calls its documents by.
      name: 'sha256',
      type: 'text',
      access: { create: nobody, update: nobody },
      label: { ru: 'Контрольная сумма', en: 'SHA-256' },
      admin: { position: 'sidebar', readOnly: true, condition: (data) => Boolean(data['sha256']) },
    },
    demo,
    {
      name: 'uploadedBy',
      type: 'relationship',
      relationTo: 'users',
      hidden: true,
      access: { create: nobody, read: nobody, update: nobody },
    },
  ],
}

const isPicture = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'image'
