import type { CollectionConfig } from 'payload'
import { anyone, nobody } from '../access/simple.ts'
import { groups } from '../editorial.ts'
import { publicationHooks } from '../hooks/requestRebuild.ts'

/**
 * The signed list of editions of each day (SignedManifest of manifest.schema.ts), written by signManifests.ts and changed
 * by nobody. The unique day lets two processes not both sign one.
 */
export const Manifests: CollectionConfig = {
  slug: 'manifests',
  labels: {
    singular: { ru: 'Ведомость за день', en: 'Manifest of a day' },
    plural: { ru: 'Подписанные ведомости', en: 'Signed manifests' },
  },
  access: { create: nobody, read: anyone, update: nobody, delete: nobody },
  hooks: publicationHooks('manifests'),
  disableDuplicate: true,
  lockDocuments: false,
  defaultSort: '-day',
  admin: {
    group: groups.council,
    useAsTitle: 'day',
    defaultColumns: ['day', 'signedAt', 'sha256'],
    description: {
      ru: 'После полуночи портал подписывает контрольные суммы уведомлений, опубликованных за день.',
      en: 'After midnight the portal signs the checksums of what was published.',
    },
  },
  fields: [
    {
      name: 'day',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      label: { ru: 'День', en: 'Day' },
    },
    { name: 'signedAt', type: 'date', required: true, label: { ru: 'Подписана', en: 'Signed' } },
    { name: 'editions', type: 'json', required: true, label: { ru: 'Редакции', en: 'Editions' } },
    // Empty in the first.
    { name: 'previous', type: 'text', label: { ru: 'Сумма предыдущей', en: 'SHA-256 of the previous' } },
    { name: 'sha256', type: 'text', required: true, label: { ru: 'Контрольная сумма', en: 'SHA-256' } },
    { name: 'key', type: 'text', required: true, label: { ru: 'Открытый ключ', en: 'Public key' } },
    { name: 'signature', type: 'text', required: true, label: { ru: 'Подпись', en: 'Signature' } },
  ],
}
