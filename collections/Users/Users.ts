import type { CollectionConfig } from 'payload'
import { admins, anyUser } from '../access/simple.ts'
import { groups, pagination } from '../editorial.ts'
import { firstUserIsAdmin } from './firstUserIsAdmin.ts'
import { keepOneAdmin } from './keepOneAdmin.ts'
import { longPassword } from './longPassword.ts'
import { selfOrAdmin } from './selfOrAdmin.ts'

export const Users: CollectionConfig = {
  slug: 'users',
  labels: { singular: { ru: 'Пользователь', en: 'User' }, plural: { ru: 'Пользователи', en: 'Users' } },
  auth: {
    maxLoginAttempts: 5,
    lockTime: 10 * 60_000,
    tokenExpiration: 8 * 60 * 60,
    useAPIKey: false,
    cookies: { sameSite: 'Lax', secure: (process.env['SITE_URL'] ?? '').startsWith('https://') },
  },
  access: {
    admin: anyUser,
    create: admins,
    read: selfOrAdmin,
    update: selfOrAdmin,
    delete: admins,
    unlock: admins,
  },
  admin: {
    group: groups.service,
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'role', 'updatedAt'],
    listSearchableFields: ['name', 'email'],
    pagination,
    hideAPIURL: true,
  },
  hooks: {
    beforeOperation: [longPassword],
    beforeValidate: [firstUserIsAdmin],
    beforeChange: [keepOneAdmin.onChange],
    beforeDelete: [keepOneAdmin.onDelete],
  },
  fields: [
    {
      name: 'name',
      type: 'text',
      label: { ru: 'Имя', en: 'Name' },
      required: true,
      maxLength: 120,
      admin: {
        description: {
          ru: 'Как подписывать изменения в журнале публикаций.',
          en: 'Signs the changes in the log of publications.',
        },
      },
    },
    {
      name: 'role',
      type: 'select',
      label: { ru: 'Роль', en: 'Role' },
      required: true,
      defaultValue: 'volunteer',
      saveToJWT: true,
      access: { create: admins, update: admins },
      options: [
        { value: 'admin', label: { ru: 'Администратор', en: 'Administrator' } },
        { value: 'editor', label: { ru: 'Редактор', en: 'Editor' } },
        { value: 'volunteer', label: { ru: 'Волонтёр', en: 'Volunteer' } },
        { value: 'respondent', label: { ru: 'Респондент', en: 'Respondent' } },
      ],
      admin: {
        description: {
          ru:
            'Волонтёр пишет черновики. Редактор ещё и публикует. Администратор ещё и ведёт учётные записи. ' +
            'Респондент — депутат: обновляет только свою опубликованную страницу.',
          en:
            'A volunteer drafts. An editor also publishes. An administrator also keeps the accounts. ' +
            'A respondent is a deputy who keeps their own published page up to date.',
        },
      },
    },
  ],
}
