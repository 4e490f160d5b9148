import type { PayloadRequest } from 'payload'
import { latencyOf } from '../../collections/publications/latency.schema.ts'
import type { Publication as PublicationRow } from '../../collections/payload-types.ts'
import { documentHref } from './documentHref.ts'
import { deeds, publicationState } from './publicationWords.ts'
import { moment, say } from './words.ts'

/** The last publications with what has become of each. */
export const LatestPublications = async ({ req }: { req: PayloadRequest }) => {
  const language = req.i18n.language
  const { globals } = req.payload.config
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
      <div>
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
                  <a href={documentHref({ collection: row.collectionSlug, id: row.documentId }, globals)}>
                    {row.title}
                  </a>
                  <small>{say(language, deeds[row.kind])}</small>
                </span>
                <span className="portal-rows__state">{stateOf(row, language)}</span>
              </li>
            ))}
          </ul>
        )}
        {req.user?.role === 'admin' && (
          <p className="portal-more">
            <a href="/admin/publishing">
              {say(language, {
                ru: 'Публикация сайта: очередь, сбои, возврат',
                en: 'Publishing: queue, failures, rollback',
              })}
            </a>
          </p>
        )}
      </div>
    </section>
  )
}

/** As the status endpoint tells it: what has a revision has reached a build. */
const stateOf = (row: PublicationRow, language: string) =>
  publicationState(
    {
      kind: row.kind,
      status: row.status,
      liveAt: row.liveAt ?? null,
      latencyMs: latencyOf(row),
      error: row.error ?? null,
      isFailedBuild: row.status === 'failed' && typeof row.revision === 'number',
    },
    language,
  )
