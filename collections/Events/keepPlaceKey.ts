import type { CollectionBeforeChangeHook } from 'payload'
import { slugify } from '../fields/slugify.ts'
import type { Saved } from '../hooks/saved.ts'

/** Writes down the address of the place's own page in the calendar, made of its name, whoever sends what. */
export const keepPlaceKey: CollectionBeforeChangeHook<Saved> = ({ data }) => {
  const place: unknown = data['place']
  if (typeof place !== 'object' || place === null) return data
  const name: unknown = Reflect.get(place, 'name')
  return { ...data, place: { ...place, key: typeof name === 'string' ? slugify(name) || null : null } }
}
