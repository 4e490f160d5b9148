'use client'

import { ConfirmationModal, toast } from '@payloadcms/ui'
import { say } from '../words.ts'
import type { ShownPublish } from './figures.ts'
import { rollbackWarning } from './serviceWords.ts'

export const rollbackDialog = 'publishing-rollback'

type Props = { publish: ShownPublish; language: string; onDone: () => void }

/** Says what going back will do, and does it. */
export const RollbackDialog = ({ publish, language, onDone }: Props) => {
  const goBack = async () => {
    const error = await askForRollback(publish, language)
    if (error) toast.error(error)
    else
      toast.success(
        say(language, { ru: 'Сайт возвращён к прежнему виду.', en: 'The site has been taken back.' }),
      )
    onDone()
  }
  return (
    <ConfirmationModal
      modalSlug={rollbackDialog}
      heading={say(language, { ru: 'Вернуть сайт к прежнему виду?', en: 'Take the site back?' })}
      body={rollbackWarning(publish, language).map((text) => (
        <p key={text}>{text}</p>
      ))}
      confirmLabel={say(language, { ru: 'Вернуть', en: 'Take back' })}
      confirmingLabel={say(language, { ru: 'Возвращаю…', en: 'Taking back…' })}
      onConfirm={goBack}
    />
  )
}

/** @returns what went wrong, in words, or null */
const askForRollback = async ({ generation }: ShownPublish, language: string): Promise<string | null> => {
  const unanswered = say(language, {
    ru: 'Портал не ответил. Посмотрите выше, вернулся ли сайт, и попробуйте ещё раз через минуту.',
    en: 'The portal did not answer. See above whether the site was taken back, and try again in a minute.',
  })
  try {
    const response = await fetch('/api/publications/rollback', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ generation }),
    })
    if (response.ok) return null
    const reply: unknown = await response.json()
    return typeof reply === 'object' && reply && 'error' in reply && typeof reply.error === 'string'
      ? reply.error
      : unanswered
  } catch {
    return unanswered
  }
}
