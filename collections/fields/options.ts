import type { Option } from 'payload'

type Named<Value extends string> = { value: Value; ru: string; en: string }

/** Options of a select field from a list of a schema file. */
export const options = <Value extends string>(list: readonly Named<Value>[]): Option[] =>
  list.map(({ value, ru, en }) => ({ value, label: { ru, en } }))
