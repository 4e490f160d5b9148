import { getTranslation } from '@payloadcms/translations'
import type { PayloadRequest, SanitizedPermissions, VisibleEntities } from 'payload'
import { say } from './words.ts'

type Props = { req: PayloadRequest; permissions: SanitizedPermissions; visibleEntities: VisibleEntities }

/** Everything this person may open, by name: on a phone the side menu is folded away. */
export const Sections = ({ req, permissions, visibleEntities }: Props) => {
  const { collections, globals } = req.payload.config
  // A respondent may read what every resident may; only what they may change is work.
  const right = req.user?.role === 'respondent' ? 'update' : 'read'
  const links = [
    ...collections
      .filter(
        ({ slug }) => visibleEntities.collections.includes(slug) && permissions.collections?.[slug]?.[right],
      )
      .map(({ slug, labels }) => ({ href: `/admin/collections/${slug}`, label: labels.plural })),
    ...globals
      .filter(({ slug }) => visibleEntities.globals.includes(slug) && permissions.globals?.[slug]?.[right])
      .map(({ slug, label }) => ({ href: `/admin/globals/${slug}`, label })),
  ]
  return (
    <section className="portal-section">
      <h2>{say(req.i18n.language, { ru: 'Разделы', en: 'Sections' })}</h2>
      <ul className="portal-links">
        {links.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{getTranslation(label, req.i18n)}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
