import { type DeputyDuty, deputyDuties } from '../../../collections/deputyDuties.schema.ts'
import { documentPath } from '../../../collections/documentPath.schema.ts'
import { related } from '../cms/index.ts'
import type { Deputy } from '../cms/types.ts'
import type { Person } from '../components/props.ts'
import { pictureOf } from './picture.ts'

/** «Председатель Совета депутатов»; an ordinary deputy has no other duty. */
export function dutyName(duty: DeputyDuty | null | undefined): string | null {
  if (!duty || duty === 'deputy') return null
  return deputyDuties.find(({ value }) => value === duty)?.ru ?? null
}

/** A deputy as an entry of a list of people. */
export function deputyPerson(
  deputy: Pick<Deputy, 'firstName' | 'lastName' | 'title' | 'slug' | 'duty' | 'photo'> &
    Partial<Pick<Deputy, 'lead'>>,
): Person {
  return {
    firstName: deputy.firstName ?? '',
    lastName: deputy.lastName ?? '',
    name: deputy.title ?? '',
    href: deputy.slug ? documentPath('deputies', deputy.slug) : undefined,
    text: dutyName(deputy.duty) ?? deputy.lead ?? undefined,
    picture: pictureOf(related('media', deputy.photo)),
  }
}
