/**
 * Payload's `admin.hidden`: a menu shows what its reader has work in, not all that they may read. Only the admin's menu
 * and pages are meant; what may be done is decided by collections/access.
 */
export const hiddenFromMenu =
  (slug: string) =>
  ({ user }: { user: object | null }): boolean =>
    !user || !('role' in user) || !(readers[slug] ?? staff).includes(String(user.role))

const staff = ['admin', 'editor', 'volunteer']
const editors = ['admin', 'editor']

const readers: Record<string, string[]> = {
  deputies: [...staff, 'respondent'],
  // What a resident has sent is for editors and for whoever answers.
  questions: [...editors, 'respondent'],
  addressees: editors,
  users: ['admin'],
  redirects: editors,
  settings: editors,
  navigation: editors,
  channels: editors,
  wishes: editors,
  'join-requests': editors,
  registrations: editors,
  initiative: editors,
  law: ['admin'],
  withdrawals: ['admin'],
  calendar: ['admin'],
  houses: editors,
  streams: editors,
  receptions: [...editors, 'respondent'],
  turnout: editors,
}
