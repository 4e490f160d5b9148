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

const sentence = (publication: Publication, language: string) => {
  const { status, kind, liveAt } = publication
  if (status === 'failed') return failure(publication, language)
  if (status !== 'live' || !liveAt)
    return status === 'building'
      ? say(language, { ru: 'Сохранено. Сайт собирается…', en: 'Saved. The site is being built…' })
      : say(language, { ru: 'Сохранено. Ждёт сборки сайта…', en: 'Saved. Waiting for the build…' })
  const isGone = kind === 'unpublished' || kind === 'deleted'
  const isToday = moment(liveAt, 'ru').startsWith('сегодня')
  const since = isToday ? timeOfDay(liveAt) : moment(liveAt, language)
  return isGone
    ? say(language, { ru: `Снято с сайта, ${since}.`, en: `Removed from the site, ${since}.` })
    : say(language, { ru: `На сайте с ${since}.`, en: `Live since ${since}.` })
}

const failure = ({ error, isFailedBuild, canBuildAgain }: Publication, language: string) => {
  const reason = (error ?? say(language, { ru: 'причина не указана', en: 'no reason given' })).replace(
    /\.+$/,
    '',
  )
  // A scheduled publication that could not be saved says itself what to do.
  if (!isFailedBuild) return `${reason}.`
  const kept = say(language, {
    ru: `Сборка не удалась: ${reason}. На сайте осталась прежняя версия.`,
    en: `The build failed: ${reason}. The site keeps the earlier version.`,
  })
  const advice = canBuildAgain
    ? say(language, {
        ru: 'Исправьте запись и опубликуйте её ещё раз. Если дело не в ней, повторите сборку.',
        en: 'Correct the document and publish it again. If it is not to blame, repeat the build.',
      })
    : say(language, { ru: 'Скажите об этом редактору.', en: 'Tell an editor.' })
  return `${kept} ${advice}`
}
