import type { ArrayField, DateField, Field, TextField, TextareaField } from 'payload'
import { editors, nobody } from '../access/simple.ts'
import { demo } from '../fields/demo.ts'
import { moment } from '../fields/moment.ts'
import { options } from '../fields/options.ts'
import { askLimits } from './ask.schema.ts'
import { declineReasons, states } from './states.schema.ts'
import { questionTopics } from './topics.schema.ts'

/** Written by the machine alone: shown in the admin, changed by its buttons. */
const machine = { create: nobody, update: nobody }
const secret = { create: nobody, read: editors, update: nobody }

const readOnly = { readOnly: true } as const
const sidebar = { position: 'sidebar', readOnly: true } as const
/** A field of a later state is shown once there is something in it. */
const filled = (name: string) => ({
  condition: (data: Record<string, unknown> | undefined) => Boolean(data?.[name]),
})

type Named = { name: string; ru: string; en: string }

const text = ({ name, ru, en }: Named): TextField => ({
  name,
  type: 'text',
  label: { ru, en },
  access: machine,
  admin: { ...readOnly, ...filled(name) },
})
const longText = ({ name, ru, en }: Named): TextareaField => ({
  name,
  type: 'textarea',
  label: { ru, en },
  access: machine,
  admin: { ...readOnly, ...filled(name) },
})
const when = ({ name, ru, en }: Named): DateField => ({
  ...moment({ name, label: { ru, en }, admin: { ...sidebar, ...filled(name) } }),
  access: machine,
})

/** What residents read once a question is registered. */
const answers: ArrayField = {
  name: 'answers',
  type: 'array',
  label: { ru: 'Ответ и его исправления', en: 'Answer and its corrections' },
  labels: { singular: { ru: 'Редакция ответа', en: 'Version' }, plural: { ru: 'Редакции', en: 'Versions' } },
  access: machine,
  admin: { ...readOnly, ...filled('answeredAt') },
  fields: [
    { name: 'text', type: 'textarea', label: { ru: 'Текст', en: 'Text' }, required: true },
    { name: 'at', type: 'date', label: { ru: 'Когда', en: 'At' }, required: true },
  ],
}

export const publicFields: Field[] = [
  {
    ...text({ name: 'number', ru: 'Номер', en: 'Number' }),
    required: true,
    unique: true,
    index: true,
    admin: sidebar,
  },
  {
    name: 'state',
    type: 'select',
    label: { ru: 'Состояние', en: 'State' },
    options: options(states),
    required: true,
    index: true,
    access: machine,
    admin: sidebar,
  },
  {
    name: 'addressee',
    type: 'relationship',
    relationTo: 'addressees',
    label: { ru: 'Кому', en: 'Addressee' },
    required: true,
    index: true,
    access: machine,
    admin: { ...sidebar, allowEdit: false },
  },
  {
    name: 'topic',
    type: 'select',
    label: { ru: 'Тема', en: 'Topic' },
    options: options(questionTopics),
    index: true,
    admin: { position: 'sidebar' },
  },
  text({ name: 'subject', ru: 'Тема вопроса на сайте', en: 'Subject on the site' }),
  longText({ name: 'text', ru: 'Вопрос на сайте', en: 'Text on the site' }),
  text({ name: 'author', ru: 'Подпись на сайте', en: 'Signature on the site' }),
  text({ name: 'house', ru: 'Дом или район на сайте', en: 'House on the site' }),
  answers,
  {
    name: 'reason',
    type: 'select',
    label: { ru: 'Причина отказа', en: 'Reason' },
    options: options(declineReasons),
    access: machine,
    admin: { ...sidebar, ...filled('reason') },
  },
  longText({ name: 'forwardReason', ru: 'Почему передан', en: 'Why forwarded' }),
  longText({ name: 'extensionReason', ru: 'Почему продлён', en: 'Why extended' }),
  {
    name: 'termDays',
    type: 'number',
    label: { ru: 'Срок, дней', en: 'Term' },
    access: machine,
    admin: sidebar,
  },
  {
    name: 'extendedDays',
    type: 'number',
    label: { ru: 'Продлён на дней', en: 'Extended by' },
    access: machine,
    admin: { ...sidebar, ...filled('extendedDays') },
  },
  {
    name: 'same',
    type: 'number',
    label: { ru: 'У скольких такой же вопрос', en: 'How many have it too' },
    defaultValue: 0,
    access: machine,
    admin: sidebar,
  },
  when({ name: 'registeredAt', ru: 'Зарегистрирован', en: 'Registered' }),
  when({ name: 'forwardedAt', ru: 'Передан', en: 'Forwarded' }),
  when({ name: 'extendedAt', ru: 'Продлён', en: 'Extended' }),
  when({ name: 'answeredAt', ru: 'Ответ дан', en: 'Answered' }),
  demo,
]

