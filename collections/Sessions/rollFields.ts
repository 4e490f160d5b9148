import type { Field, JSONField } from 'payload'
import { votes } from './sessions.schema.ts'

export const seats: Field = {
  name: 'seats',
  type: 'number',
  label: { ru: 'Избрано депутатов', en: 'Elected deputies' },
  defaultValue: 32,
  min: 1,
  max: 300,
  admin: {
    description: {
      ru: 'От этого числа считается кворум: нужна хотя бы половина.',
      en: 'The quorum is half of them at least.',
    },
  },
}

/** cms/admin gives it its table; here it is plain data, see roll.schema.ts. */
export const roll: JSONField = {
  name: 'roll',
  type: 'json',
  label: { ru: 'Кто был и как голосовал', en: 'Roll call' },
  // A copy is another sitting.
  hooks: { beforeDuplicate: [() => []] },
  typescriptSchema: [
    () => ({
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['deputy', 'present', 'votes'],
        properties: {
          deputy: { type: 'string' },
          present: { type: 'boolean' },
          votes: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['item', 'vote'],
              properties: {
                item: { type: 'string' },
                vote: { type: 'string', enum: votes.map(({ value }) => value) },
              },
            },
          },
        },
      },
    }),
  ],
}

export const minutes: Field = {
  name: 'minutes',
  type: 'upload',
  relationTo: 'media',
  label: { ru: 'Протокол', en: 'Minutes' },
  filterOptions: { kind: { equals: 'document' } },
}
