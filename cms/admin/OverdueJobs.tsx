import type { PayloadRequest } from 'payload'
import { overdueJobs } from '../overdueJobs.ts'
import { moment, say } from './words.ts'

/** A warning when scheduled publications have not run in time; nothing otherwise. */
export const OverdueJobs = async ({ req }: { req: PayloadRequest }) => {
  const [first, ...rest] = await overdueJobs(req.payload)
  if (!first?.waitUntil) return null
  const language = req.i18n.language
  const when = moment(first.waitUntil, language)
  return (
    <p className="portal-warning" role="status">
      {say(language, {
        ru:
          `Публикация по расписанию не сработала: ждёт с ${when}${rest.length > 0 ? `, всего таких: ${rest.length + 1}` : ''}. ` +
          'Опубликуйте запись кнопкой и сообщите администратору портала.',
        en: `A scheduled publication has been waiting since ${when}. Publish it by hand and tell the administrator.`,
      })}
    </p>
  )
}
