import { Icon } from './Icon.tsx'

/** The mark with the name, above the login form. */
export const Logo = () => (
  <div className="portal-logo">
    <Icon />
    <span className="portal-logo__name">Люберцы</span>
    <span className="portal-logo__part">Редакция городского портала</span>
  </div>
)
