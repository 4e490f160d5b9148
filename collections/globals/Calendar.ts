import type { GlobalConfig } from 'payload'
import { admins, staff } from '../access/simple.ts'
import { groups } from '../editorial.ts'
import { message } from '../fields/message.ts'
import { knownYears, wrongDays } from '../Hearings/law/calendar.schema.ts'

/** The production calendar by which terms of working days are counted. Begins with the two years that are known. */
export const Calendar: GlobalConfig = {
  slug: 'calendar',
  label: { ru: 'Производственный календарь', en: 'Production calendar' },
  access: { read: staff, readVersions: admins, update: admins },
  versions: { max: 20 },
  admin: {
    group: groups.service,
    description: {
      ru: 'По нему портал считает рабочие дни и последний законный день публикации. Год, которого здесь нет, считается по праздникам ТК ст. 112.',
      en: 'Working days and last lawful days are counted by it.',
    },
  },
  fields: [
    {
      name: 'years',
      type: 'array',
      label: { ru: 'Годы', en: 'Years' },
      labels: { singular: { ru: 'Год', en: 'Year' }, plural: { ru: 'Годы', en: 'Years' } },
      defaultValue: () => knownYears.map((year) => ({ ...year })),
      maxRows: 20,
      fields: [
        {
          name: 'year',
          type: 'number',
          label: { ru: 'Год', en: 'Year' },
          required: true,
          min: 2020,
          max: 2100,
        },
        days({
          name: 'off',
          required: true,
          label: { ru: 'Нерабочие дни среди будней', en: 'Weekdays off' },
          description: {
            ru: 'Через пробел: «01.01 02.01 23.02».',
            en: 'Separated by spaces: “01.01 02.01”.',
          },
        }),
        days({
          name: 'worked',
          label: { ru: 'Рабочие субботы и воскресенья', en: 'Weekend days worked' },
          description: { ru: 'Так же; обычно пусто.', en: 'Likewise; mostly empty.' },
        }),
        { name: 'source', type: 'text', label: { ru: 'Акт', en: 'Act' }, maxLength: 300 },
      ],
    },
  ],
}

type Days = {
  name: string
  required?: boolean
  label: Record<string, string>
  description: Record<string, string>
}

function days({ name, required = false, label, description }: Days) {
  return {
    name,
    type: 'textarea' as const,
    label,
    required,
    maxLength: 400,
    admin: { rows: 2, description },
    validate: (
      value: unknown,
      { req, siblingData }: { req: Parameters<typeof message>[0]; siblingData: unknown },
    ) => {
      if (!value) return !required || message(req, 'Перечислите дни.', 'List the days.')
      const [wrong] = wrongDays(yearOf(siblingData), value)
      return (
        wrong === undefined ||
        message(req, `«${wrong}» — не день этого года.`, `“${wrong}” is no day of the year.`)
      )
    },
  }
}

const yearOf = (row: unknown): number =>
  typeof row === 'object' && row !== null && 'year' in row ? Number(row.year) : Number.NaN
