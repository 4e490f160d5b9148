import type { Field } from 'payload'
import { admins, nobody } from '../access/simple.ts'
import { moment } from '../fields/moment.ts'
import { options } from '../fields/options.ts'
import { hearingStatuses } from '../hearingKinds.schema.ts'
import { reasonLength } from './law/override.schema.ts'
import { message } from '../fields/message.ts'

/** Whether it takes place, and what the portal keeps about that: former dates, exceptions, since when dates are known. */
export const state: Field[] = [
  {
    name: 'status',
    type: 'select',
    label: { ru: 'Состоятся ли', en: 'Status' },
    options: options(hearingStatuses),
    required: true,
    defaultValue: 'scheduled',
    admin: { position: 'sidebar' },
  },
  {
    name: 'statusReason',
    type: 'textarea',
    label: { ru: 'Почему перенесли или отменили', en: 'Why moved or cancelled' },
    maxLength: 500,
    admin: {
      position: 'sidebar',
      condition: (data) => data['status'] === 'cancelled' || data['status'] === 'moved',
    },
  },
  {
    // Written by Withdrawals/withdraw.ts alone.
    name: 'withdrawals',
    type: 'array',
    label: { ru: 'Изъяты персональные данные', en: 'Personal data withdrawn' },
    access: { create: nobody, update: nobody },
    admin: {
      position: 'sidebar',
      readOnly: true,
      condition: (data) => Array.isArray(data['withdrawals']) && data['withdrawals'].length > 0,
    },
    fields: [
      moment({ name: 'at', day: true, label: { ru: 'Когда', en: 'When' } }),
      { name: 'reason', type: 'textarea', label: { ru: 'Основание', en: 'Ground' } },
    ],
  },
  {
    name: 'override',
    type: 'group',
    label: { ru: 'Исключение администратора', en: 'Exception' },
    admin: {
      position: 'sidebar',
      description: {
        ru: 'Публикация вопреки правилам. Причину напишет администратор, её увидят все на странице.',
        en: 'Publication against the rules: the administrator’s reason is printed on the page.',
      },
    },
    fields: [
      {
        name: 'reason',
        type: 'textarea',
        label: { ru: 'Причина и номер акта', en: 'Reason and act' },
        maxLength: 1000,
        access: { create: admins, update: admins },
        validate: (value: string | null | undefined, { req }: { req: Parameters<typeof message>[0] }) =>
          !value?.trim() ||
          value.trim().length >= reasonLength ||
          message(
            req,
            `Напишите подробнее, хотя бы ${reasonLength} знаков: причину прочтут жители.`,
            `At least ${reasonLength} characters.`,
          ),
      },
      {
        name: 'rules',
        type: 'text',
        hasMany: true,
        label: { ru: 'Какие правила', en: 'Which rules' },
        access: { create: nobody, update: nobody },
        admin: { readOnly: true },
      },
      {
        ...moment({
          name: 'at',
          label: { ru: 'Когда разрешено', en: 'Allowed at' },
          admin: { readOnly: true },
        }),
        access: { create: nobody, update: nobody },
      },
    ],
  },
  {
    name: 'former',
    type: 'array',
    label: { ru: 'Прежние даты', en: 'Former dates' },
    labels: { singular: { ru: 'Дата', en: 'Date' }, plural: { ru: 'Даты', en: 'Dates' } },
    access: { create: nobody, update: nobody },
    admin: {
      readOnly: true,
      condition: (data) => Array.isArray(data['former']) && data['former'].length > 0,
    },
    fields: [
      {
        name: 'what',
        type: 'select',
        label: { ru: 'Что', en: 'What' },
        required: true,
        options: options([
          { value: 'exposition', ru: 'Открытие экспозиции', en: 'Opening of the exposition' },
          { value: 'meeting', ru: 'Собрание', en: 'Meeting' },
          { value: 'voting', ru: 'Начало приёма решений', en: 'Acceptance of decisions' },
        ]),
      },
      moment({ name: 'date', label: { ru: 'Было назначено', en: 'Was set for' }, required: true }),
      moment({ name: 'movedAt', label: { ru: 'Сообщили о переносе', en: 'Told' }, required: true }),
    ],
  },
  {
    // Told of law/notice.schema.ts: what the terms are counted from.
    name: 'told',
    type: 'json',
    access: { create: nobody, update: nobody },
    admin: { hidden: true },
  },
]
