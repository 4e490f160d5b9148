import type { Condition, Field } from 'payload'
import { moment } from '../fields/moment.ts'
import { notBefore } from '../fields/notBefore.ts'
import { options } from '../fields/options.ts'
import { webAddress } from '../fields/webAddress.ts'
import { hearingStages, type HearingKind, type HearingStage } from '../hearingKinds.schema.ts'
import { isOf } from './isOf.ts'
import { channelWays } from './noticeWords.schema.ts'

/** The stages in their lawful order; a stage the kind does not have is not shown. */
export const procedure: Field[] = [
  moment({
    name: 'noticeAt',
    day: true,
    index: true,
    label: { ru: 'Дата оповещения', en: 'Date of the notice' },
    description: {
      ru: 'Слушания: не позднее чем за 7 дней до размещения материалов. Собрание собственников: за 10 дней.',
      en: 'Hearings: at least 7 days before the materials. Owners’ meeting: 10 days.',
    },
  }),
  {
    name: 'initiator',
    type: 'text',
    label: { ru: 'Инициатор собрания', en: 'Initiator' },
    maxLength: 300,
    admin: {
      condition: isOwnersMeeting,
      description: {
        ru: 'Организация или «собственник помещения» — без имени и номера квартиры (152-ФЗ).',
        en: 'An organisation or “an owner”, without a name.',
      },
    },
  },
  {
    name: 'materialsPlace',
    type: 'textarea',
    label: { ru: 'Где ознакомиться с материалами', en: 'Where to see the materials' },
    maxLength: 500,
    admin: { condition: isOwnersMeeting, rows: 2 },
  },
  {
    name: 'agenda',
    type: 'array',
    label: { ru: 'Повестка', en: 'Agenda' },
    labels: { singular: { ru: 'Вопрос', en: 'Item' }, plural: { ru: 'Вопросы', en: 'Items' } },
    maxRows: 60,
    fields: [
      { name: 'text', type: 'textarea', label: { ru: 'Вопрос повестки', en: 'Item' }, required: true },
    ],
  },
  {
    name: 'exposition',
    type: 'group',
    label: { ru: 'Экспозиция', en: 'Exposition' },
    admin: { condition: hasStage('exposition') },
    fields: [
      { name: 'place', type: 'text', label: { ru: 'Где', en: 'Place' }, maxLength: 500 },
      {
        type: 'row',
        fields: [
          moment({
            name: 'from',
            day: true,
            label: { ru: 'Открывается', en: 'Opens' },
            admin: { width: '50%' },
          }),
          moment({
            name: 'to',
            day: true,
            label: { ru: 'Закрывается', en: 'Closes' },
            validate: notBefore('from', {
              ru: 'Экспозиция не может закрыться раньше, чем откроется.',
              en: 'It cannot close before it opens.',
            }),
            admin: { width: '50%' },
          }),
        ],
      },
      { name: 'hours', type: 'text', label: { ru: 'Дни и часы', en: 'Days and hours' }, maxLength: 300 },
      {
        name: 'consultations',
        type: 'textarea',
        label: { ru: 'Консультации', en: 'Consultations' },
        maxLength: 1000,
      },
    ],
  },
  {
    name: 'comments',
    type: 'group',
    label: { ru: 'Предложения и замечания', en: 'Proposals' },
    admin: { condition: hasStage('comments') },
    fields: [
      {
        type: 'row',
        fields: [
          moment({
            name: 'from',
            day: true,
            label: { ru: 'Принимаются с', en: 'From' },
            admin: { width: '50%' },
          }),
          moment({
            name: 'until',
            day: true,
            label: { ru: 'До', en: 'Until' },
            validate: notBefore('from', {
              ru: 'Приём не может закончиться раньше, чем начнётся.',
              en: 'The end must not be before the start.',
            }),
            admin: { width: '50%' },
          }),
        ],
      },
      {
        name: 'order',
        type: 'textarea',
        label: { ru: 'Порядок и форма', en: 'Order and form' },
        maxLength: 1500,
        admin: {
          rows: 2,
          description: {
            ru: 'Что написать и как: «в свободной форме, с указанием пункта проекта».',
            en: 'What to write and how.',
          },
        },
      },
      {
        name: 'channels',
        type: 'array',
        label: { ru: 'Как подать', en: 'Ways' },
        labels: { singular: { ru: 'Способ', en: 'Way' }, plural: { ru: 'Способы', en: 'Ways' } },
        maxRows: 12,
        fields: [
          {
            name: 'way',
            type: 'select',
            label: { ru: 'Вид способа', en: 'Kind of way' },
            options: options(channelWays),
          },
          { name: 'text', type: 'text', label: { ru: 'Способ', en: 'Way' }, required: true, maxLength: 500 },
          webAddress({ name: 'url', label: { ru: 'Ссылка', en: 'Link' }, acceptsPath: true }),
        ],
      },
      {
        name: 'identification',
        type: 'textarea',
        label: { ru: 'Что сообщить о себе', en: 'Identification' },
        maxLength: 1500,
        admin: {
          description: {
            ru: 'ГрК ст. 5.1 ч. 12: люди — ФИО, дата рождения, адрес; организации — название, ОГРН, адрес.',
            en: 'What participants must state about themselves.',
          },
        },
      },
      {
        name: 'ownCheck',
        type: 'textarea',
        label: { ru: 'Где проверить своё предложение', en: 'Where to check one’s own proposal' },
        maxLength: 500,
        admin: { rows: 2, condition: isOf('publicDiscussion') },
      },
    ],
  },
  {
    name: 'meeting',
    type: 'group',
    label: { ru: 'Собрание', en: 'Meeting' },
    admin: { condition: hasStage('meeting') },
    fields: [
      {
        type: 'row',
        fields: [
          moment({ name: 'startsAt', label: { ru: 'Начало', en: 'Starts at' }, admin: { width: '50%' } }),
          moment({
            name: 'registrationFrom',
            label: { ru: 'Регистрация с', en: 'Registration from' },
            admin: { width: '50%' },
          }),
        ],
      },
      { name: 'place', type: 'text', label: { ru: 'Где', en: 'Place' }, maxLength: 500 },
    ],
  },
  {
    name: 'voting',
    type: 'group',
    label: { ru: 'Приём решений собственников', en: 'Acceptance of decisions' },
    admin: {
      condition: isOwnersMeeting,
      description: {
        ru: 'Само голосование идёт не на портале: здесь только срок и место.',
        en: 'The vote itself runs elsewhere.',
      },
    },
    fields: [
      {
        type: 'row',
        fields: [
          moment({ name: 'from', label: { ru: 'С', en: 'From' }, admin: { width: '50%' } }),
          moment({
            name: 'until',
            label: { ru: 'До', en: 'Until' },
            validate: notBefore('from', {
              strict: true,
              ru: 'Приём решений должен закончиться позже, чем начнётся.',
              en: 'The end must be after the start.',
            }),
            admin: { width: '50%' },
          }),
        ],
      },
      { name: 'place', type: 'text', label: { ru: 'Куда передать решение', en: 'Where' }, maxLength: 500 },
      {
        name: 'isInSystem',
        type: 'checkbox',
        label: { ru: 'Голосуют в ГИС ЖКХ или региональной системе', en: 'The vote runs in a state system' },
        defaultValue: false,
      },
      {
        type: 'row',
        fields: [
          moment({
            name: 'administratorToldAt',
            day: true,
            label: { ru: 'Сообщено администратору', en: 'Administrator told' },
            admin: { width: '50%', condition: isInSystem },
          }),
          moment({
            name: 'paperUntil',
            label: { ru: 'Бумажные решения — до', en: 'Papers until' },
            admin: { width: '50%', condition: isInSystem },
          }),
        ],
      },
    ],
  },
  {
    name: 'application',
    type: 'group',
    label: { ru: 'Заявление', en: 'Application' },
    admin: { condition: isOfPlot },
    fields: [
      {
        type: 'row',
        fields: [
          moment({
            name: 'at',
            day: true,
            label: { ru: 'Поступило', en: 'Received' },
            admin: { width: '50%' },
          }),
          moment({
            name: 'holdersToldAt',
            day: true,
            label: { ru: 'Сообщения правообладателям', en: 'Rights-holders told' },
            admin: { width: '50%' },
          }),
        ],
      },
    ],
  },
  {
    name: 'repair',
    type: 'group',
    label: { ru: 'Капитальный ремонт', en: 'Capital repair' },
    admin: {
      condition: isOwnersMeeting,
      description: { ru: 'Заполните, если решают о нём.', en: 'If the meeting decides on it.' },
    },
    fields: [
      {
        type: 'row',
        fields: [
          moment({
            name: 'proposalsAt',
            day: true,
            label: { ru: 'Предложения оператора получены', en: 'Proposals received' },
            admin: { width: '50%' },
          }),
          {
            name: 'worksYear',
            type: 'number',
            label: { ru: 'Год работ', en: 'Year of the works' },
            min: 2020,
            max: 2100,
            admin: { width: '50%', step: 1 },
          },
        ],
      },
    ],
  },
]

function isOwnersMeeting(data: Parameters<Condition>[0]): boolean {
  return data['kind'] === 'ownersMeeting'
}

function isInSystem(_: unknown, siblings: Parameters<Condition>[1]): boolean {
  return siblings?.['isInSystem'] === true
}

function isOfPlot(data: Parameters<Condition>[0]): boolean {
  return data['matter'] === 'conditionalUse' || data['matter'] === 'deviation'
}

function hasStage(stage: HearingStage): Condition {
  return (data) => {
    const kind: unknown = data['kind']
    return !isKind(kind) || stagesOf(kind).includes(stage)
  }
}

const isKind = (kind: unknown): kind is HearingKind =>
  typeof kind === 'string' && Object.hasOwn(hearingStages, kind)

const stagesOf = (kind: HearingKind): readonly HearingStage[] => hearingStages[kind]
