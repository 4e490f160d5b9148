import type { CollectionConfig, Field } from 'payload'
import { editorialAccess } from '../access/editorial.ts'
import { groups, pagination, preview, versions } from '../editorial.ts'
import { body } from '../fields/body.ts'
import { lead, title } from '../fields/headline.ts'
import { options } from '../fields/options.ts'
import { onlyPictures } from '../fields/picture.ts'
import { pointFields } from '../fields/pointFields.ts'
import { seo } from '../fields/seo.ts'
import { sidebar } from '../fields/sidebar.ts'
import { source } from '../fields/source.ts'
import { webAddress } from '../fields/webAddress.ts'
import { editorialHooks } from '../hooks/editorial.ts'
import { openingFields } from './openingFields.ts'
import { accessFeatures, placeCategories } from './places.schema.ts'

/** The guide: where to go, when it is open, how to get there and whether one can get in. */
export const Places: CollectionConfig = {
  slug: 'places',
  labels: { singular: { ru: 'Место', en: 'Place' }, plural: { ru: 'Путеводитель', en: 'Guide' } },
  access: editorialAccess('places'),
  versions,
  defaultSort: 'title',
  admin: {
    group: groups.publications,
    useAsTitle: 'title',
    defaultColumns: ['title', 'category', 'address', '_status', 'updatedAt'],
    listSearchableFields: ['title', 'lead', 'address', 'slug'],
    pagination,
    preview: preview('places'),
    description: {
      ru: 'Места путеводителя: часы, адрес, доступность. Ближайшие остановки сайт найдёт сам по точке на карте.',
      en: 'Places of the guide. The nearest stops are found by the point.',
    },
  },
  hooks: editorialHooks('places'),
  fields: [
    {
      type: 'tabs',
      tabs: [
        { label: { ru: 'Основное', en: 'Main' }, fields: main() },
        { label: { ru: 'Часы работы', en: 'Hours' }, fields: openingFields },
        { label: { ru: 'Доступность', en: 'Accessibility' }, fields: accessibility() },
        { label: { ru: 'Материалы', en: 'Materials' }, fields: [photos(), source] },
        { label: { ru: 'SEO', en: 'SEO' }, fields: [seo] },
      ],
    },
    ...sidebar('places'),
  ],
}

function main(): Field[] {
  return [
    title({
      label: { ru: 'Название', en: 'Name' },
      description: { ru: 'Как называют жители: «Наташинский парк».', en: 'As residents say.' },
    }),
    lead(),
    {
      name: 'category',
      type: 'select',
      label: { ru: 'Раздел', en: 'Category' },
      options: options(placeCategories),
      required: true,
      index: true,
    },
    { name: 'address', type: 'text', label: { ru: 'Адрес', en: 'Address' }, maxLength: 300 },
    pointFields(),
    {
      name: 'district',
      type: 'relationship',
      relationTo: 'districts',
      label: { ru: 'Округ', en: 'District' },
    },
    { name: 'phone', type: 'text', label: { ru: 'Телефон', en: 'Telephone' }, maxLength: 60 },
    webAddress({ name: 'url', label: { ru: 'Сайт', en: 'Site' } }),
    body(),
  ]
}

function accessibility(): Field[] {
  return [
    {
      name: 'access',
      type: 'select',
      hasMany: true,
      label: { ru: 'Что есть', en: 'What there is' },
      options: options(accessFeatures),
      admin: {
        description: {
          ru: 'Отметьте только то, что видели сами или подтвердило место.',
          en: 'Only what somebody has seen.',
        },
      },
    },
    {
      name: 'accessNote',
      type: 'textarea',
      label: { ru: 'Пояснение', en: 'Note' },
      maxLength: 600,
      admin: {
        rows: 3,
        description: { ru: 'Где вход, что неудобно, кому позвонить.', en: 'Where the entrance is.' },
      },
    },
  ]
}

function photos(): Field {
  return {
    name: 'photos',
    type: 'upload',
    relationTo: 'media',
    hasMany: true,
    maxRows: 12,
    label: { ru: 'Снимки', en: 'Photos' },
    filterOptions: onlyPictures.filterOptions,
  }
}
