'use client'

import { Link, useAuth, useTranslation } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'
import { say } from '../words.ts'

const href = '/admin/publishing'

/** In the menu, under the collections, for administrators. */
export const PublishingNavLink = () => {
  const { user } = useAuth()
  const { i18n } = useTranslation()
  const isHere = usePathname() === href
  if (user?.['role'] !== 'admin') return null
  return (
    <Link
      className="nav__link portal-nav-link"
      href={href}
      prefetch={false}
      aria-current={isHere ? 'page' : undefined}
    >
      {isHere && <div className="nav__link-indicator" />}
      <span className="nav__link-label">
        {say(i18n.language, { ru: 'Публикация сайта', en: 'Publishing' })}
      </span>
    </Link>
  )
}
