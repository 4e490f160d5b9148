import type { Field } from 'payload'
import { weekdays } from '../deputyDuties.schema.ts'
import { message } from '../fields/message.ts'
import { moment } from '../fields/moment.ts'
import { notBefore } from '../fields/notBefore.ts'
import { options } from '../fields/options.ts'
import { dayOf } from '../moscow.schema.ts'
import { isSeries, longestSeriesDays, plannedDays, type Repeat, type Series } from './dates.schema.ts'
import { dateChanges, repeatRules, repeatWeeks } from './repeat.schema.ts'

const ruleIs =
  (...rules: string[]) =>
  (_data: unknown, sibling: { rule?: unknown } | undefined): boolean =>
    rules.includes(String(sibling?.rule))

const repeated = ruleIs('weekly', 'monthDay', 'monthWeekday')

/** How an event repeats, and the days on which it does otherwise. Dates are made of it by dates.schema.ts alone. */
export const repeat: Field = {
  name: 'repeat',
  type: 'group',
  label: { ru: 'Повторение', en: 'Repetition' },
  admin: {
    description: {
      ru: 'Для того, что проводится не один раз. Начало и окончание — первой даты; у каждой даты будет своя страница.',
      en: 'For what takes place again and again. Start and end are those of the first date.',
    },
  },
  fields: [
    {
      name: 'rule',
      type: 'select',
      label: { ru: 'Как часто', en: 'How often' },
      options: options(repeatRules),
      defaultValue: 'once',
    },
    {
      name: 'weeks',
      type: 'select',
      label: { ru: 'Который', en: 'Which' },
      options: options(repeatWeeks),
      defaultValue: '1',
      admin: { condition: ruleIs('monthWeekday') },
    },
    {
      name: 'weekdays',
      type: 'select',
      hasMany: true,
      label: { ru: 'Дни недели', en: 'Weekdays' },
      options: options(weekdays),
      admin: { condition: ruleIs('weekly', 'monthWeekday') },
    },
    {
      name: 'monthDay',
      type: 'number',
      label: { ru: 'Число месяца', en: 'Day of the month' },
      min: 1,
      max: 31,
      admin: {
        condition: ruleIs('monthDay'),
        description: {
          ru: 'Если в месяце такого числа нет, месяц пропускается.',
          en: 'Months without that day are left out.',
        },
      },
    },
    moment({
      name: 'until',
      day: true,
      label: { ru: 'До какого дня, включительно', en: 'Until' },
      description: {
        ru: 'Не дальше двух лет вперёд. Если больше проводить не будут, поставьте день последней встречи.',
        en: 'Within two years. To end it early, enter the day of the last date.',
      },
      validate: (value, { data, req, siblingData }) => validUntil(value, { data, req, siblingData }),
      admin: { condition: repeated },
    }),
    exceptions(),
  ],
}

const validUntil = (
  value: Date | string | null | undefined,
  { data, req, siblingData }: { data: unknown; req: Parameters<typeof message>[0]; siblingData: unknown },
): true | string => {
  const series: Series = { ...asSeries(data), repeat: asRepeat(siblingData) }
  if (!isSeries(series)) return true
  if (!value) return message(req, 'Укажите, до какого дня.', 'Enter a day.')
  if (plannedDays(series).length === 0)
    return message(
      req,
      'По этому правилу нет ни одной даты: проверьте начало, дни и последний день.',
      'The rule has no date: check the start, the days and the last day.',
    )
  const tooFar =
    new Date(value).getTime() - Date.parse(series.startsAt ?? '') > longestSeriesDays * 86_400_000
  return !tooFar || message(req, 'Не дальше двух лет от начала.', 'Within two years of the start.')
}

function exceptions(): Field {
  const moved = (_data: unknown, sibling: { change?: unknown } | undefined) => sibling?.change === 'moved'
  return {
    name: 'exceptions',
    type: 'array',
    label: { ru: 'Отмены и переносы', en: 'Exceptions' },
    labels: { singular: { ru: 'Изменение', en: 'Exception' }, plural: { ru: 'Изменения', en: 'Exceptions' } },
    maxRows: 100,
    admin: {
      condition: repeated,
      description: {
        ru: 'Отменённая дата останется на сайте и в календарях жителей зачёркнутой. «Не проводится» — для дней, о которых ещё не объявляли.',
        en: 'A cancelled date stays, crossed out. «Not held» is for days that were never announced.',
      },
    },
    fields: [
      {
        type: 'row',
        fields: [
          moment({
            name: 'day',
            day: true,
            required: true,
            label: { ru: 'День по правилу', en: 'Day by the rule' },
            validate: (value, { data, req }) => {
              if (!value) return message(req, 'Укажите день.', 'Enter a day.')
              return (
                plannedDays(asSeries(data)).includes(dayOf(new Date(value))) ||
                message(req, 'В этот день по правилу ничего нет.', 'The rule does not mean this day.')
              )
            },
            admin: { width: '50%' },
          }),
          {
            name: 'change',
            type: 'select',
            label: { ru: 'Что изменилось', en: 'What changed' },
            options: options(dateChanges),
            required: true,
            defaultValue: 'cancelled',
            admin: { width: '50%' },
          },
        ],
      },
      {
        type: 'row',
        admin: { condition: moved },
        fields: [
          moment({
            name: 'startsAt',
            label: { ru: 'Новое начало', en: 'New start' },
            validate: (value, { req, siblingData }) =>
              Boolean(value) ||
              !moved(null, asException(siblingData)) ||
              message(req, 'Укажите новое начало.', 'Enter the new start.'),
            admin: { width: '50%' },
          }),
          moment({
            name: 'endsAt',
            label: { ru: 'Новое окончание', en: 'New end' },
            validate: notBefore('startsAt', {
              strict: true,
              ru: 'Окончание должно быть позже начала.',
              en: 'The end must be after the start.',
            }),
            admin: { width: '50%' },
          }),
        ],
      },
      {
        name: 'place',
        type: 'text',
        label: { ru: 'Где, если не там, где обычно', en: 'Place' },
        maxLength: 300,
        admin: { condition: moved },
      },
      {
        name: 'note',
        type: 'text',
        label: { ru: 'Почему', en: 'Why' },
        maxLength: 300,
        admin: {
          condition: (_data: unknown, sibling: { change?: unknown } | undefined) =>
            sibling?.change !== 'skipped',
        },
      },
    ],
  }
}

// What Payload hands to a validation is the document as the form holds it; every part of it may be missing.
const asSeries = (data: unknown): Series => (typeof data === 'object' && data !== null ? data : {})
const asRepeat = (data: unknown): Repeat => (typeof data === 'object' && data !== null ? data : {})
const asException = (data: unknown): { change?: unknown } =>
  typeof data === 'object' && data !== null ? data : {}
