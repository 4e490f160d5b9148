import { markLetter, markLine } from './mark.ts'

/** The mark in the corner of the admin. */
export const Icon = () => (
  <svg className="portal-mark" viewBox="0 0 40 40" role="img" aria-label="Люберцы">
    <path className="portal-mark__field" d="M0 0h40v40H0z" />
    <path className="portal-mark__letter" d={markLetter} />
    <path className="portal-mark__line" d={markLine} />
  </svg>
)
