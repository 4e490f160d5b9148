import type { ArrayField, Field } from 'payload'
import { body } from '../fields/body.ts'
import { lead, title } from '../fields/headline.ts'
import { moment } from '../fields/moment.ts'
import { notBefore } from '../fields/notBefore.ts'
import { options } from '../fields/options.ts'
import { picture } from '../fields/picture.ts'
import { pollKinds, pollLevels, pollResults } from './pollRules.schema.ts'

/** What is asked: seen by every voter, frozen while the poll runs but for the words around it. */
export const questionFields: Field[] = [
  title({
    description: {
      ru: 'О чём голосуют, словами жителя: «Что построить у моста первым?»',
      en: 'What it is about, in a resident’s words.',
    },
  }),
  lead({
    label: { ru: 'Что решает голосование', en: 'What it decides' },
    description: {
      ru: 'Кто и когда примет решение по итогам и обязателен ли для него итог. Это первое, что спросят.',
      en: 'Who decides on it, when, and whether the result binds them.',
    },
  }),
  {
    name: 'question',
    type: 'text',
    label: { ru: 'Вопрос', en: 'Question' },
    required: true,
    maxLength: 300,
    admin: {
      description: {
        ru: 'Стоит над вариантами. Нейтрально: без подсказки ответа.',
        en: 'Stands above the options. Neutral.',
      },
    },
  },
  optionRows(),
  body({ label: { ru: 'Подробности', en: 'Details' } }),
]

/** By what rules. */
export const ruleFields: Field[] = [
  {
    type: 'row',
    fields: [
      {
        name: 'kind',
        type: 'select',
        label: { ru: 'Сколько можно выбрать', en: 'How many' },
        options: options(pollKinds),
        required: true,
        defaultValue: 'single',
        admin: { width: '50%' },
      },
      {
        name: 'most',
        type: 'number',
        label: { ru: 'Не больше', en: 'At most' },
        min: 2,
        max: 20,
        defaultValue: 2,
        admin: { width: '50%', step: 1, condition: (data) => data['kind'] === 'several' },
      },
    ],
  },
  {
    type: 'row',
    fields: [
      moment({
        name: 'opensAt',
        label: { ru: 'Начало', en: 'Opens' },
        required: true,
        index: true,
        admin: { width: '50%' },
      }),
      moment({
        name: 'closesAt',
        label: { ru: 'Окончание', en: 'Closes' },
        required: true,
        index: true,
        validate: notBefore('opensAt', {
          strict: true,
          required: true,
          ru: 'Голосование должно закончиться позже, чем начнётся.',
          en: 'It must close after it opens.',
        }),
        admin: { width: '50%' },
      }),
    ],
  },
  {
    name: 'audience',
    type: 'text',
    label: { ru: 'Кого спрашивают', en: 'Audience' },
    maxLength: 300,
    admin: { description: { ru: '«Жителей округов № 3 и № 4».', en: 'In words.' } },
  },
  {
    name: 'level',
    type: 'select',
    label: { ru: 'Кто может голосовать', en: 'Who may vote' },
    options: options(pollLevels),
    required: true,
    defaultValue: 'open',
    admin: {
      description: {
        ru: 'Открытое: один голос с устройства, без имени и почты. С подтверждением: один голос с адреса почты, ссылка придёт письмом. Ни то ни другое не проверяет, где человек живёт; уровень написан рядом с итогом.',
        en: 'Open: one vote per device. Confirmed: one vote per e-mail address. Printed beside the result.',
      },
    },
  },
  {
    name: 'results',
    type: 'select',
    label: { ru: 'Когда видно, как голосуют', en: 'When numbers are seen' },
    options: options(pollResults),
    required: true,
    defaultValue: 'afterClose',
  },
]

function optionRows(): ArrayField {
  return {
    name: 'options',
    type: 'array',
    label: { ru: 'Варианты', en: 'Options' },
    labels: { singular: { ru: 'Вариант', en: 'Option' }, plural: { ru: 'Варианты', en: 'Options' } },
    required: true,
    minRows: 2,
    maxRows: 20,
    fields: [
      {
        name: 'text',
        type: 'text',
        label: { ru: 'Вариант', en: 'Option' },
        required: true,
        maxLength: 200,
      },
      {
        name: 'note',
        type: 'text',
        label: { ru: 'Пояснение', en: 'Note' },
        maxLength: 300,
        admin: { description: { ru: 'Срок, цена: «До 1 июля, 6,2 млн ₽».', en: 'Term, price.' } },
      },
      picture({ name: 'picture', label: { ru: 'Картинка', en: 'Picture' } }),
    ],
  }
}
