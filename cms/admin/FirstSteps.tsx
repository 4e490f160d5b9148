import type { PayloadRequest, SanitizedPermissions } from 'payload'
import { say, type Words } from './words.ts'

type Props = { req: PayloadRequest; permissions: SanitizedPermissions }

/** What this person most likely came to do, as links; only what they may do. */
export const FirstSteps = ({ req, permissions }: Props) => {
  const language = req.i18n.language
  const role = req.user?.role ?? 'volunteer'
  const mayCreate = (slug: string) => Boolean(permissions.collections?.[slug]?.create)
  const open = steps.filter(({ collection }) => mayCreate(collection))
  return (
    <section className="portal-section">
      <h2>{say(language, { ru: 'С чего начать', en: 'Where to begin' })}</h2>
      <div>
        <p className="portal-hint">{say(language, hints[role])}</p>
        {open.length > 0 && (
          <ul className="portal-steps">
            {open.map(({ collection, words }) => (
              <li key={collection}>
                <a href={`/admin/collections/${collection}/create`}>{say(language, words)}</a>
              </li>
            ))}
            <li>
              <a href="/">{say(language, { ru: 'Открыть сайт', en: 'Open the site' })}</a>
            </li>
          </ul>
        )}
      </div>
    </section>
  )
}

const steps: { collection: string; words: Words }[] = [
  { collection: 'news', words: { ru: 'Написать новость', en: 'Write a news item' } },
  { collection: 'events', words: { ru: 'Добавить событие в календарь', en: 'Add an event' } },
  {
    collection: 'hearings',
    words: { ru: 'Подготовить извещение о слушаниях', en: 'Prepare a hearing notice' },
  },
  {
    collection: 'media',
    words: { ru: 'Загрузить снимок или документ', en: 'Upload a picture or a document' },
  },
]

const hints: Record<'admin' | 'editor' | 'volunteer' | 'respondent', Words> = {
  admin: {
    ru: 'Текст сохраняется сам, пока Вы пишете. Жители увидят его после кнопки «Опубликовать»: обычно быстрее чем через секунду.',
    en: 'Your text saves itself as you write. Residents see it after “Publish”, usually in less than a second.',
  },
  editor: {
    ru: 'Текст сохраняется сам, пока Вы пишете. Жители увидят его после кнопки «Опубликовать»: обычно быстрее чем через секунду.',
    en: 'Your text saves itself as you write. Residents see it after “Publish”, usually in less than a second.',
  },
  volunteer: {
    ru: 'Пишите черновик: он сохраняется сам. Когда текст готов, его проверит и опубликует редактор.',
    en: 'Write a draft: it saves itself. When it is ready, an editor checks and publishes it.',
  },
  respondent: {
    ru: 'Здесь Вы видите только свои записи и можете обновить свою страницу.',
    en: 'Here you see only what is yours and can update your own page.',
  },
}
