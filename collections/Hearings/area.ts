import type { TextareaFieldValidation } from 'payload'
import { message } from '../fields/message.ts'
import { mapPoint } from '../mapPoint.schema.ts'

/** Validation of a boundary: three points and more, one a line, «55.676, 37.898» or links of the map. */
export const isArea: TextareaFieldValidation = (value, { req }) => {
  const lines = (value ?? '').split('\n').filter((line) => line.trim() !== '')
  if (lines.length === 0) return true
  if (lines.length < 3) return message(req, 'У границы не меньше трёх точек.', 'At least three points.')
  const wrong = lines.findIndex((line) => mapPoint(line) === null)
  return (
    wrong < 0 ||
    message(
      req,
      `Строка ${wrong + 1} — не точка в округе. Пример: «55.676, 37.898».`,
      `Line ${wrong + 1} is no point of the municipality.`,
    )
  )
}
