import type { Deputy } from '../cms/types.ts'

/** «Условная М. Л.», as minutes and tables name people. */
export function initials({
  firstName,
  lastName,
  middleName,
}: Pick<Deputy, 'firstName' | 'lastName' | 'middleName'>): string {
  const letters = [firstName, middleName].flatMap((name) => (name ? `${name.charAt(0)}.` : []))
  return [lastName, ...letters].join('\u00a0')
}
