'use client'

import { useAuth, useDocumentInfo, useFormFields, useFormModified, useTranslation } from '@payloadcms/ui'
import { useRef, useState } from 'react'
import { say } from '../words.ts'
import { postJson } from './postJson.ts'

type Account = { email: string; password: string }

/** Accept (administrators: it makes an account) or decline a new request. The password is shown this once. */
export const JoinDecision = () => {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const { user } = useAuth()
  const status = useFormFields(([fields]) => fields['status']?.value)
  const isModified = useFormModified()
  const dialog = useRef<HTMLDialogElement>(null)
  const [isBusy, setIsBusy] = useState(false)
  const [outcome, setOutcome] = useState<{ value: Account } | { error: string } | null>(null)
  const { language } = i18n
  if (status !== 'new' && !outcome) return null

  const decide = async (deed: 'accept' | 'decline') => {
    setIsBusy(true)
    const answer = await postJson<Account>(`/api/join-requests/${id}/${deed}`, {}, language)
    setIsBusy(false)
    if (deed === 'decline' && 'value' in answer) return window.location.reload()
    setOutcome(answer)
    dialog.current?.showModal()
  }

  return (
    <div className="portal-moves">
      {user?.role === 'admin' && (
        <button
          type="button"
          className="portal-moves__main"
          disabled={isBusy || isModified || status !== 'new'}
          onClick={() => void decide('accept')}
        >
          {say(language, { ru: 'Принять и завести учётную запись', en: 'Accept and make an account' })}
        </button>
      )}
      <button
        type="button"
        disabled={isBusy || isModified || status !== 'new'}
        onClick={() => void decide('decline')}
      >
        {say(language, { ru: 'Не принимать', en: 'Decline' })}
      </button>
      <dialog ref={dialog} className="portal-dialog" aria-labelledby="join-outcome">
        {outcome && 'value' in outcome && (
          <>
            <h2 id="join-outcome">{say(language, { ru: 'Теперь в группе', en: 'A member now' })}</h2>
            <p>
              {say(language, {
                ru: 'Передайте человеку почту и пароль: пароль больше нигде не сохранён и второй раз не покажется.',
                en: 'Hand over the e-mail and the password: it is kept nowhere and will not be shown again.',
              })}
            </p>
            <p>
              <code>{outcome.value.email}</code>
            </p>
            <p>
              <code>{outcome.value.password}</code>
            </p>
          </>
        )}
        {outcome && 'error' in outcome && <p id="join-outcome">{outcome.error}</p>}
        <div className="portal-dialog__buttons">
          <button type="button" className="portal-moves__main" onClick={() => window.location.reload()}>
            {say(language, { ru: 'Закрыть', en: 'Close' })}
          </button>
        </div>
      </dialog>
    </div>
  )
}
