import type { PayloadRequest } from 'payload'
import { moment, say, timeOfDay, type Words } from './words.ts'

/** The last publications with what has become of each. */
export const LatestPublications = async ({ req }: { req: PayloadRequest }) => {
  const language = req.i18n.language
  const { docs } = await req.payload.find({
    collection: 'publications',
    depth: 0,
    limit: 8,
    sort: '-requestedAt',
    overrideAccess: false,
    user: req.user,
    req,
  })
  return (
    <section className="portal-section">
      <h2>{say(language, { ru: 'Последние публикации', en: 'Latest publications' })}</h2>
      {docs.length === 0 ? (
        <p>
          {say(language, {
            ru: 'Публикаций ещё не было. Здесь будет видно, когда каждая появилась на сайте.',
            en: 'Nothing has been published yet. Each publication will show here when it is live.',
          })}
        </p>
      ) : (
        <ul className="portal-rows">
          {docs.map((row) => (
            <li key={row.id} data-state={row.status}>
              <span className="portal-rows__when">{moment(row.requestedAt, language)}</span>
              <span className="portal-rows__what">
                <a href={adminPath(row.collectionSlug, row.documentId, req)}>{row.title}</a>
                <small>{say(language, deeds[row.kind])}</small>
              </span>
              <span className="portal-rows__state">{stateOf(row, language)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const adminPath = (slug: string, id: string | null | undefined, { payload }: PayloadRequest) =>
  payload.config.globals.some((global) => global.slug === slug)
    ? `/admin/globals/${slug}`
    : `/admin/collections/${slug}/${id ?? ''}`

type Row = {
  kind: keyof typeof deeds
  revision?: number | null
  status: 'queued' | 'building' | 'live' | 'failed'
  liveAt?: string | null
  error?: string | null
}

const stateOf = ({ error, kind, liveAt, revision, status }: Row, language: string) => {
  if (status === 'live' && liveAt && (kind === 'unpublished' || kind === 'deleted'))
    return say(language, {
      ru: `снято с сайта в ${timeOfDay(liveAt)}`,
      en: `removed at ${timeOfDay(liveAt)}`,
    })
  if (status === 'live' && liveAt)
    return say(language, { ru: `на сайте с ${timeOfDay(liveAt)}`, en: `live since ${timeOfDay(liveAt)}` })
  // Without a revision it never reached a build: the schedule could not save it, and says so itself.
  if (status === 'failed' && typeof revision !== 'number') return error ?? say(language, states.failed)
  if (status === 'failed')
    return say(language, { ru: `сборка не удалась: ${error ?? ''}`, en: `the build failed: ${error ?? ''}` })
  return say(language, states[status])
}

const states: Record<Row['status'], Words> = {
  queued: { ru: 'ждёт сборки', en: 'waiting for the build' },
  building: { ru: 'собирается', en: 'building' },
  live: { ru: 'на сайте', en: 'live' },
  failed: { ru: 'сборка не удалась', en: 'the build failed' },
}

const deeds: Record<'published' | 'updated' | 'unpublished' | 'deleted', Words> = {
  published: { ru: 'публикация', en: 'published' },
  updated: { ru: 'изменение', en: 'updated' },
  unpublished: { ru: 'снято с публикации', en: 'unpublished' },
  deleted: { ru: 'удалено', en: 'deleted' },
}
