import type { Field } from 'payload'

const desk: Field = {
  type: 'ui',
  name: 'desk',
  admin: { components: { Field: '/questions/QuestionDesk.tsx#QuestionDesk' }, disableListColumn: true },
}

const cells: Record<string, string> = {
  state: '/questions/StateCell.tsx#StateCell',
  subject: '/questions/SubjectCell.tsx#SubjectCell',
}

/** Puts the buttons of the machine on top of a question and what is due into the list. */
export const withDesk = (fields: Field[]): Field[] => [desk, ...fields.map(withCell)]

const withCell = (field: Field): Field => {
  const Cell = 'name' in field ? cells[field.name] : undefined
  if (!Cell || (field.type !== 'select' && field.type !== 'text')) return field
  // The same member of the union, with one component more.
  return { ...field, admin: { ...field.admin, components: { ...field.admin?.components, Cell } } } as Field
}
