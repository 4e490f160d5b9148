import type { NumberField, RowField } from 'payload'
import { houseBounds } from '../Houses/houses.schema.ts'
import { message } from './message.ts'

type Validate = NonNullable<NumberField['validate']>

/** A point of the map: both numbers or none, near the city. */
export const pointFields = ({ isRequired = false } = {}): RowField => ({
  type: 'row',
  fields: [
    degrees('latitude', 'longitude', { ru: 'Широта', en: 'Latitude' }, isRequired),
    degrees('longitude', 'latitude', { ru: 'Долгота', en: 'Longitude' }, isRequired),
  ],
})

function degrees(
  name: 'latitude' | 'longitude',
  other: 'latitude' | 'longitude',
  label: Record<string, string>,
  isRequired: boolean,
): NumberField {
  const { min, max } = houseBounds[name]
  return {
    name,
    type: 'number',
    label,
    required: isRequired,
    min,
    max,
    admin: { width: '50%', step: 0.00001 },
    validate: (value: unknown, { req, siblingData }: Parameters<Validate>[1]) => {
      if (!isNumber(value)) {
        const isAlone = isNumber(Object.entries(siblingData ?? {}).find(([key]) => key === other)?.[1])
        return (
          (!isRequired && !isAlone) ||
          message(req, 'Для точки нужны оба числа: широта и долгота.', 'A point has two numbers.')
        )
      }
      return (
        (value >= min && value <= max) ||
        message(req, `Это далеко от Люберец: от ${min} до ${max}.`, `From ${min} to ${max}.`)
      )
    },
  }
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
