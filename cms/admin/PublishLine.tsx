import type { Publication } from './publication.ts'
import { moment, say, timeOfDay } from './words.ts'

/** One sentence on a publication: «на сайте с 14:03:07», «сборка не удалась: …» and what to do then. */
export const PublishLine = ({ publication, language }: { publication: Publication; language: string }) => (
  <span className="portal-status__line" data-state={publication.status}>
    <span>
      {sentence(publication, language)}
      {publication.status === 'live' && publication.path && (
        <>
          {' '}
          <a href={publication.path} target="_blank" rel="noreferrer">
            {say(language, { ru: 'Открыть страницу', en: 'Open the page' })}
          </a>
        </>
      )}
    </span>
  </span>
)

const sentence = ({ status, kind, liveAt, error }: Publication, language: string) => {
  if (status === 'failed')
    return say(language, {
      ru:
        `Сборка не удалась: ${error ?? 'причина не указана'}. На сайте осталась прежняя версия. ` +
        'Исправьте запись и опубликуйте её ещё раз; если не помогло, сообщите администратору портала.',
      en: `The build failed: ${error ?? 'no reason given'}. The site keeps the earlier version. Correct the document and publish it again.`,
    })
  if (status !== 'live' || !liveAt)
    return status === 'building'
      ? say(language, { ru: 'Сохранено, сайт собирается…', en: 'Saved, the site is being built…' })
      : say(language, { ru: 'Сохранено, сборка…', en: 'Saved, waiting for the build…' })
  const isGone = kind === 'unpublished' || kind === 'deleted'
  const isToday = moment(liveAt, 'ru').startsWith('сегодня')
  const since = isToday ? timeOfDay(liveAt) : moment(liveAt, language)
  return isGone
    ? say(language, { ru: `Снято с сайта, ${since}.`, en: `Removed from the site, ${since}.` })
    : say(language, { ru: `На сайте с ${since}.`, en: `Live since ${since}.` })
}
