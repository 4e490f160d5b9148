import { getTranslation } from '@payloadcms/translations'
import type { PayloadRequest } from 'payload'
import { moment, say } from './words.ts'

const shown = 8

/** Drafts and unpublished changes of all editorial collections, the newest first. */
export const DraftsToReview = async ({ req }: { req: PayloadRequest }) => {
  const language = req.i18n.language
  const drafts = await findDrafts(req)
  return (
    <section className="portal-section">
      <h2>{say(language, { ru: 'Черновики ждут проверки', en: 'Drafts to review' })}</h2>
      {drafts.length === 0 ? (
        <p>
          {say(language, {
            ru: 'Черновиков нет: всё опубликовано.',
            en: 'No drafts: everything is published.',
          })}
        </p>
      ) : (
        <ul className="portal-rows">
          {drafts.map((draft) => (
            <li key={`${draft.collection}/${draft.id}`}>
              <span className="portal-rows__when">{moment(draft.updatedAt, language)}</span>
              <span className="portal-rows__what">
                <a href={`/admin/collections/${draft.collection}/${draft.id}`}>{draft.title}</a>
                <small>{draft.label}</small>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

type Draft = { collection: string; id: string; label: string; title: string; updatedAt: string }

const findDrafts = async (req: PayloadRequest): Promise<Draft[]> => {
  const editorial = req.payload.config.collections.filter(({ versions }) => versions?.drafts)
  const perCollection = await Promise.all(
    editorial.map(async ({ slug, labels }) => {
      const { docs } = await req.payload.find({
        collection: slug,
        draft: true,
        depth: 0,
        limit: shown,
        sort: '-updatedAt',
        where: { _status: { equals: 'draft' } },
        overrideAccess: false,
        user: req.user,
      })
      return docs.map((doc): Draft => ({
        collection: slug,
        id: String(doc.id),
        label: getTranslation(labels.singular, req.i18n),
        title:
          ('title' in doc && doc.title) || say(req.i18n.language, { ru: 'Без названия', en: 'Untitled' }),
        updatedAt: 'updatedAt' in doc ? doc.updatedAt : '',
      }))
    }),
  )
  return perCollection
    .flat()
    .sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))
    .slice(0, shown)
}
