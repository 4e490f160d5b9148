import type { ServiceReport, ServiceStatus } from '../../../collections/publications/service.schema.ts'
import { moment, say, timeOfDay, type Words } from '../words.ts'
import { shownPublishes } from './figures.ts'

export type Sentence = { tone: 'fine' | 'busy' | 'trouble'; text: string }

/** The state of the rebuild service in plain words. */
export const serviceSentence = (service: ServiceReport['service'], language: string): Sentence => {
  if (service.is === 'away') return { tone: 'trouble', text: service.reason }
  if (service.is === 'github') return { tone: 'fine', text: service.reason }
  const { status } = service
  const { state, wanted, pinned, isReconciled, liveAt, liveRevision } = status
  const tell = (tone: Sentence['tone'], words: Words): Sentence => ({ tone, text: say(language, words) })
  if (pinned) {
    const before = pinnedBefore(status, language)
    return tell('busy', {
      ru: `Сайт возвращён к прежнему виду ${momentInSeconds(pinned.at, language)}: жители видят его таким, каким он был до публикации ${before}. Так останется до следующей публикации.`,
      en: `The site was taken back ${momentInSeconds(pinned.at, language)}: residents see it as it was before publish ${before}, until the next one.`,
    })
  }
  if (!isReconciled)
    return tell('busy', {
      ru: 'Служба запустилась и сверяет сайт с редакцией.',
      en: 'The service has started and compares the site with the CMS.',
    })
  if (wanted && wanted.attempts > 0)
    return tell('trouble', {
      ru: `Служба работает, но публикация не удаётся. Попыток: ${wanted.attempts}, служба пробует снова сама.`,
      en: `The service works, but the publish fails. Attempts: ${wanted.attempts}; it tries again by itself.`,
    })
  if (state === 'building')
    return tell('busy', { ru: 'Служба работает: публикует.', en: 'The service works: it is publishing.' })
  if (state === 'failed')
    return tell('trouble', {
      ru: 'Служба работает. Последняя публикация не удалась, на сайте осталась прежняя версия.',
      en: 'The service works. The last publish failed; the site keeps the earlier version.',
    })
  if (!liveAt)
    return tell('busy', { ru: 'Служба работает. Сайт ещё не собран.', en: 'No site has been built yet.' })
  return tell('fine', {
    ru: `Служба работает. Сайт обновлён ${momentInSeconds(liveAt, language)}, изменение № ${liveRevision}.`,
    en: `The service works. The site was updated ${momentInSeconds(liveAt, language)}, revision ${liveRevision}.`,
  })
}

/** «сегодня в 14:03:07», «12 ноября в 18:04:59». */
export const momentInSeconds = (at: string, language: string): string =>
  moment(at, language).replace(/\d\d:\d\d$/, timeOfDay(at))

export const reasonWords = (reason: string, language: string): string => {
  const words = reasons[reason]
  return words ? say(language, words) : reason
}

/** What going back before a publish does, for the one who is about to do it. */
export const rollbackWarning = ({ at, later }: { at: string; later: number }, language: string): string[] => {
  const when = momentInSeconds(at, language)
  const others = {
    ru: later > 0 ? ` Из виду пропадёт и то, что опубликовано после неё (публикаций: ${later}).` : '',
    en: later > 0 ? ` What was published after it (publishes: ${later}) will not be seen either.` : '',
  }
  return [
    say(language, {
      ru: `Жители увидят сайт таким, каким он был до публикации ${when}.${others.ru}`,
      en: `Residents will see the site as it was before the publish ${when}.${others.en}`,
    }),
    say(language, {
      ru: 'Материалы в редакции не изменятся. Следующая публикация снова покажет их все: если дело в ошибке, исправьте её раньше.',
      en: 'Documents in the CMS do not change. The next publish shows them all again: correct the mistake before it.',
    }),
  ]
}

/** Since when the service has wanted something and in vain, and why: the run of failures at the end. */
export const failedRun = ({
  publishes,
}: Pick<ServiceStatus, 'publishes'>): { since: string; error: string } | null => {
  const run = publishes.slice(publishes.findLastIndex(({ state }) => state === 'live') + 1)
  const [first, last] = [run[0], run.at(-1)]
  return first && last ? { since: first.at, error: last.error ?? '' } : null
}

const pinnedBefore = (status: ServiceStatus, language: string): string => {
  const record = shownPublishes(status).find(
    ({ canGoBack, generation }) => canGoBack && generation === status.pinned?.generation,
  )
  return record ? momentInSeconds(record.at, language) : `№ ${status.pinned?.generation}`
}

const reasons: Record<string, Words> = {
  publish: { ru: 'Публикация в редакции', en: 'Published by an editor' },
  first: { ru: 'Первая сборка сайта', en: 'First build' },
  code: { ru: 'Новая версия сайта', en: 'New code of the site' },
  content: { ru: 'Сверка с редакцией после запуска', en: 'Compared with the CMS after a start' },
  time: { ru: 'По времени: событие или новый день', en: 'By the clock: an event or a new day' },
  rollback: { ru: 'Возврат к прежнему виду', en: 'Rollback' },
}
