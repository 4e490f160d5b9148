import type { CollectionConfig, TextField } from 'payload'
import { admins, anyone } from './access/simple.ts'
import { groups, pagination } from './editorial.ts'
import { message } from './fields/message.ts'
import { publicationHooks } from './hooks/requestRebuild.ts'
import { followTarget, pullOthers } from './hooks/straightRedirects.ts'

const changes = publicationHooks('redirects')

/** Old addresses of the site; hooks/slug.ts makes them when the address of a published document changes. */
export const Redirects: CollectionConfig = {
  slug: 'redirects',
  labels: {
    singular: { ru: 'Переход', en: 'Redirect' },
    plural: { ru: 'Переходы со старых адресов', en: 'Redirects' },
  },
  // Anybody who opens an old address sees where it leads, so there is nothing to hide.
  access: { create: admins, read: anyone, update: admins, delete: admins },
  defaultSort: 'from',
  admin: {
    group: groups.service,
    useAsTitle: 'from',
    defaultColumns: ['from', 'to', 'updatedAt'],
    listSearchableFields: ['from', 'to'],
    pagination,
    description: {
      ru: 'Появляются сами, когда у опубликованного материала меняют адрес.',
      en: 'Made when the address of a published document changes.',
    },
  },
  hooks: {
    ...changes,
    beforeChange: [followTarget, ...changes.beforeChange],
    afterChange: [pullOthers, ...changes.afterChange],
  },
  fields: [
    { ...path('from', { ru: 'Старый адрес', en: 'Old address' }), unique: true, index: true },
    { ...path('to', { ru: 'Новый адрес', en: 'New address' }), index: true },
  ],
}

function path(name: string, label: Record<string, string>): TextField {
  return {
    name,
    type: 'text',
    label,
    required: true,
    maxLength: 500,
    admin: { placeholder: '/novosti/staryy-adres/' },
    validate: (value: unknown, { req, siblingData }: Parameters<NonNullable<TextField['validate']>>[1]) => {
      if (typeof value !== 'string' || !/^\/(?!\/)[^\s?#]*$/.test(value))
        return message(
          req,
          'Адрес начинается с «/», без пробелов: /novosti/dvor/',
          'An address begins with “/”.',
        )
      return (
        name === 'from' ||
        !leadsToItself(siblingData) ||
        message(req, 'Переход не может вести сам на себя.', 'A redirect cannot lead to itself.')
      )
    },
  }
}

const leadsToItself = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'from' in data && 'to' in data && data.from === data.to
