import { describe, expect, it } from 'vitest'
import { collections, globals } from '../../collections/index.ts'
import { hiddenFromMenu } from './menu.ts'

const menuOf = (role: string) =>
  [...collections, ...globals]
    .filter(({ admin, slug }) => !admin?.hidden && !hiddenFromMenu(slug)({ user: userWith(role) }))
    .map(({ slug }) => slug)

const userWith = (role: string) => ({ id: '1', collection: 'users', role })

describe('the menu', () => {
  it('shows a respondent their own sections only', () => {
    expect(menuOf('respondent')).toEqual(['deputies', 'questions'])
  })

  it('shows a volunteer content, and neither accounts nor settings', () => {
    const menu = menuOf('volunteer')
    expect(menu).toContain('news')
    expect(menu).toContain('media')
    for (const slug of [
      'users',
      'redirects',
      'settings',
      'navigation',
      'channels',
      'questions',
      'addressees',
      'wishes',
      'join-requests',
      'houses',
    ])
      expect(menu).not.toContain(slug)
  })

  it('shows an administrator everything that is not internal', () => {
    const internal = collections.filter(({ admin }) => admin?.hidden === true)
    expect(menuOf('admin')).toHaveLength(collections.length + globals.length - internal.length)
  })

  it('shows nobody anything before they have logged in', () => {
    expect(hiddenFromMenu('news')({ user: null })).toBe(true)
  })
})