/** What came by the form. */
export const sentField: Field = {
  name: 'sent',
  type: 'group',
  label: { ru: 'Как прислали (видят только редакторы)', en: 'As it was sent (editors only)' },
  access: secret,
  admin: { readOnly: true },
  fields: [
    { name: 'subject', type: 'text', label: { ru: 'Тема', en: 'Subject' }, maxLength: askLimits.subject },
    { name: 'text', type: 'textarea', label: { ru: 'Вопрос', en: 'Text' }, maxLength: askLimits.text },
    { name: 'name', type: 'text', label: { ru: 'Имя', en: 'Name' }, maxLength: askLimits.name },
    { name: 'email', type: 'text', label: { ru: 'Почта', en: 'E-mail' }, maxLength: askLimits.email },
    { name: 'house', type: 'text', label: { ru: 'Дом', en: 'House' }, maxLength: askLimits.house },
    {
      name: 'consents',
      type: 'array',
      label: { ru: 'Согласия', en: 'Consents' },
      fields: [
        { name: 'name', type: 'text', required: true },
        { name: 'at', type: 'date', required: true },
        { name: 'version', type: 'text' },
      ],
    },
  ],
}

/** What residents never read besides. */
export const privateFields: Field[] = [
  {
    name: 'record',
    type: 'group',
    label: { ru: 'История', en: 'Record' },
    access: secret,
    admin: { readOnly: true },
    fields: [
      {
        name: 'history',
        type: 'array',
        label: { ru: 'Что, когда, кто', en: 'What, when, who' },
        labels: { singular: { ru: 'Событие', en: 'Entry' }, plural: { ru: 'События', en: 'Entries' } },
        admin: { initCollapsed: true },
        fields: [
          { name: 'at', type: 'date', required: true },
          { name: 'move', type: 'text', required: true },
          { name: 'by', type: 'text', required: true },
          { name: 'who', type: 'text' },
          { name: 'from', type: 'text' },
          { name: 'to', type: 'text', required: true },
          { name: 'note', type: 'textarea' },
        ],
      },
    ],
  },
  { name: 'closedAt', type: 'date', index: true, access: secret, admin: { hidden: true } },
  {
    name: 'erasedAt',
    type: 'date',
    label: { ru: 'Данные автора удалены', en: 'Erased' },
    access: secret,
    admin: { ...sidebar, ...filled('erasedAt') },
  },
  /** Keyed hash of the token of the private page; the token itself is with the author alone. */
  { name: 'statusKey', type: 'text', unique: true, index: true, hidden: true, access: hidden() },
  /** Counts the moves: of two at once only one finds the number it has read. */
  { name: 'step', type: 'number', defaultValue: 0, hidden: true, access: hidden() },
]

function hidden() {
  return { create: nobody, read: nobody, update: nobody }
}

/** All of them but what an editor sorts by. */
export const machineFields: string[] = [sentField, ...publicFields, ...privateFields].flatMap((field) =>
  'name' in field && field.name !== 'topic' && field.name !== 'demo' ? [field.name] : [],
)
