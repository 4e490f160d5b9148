import type { PayloadRequest } from 'payload'
import { say } from './words.ts'

/** For a respondent: the way to their own page, the only one they edit. */
export const OwnProfile = async ({ req }: { req: PayloadRequest }) => {
  const language = req.i18n.language
  const { docs } = await req.payload.find({
    collection: 'deputies',
    draft: true,
    depth: 0,
    limit: 5,
    where: { user: { equals: req.user?.id } },
    // The field that names the account is closed even to its owner; only pages of this very account are asked for.
    overrideAccess: true,
    select: { title: true },
  })
  return (
    <section className="portal-section">
      <h2>{say(language, { ru: 'Ваша страница', en: 'Your page' })}</h2>
      {docs.length === 0 ? (
        <p>
          {say(language, {
            ru: 'К Вашей учётной записи страница депутата пока не привязана. Попросите об этом администратора портала.',
            en: 'No deputy’s page belongs to your account yet. Ask the administrator for it.',
          })}
        </p>
      ) : (
        <ul className="portal-links">
          {docs.map((deputy) => (
            <li key={deputy.id}>
              <a href={`/admin/collections/deputies/${deputy.id}`}>{deputy.title}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
