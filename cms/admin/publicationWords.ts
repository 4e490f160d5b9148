import type { Publication } from './publication.ts'
import { duration, isToday, say, since, type Words } from './words.ts'

/** One sentence on a publication, for its editor: since when residents see it and how fast, or why not and what to do. */
export const publicationSentence = (publication: Publication, language: string): string => {
  const { status, liveAt, latencyMs } = publication
  if (status === 'failed') return failure(publication, language)
  if (status !== 'live' || !liveAt)
    return status === 'building'
      ? say(language, { ru: 'Сохранено. Публикуется…', en: 'Saved. Being published…' })
      : say(language, { ru: 'Сохранено. Ждёт публикации…', en: 'Saved. Waiting to be published…' })
  const after = latencyWords(latencyMs, language)
  const when = `${since(liveAt, language)}${after}`
  if (!isRemoval(publication)) return say(language, { ru: `На сайте с ${when}.`, en: `Live since ${when}.` })
  return say(language, {
    ru: `Снято с сайта ${isToday(liveAt) ? 'в ' : ''}${when}.`,
    en: `Removed from the site ${isToday(liveAt) ? 'at ' : ''}${when}.`,
  })
}

/** The same in a list, where the time of the save stands beside it: «на сайте с 14:03:07, через 0,2 с». */
export const publicationState = (
  publication: Pick<Publication, 'kind' | 'status' | 'liveAt' | 'latencyMs' | 'error' | 'isFailedBuild'>,
  language: string,
): string => {
  const { status, liveAt, latencyMs, error, isFailedBuild } = publication
  if (status === 'live' && liveAt) {
    const when = `${since(liveAt, language)}${latencyWords(latencyMs, language)}`
    return isRemoval(publication)
      ? say(language, {
          ru: `снято с сайта ${isToday(liveAt) ? 'в ' : ''}${when}`,
          en: `removed ${isToday(liveAt) ? 'at ' : ''}${when}`,
        })
      : say(language, { ru: `на сайте с ${when}`, en: `live since ${when}` })
  }
  if (status === 'failed') return isFailedBuild ? notShown(publication, language) : (error ?? '')
  return say(
    language,
    status === 'building'
      ? { ru: 'публикуется', en: 'being published' }
      : { ru: 'ждёт публикации', en: 'waiting to be published' },
  )
}

/** What was done to a document. */
export const deeds: Record<Publication['kind'], Words> = {
  published: { ru: 'публикация', en: 'published' },
  updated: { ru: 'изменение', en: 'updated' },
  unpublished: { ru: 'снято с публикации', en: 'unpublished' },
  deleted: { ru: 'удалено', en: 'deleted' },
}

/** «, через 0,2 с»: from the save to the site; nothing when that is not known. */
export const latencyWords = (latencyMs: number | null, language: string): string =>
  latencyMs === null
    ? ''
    : say(language, {
        ru: `, через ${duration(latencyMs, language)}`,
        en: `, after ${duration(latencyMs, language)}`,
      })

const failure = (publication: Publication, language: string): string => {
  const { error, isFailedBuild, canBuildAgain } = publication
  // A scheduled publication that could not be saved says itself what to do.
  if (!isFailedBuild) return `${withoutStop(error) || noReason(language)}.`
  const shown = notShown(publication, language)
  const kept = say(language, {
    ru: `${capital(shown)}. На сайте осталась прежняя версия.`,
    en: `${capital(shown)}. The site keeps the earlier version.`,
  })
  const advice = canBuildAgain
    ? say(language, {
        ru: 'Исправьте запись и опубликуйте её ещё раз. Если дело не в ней, повторите сборку.',
        en: 'Correct the document and publish it again. If it is not to blame, repeat the build.',
      })
    : say(language, { ru: 'Скажите об этом редактору.', en: 'Tell an editor.' })
  return `${kept} ${advice}`
}

const notShown = (publication: Pick<Publication, 'kind' | 'error'>, language: string): string => {
  const reason = withoutStop(publication.error) || noReason(language)
  return isRemoval(publication)
    ? say(language, {
        ru: `не снято с сайта, сборка не удалась: ${reason}`,
        en: `not removed, the build failed: ${reason}`,
      })
    : say(language, {
        ru: `не показано, сборка не удалась: ${reason}`,
        en: `not shown, the build failed: ${reason}`,
      })
}

const isRemoval = ({ kind }: Pick<Publication, 'kind'>) => kind === 'unpublished' || kind === 'deleted'

const noReason = (language: string) => say(language, { ru: 'причина не указана', en: 'no reason given' })
const withoutStop = (reason: string | null | undefined) => (reason ?? '').replace(/\.+$/, '')
const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)
