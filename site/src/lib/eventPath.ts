import { documentPath } from '../../../collections/documentPath.schema.ts'
import { registrationPart } from '../../../collections/Registrations/registrations.schema.ts'
import type { EventDate } from '../cms/eventDates.ts'

/** The page of an event, of one date when it is a series: /kalendar/slug/2026-12-05/. */
export function eventPath({ slug, day }: Pick<EventDate, 'slug' | 'day'>): string | undefined {
  if (!slug) return undefined
  const path = documentPath('events', slug)
  return day ? `${path}${day}/` : path
}

/** The form of a date, when one registers for it on the portal. */
export function registrationPath(
  event: Pick<EventDate, 'slug' | 'day' | 'registration'>,
): string | undefined {
  const path = eventPath(event)
  return path && event.registration?.seats ? `${path}${registrationPart}` : undefined
}

export const monthPath = (month: string): string => `/kalendar/${month}/`
export const weekPath = (week: string): string => `/kalendar/nedelya/${week}/`
export const kindPath = (slug: string): string => `/kalendar/vid/${slug}/`
export const placesPath = '/kalendar/mesto/'
export const placePath = (key: string): string => `${placesPath}${key}/`
export const audiencePath = (slug: string): string => `/komu/${slug}/`
