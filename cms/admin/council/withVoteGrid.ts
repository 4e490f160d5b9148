import type { Field, Tab } from 'payload'

/** Gives the roll of a sitting its table; without it the field is plain JSON. */
export const withVoteGrid = (fields: Field[]): Field[] =>
  fields.map((field): Field => {
    if (field.type === 'tabs')
      return { ...field, tabs: field.tabs.map((tab): Tab => ({ ...tab, fields: withVoteGrid(tab.fields) })) }
    return field.type === 'json' && field.name === 'roll'
      ? { ...field, admin: { ...field.admin, components: { Field: '/council/VoteGrid.tsx#VoteGrid' } } }
      : field
  })
