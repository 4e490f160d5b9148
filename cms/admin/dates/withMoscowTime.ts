import type { Field, Tab } from 'payload'

const components = { Field: '/dates/MoscowMoment.tsx#MoscowMoment', Cell: '/dates/MoscowCell.tsx#MoscowCell' }

/** Has every date with a time shown and entered by the clock in Moscow, wherever the editor's computer thinks it is. */
export const withMoscowTime = (fields: Field[]): Field[] => fields.map(one)

const one = (field: Field): Field => {
  if (field.type === 'date') {
    if (field.admin?.date?.pickerAppearance !== 'dayAndTime') return field
    return {
      ...field,
      admin: { ...field.admin, components: { ...components, ...field.admin.components } },
    }
  }
  if (field.type === 'tabs')
    return { ...field, tabs: field.tabs.map((tab): Tab => ({ ...tab, fields: withMoscowTime(tab.fields) })) }
  return 'fields' in field ? { ...field, fields: withMoscowTime(field.fields) } : field
}
