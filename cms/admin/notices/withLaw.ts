import type { Field, Tab } from 'payload'
import { hasFieldName } from '../../../collections/Hearings/law/fieldNames.schema.ts'

const panel: Field = {
  type: 'ui',
  name: 'law',
  admin: { components: { Field: '/notices/LawPanel.tsx#LawPanel' }, disableListColumn: true },
}

const breaches = '/notices/FieldBreaches.tsx#FieldBreaches'

/** Puts the check against the law on top of a notice, and each breach under its field. */
export const withLaw = (fields: Field[]): Field[] => [panel, ...fields.map((field) => judged(field, ''))]

const judged = (field: Field, above: string): Field => {
  if (field.type === 'tabs')
    return { ...field, tabs: field.tabs.map((tab): Tab => ({ ...tab, fields: inside(tab.fields, above) })) }
  if (field.type === 'row' || field.type === 'collapsible')
    return { ...field, fields: inside(field.fields, above) }
  if (!('name' in field)) return field
  const path = `${above}${field.name}`
  if (field.type === 'group') return { ...field, fields: inside(field.fields, `${path}.`) }
  const told = hasFieldName(path) ? withComponent(field) : field
  // Rows are told by their number; the list's own name is known.
  return told.type === 'array' ? { ...told, fields: inside(told.fields, `${path}.0.`) } : told
}

const inside = (fields: Field[], above: string): Field[] => fields.map((field) => judged(field, above))

const withComponent = (field: Field): Field => {
  const admin = field.admin ?? {}
  const components = 'components' in admin && typeof admin.components === 'object' ? admin.components : {}
  // The same member of the union, with one component more under its input.
  return { ...field, admin: { ...admin, components: { ...components, afterInput: [breaches] } } } as Field
}
