'use client'

import { useDocumentInfo, useFormFields, useFormModified, useTranslation } from '@payloadcms/ui'
import { useRef, useState } from 'react'
import {
  declineReasons,
  movesFrom,
  needsReason,
  needsReply,
  wishLimits,
  wishStates,
  type WishState,
} from '../../../collections/Wishes/wishes.schema.ts'
import { say, type Words } from '../words.ts'
import { postJson } from './postJson.ts'

const deeds: Record<WishState, Words> = {
  received: { ru: 'Вернуть на проверку', en: 'Back to review' },
  published: { ru: 'Опубликовать', en: 'Publish' },
  planned: { ru: 'Запланировано…', en: 'Planned…' },
  done: { ru: 'Сделано…', en: 'Done…' },
  refused: { ru: 'Отказать…', en: 'Refuse…' },
  declined: { ru: 'Не публиковать…', en: 'Do not publish…' },
}

/** The ways from the state of the wish in hand, as buttons; each asks for what must be said with it. */
export const WishMoves = () => {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const state = useFormFields(([fields]) => fields['status']?.value)
  const isModified = useFormModified()
  const dialog = useRef<HTMLDialogElement>(null)
  const [to, setTo] = useState<WishState | null>(null)
  const [reply, setReply] = useState('')
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string | null>(null)
  const from = wishStates.find(({ value }) => value === state)?.value
  if (!from || id === undefined) return null
  const { language } = i18n

  const open = (next: WishState) => {
    setTo(next)
    setError(null)
    dialog.current?.showModal()
  }
  const send = async () => {
    const said = { reply, ...(reason ? { reason } : {}) }
    const answer = await postJson(`/api/wishes/${id}/move`, { from, to, ...said }, language)
    if ('error' in answer) setError(answer.error)
    else window.location.reload()
  }

  return (
    <div className="portal-moves">
      {movesFrom(from).map((next) => (
        <button
          key={next}
          type="button"
          className={next === 'published' ? 'portal-moves__main' : undefined}
          disabled={isModified}
          title={isModified ? say(language, unsaved) : undefined}
          onClick={() => open(next)}
        >
          {say(language, deeds[next])}
        </button>
      ))}
      <dialog ref={dialog} className="portal-dialog" aria-labelledby="wish-move">
        {to && (
          // No form of its own: the whole edit view is one, and its submission saves the document.
          <>
            <h2 id="wish-move">{say(language, deeds[to]).replace('…', '')}</h2>
            {to === 'published' && <p>{say(language, beforePublishing)}</p>}
            {needsReply(to) && (
              <label>
                {say(language, {
                  ru: 'Ответ жителю: его прочитают все',
                  en: 'The reply: everybody will read it',
                })}
                <textarea
                  name="reply"
                  rows={6}
                  value={reply}
                  onChange={(event) => setReply(event.target.value)}
                  maxLength={wishLimits.reply.max}
                />
              </label>
            )}
            {needsReason(to) && (
              <label>
                {say(language, { ru: 'Причина', en: 'Reason' })}
                <select name="reason" value={reason} onChange={(event) => setReason(event.target.value)}>
                  <option value="" disabled>
                    {say(language, { ru: 'Выберите', en: 'Choose' })}
                  </option>
                  {declineReasons.map((reason) => (
                    <option key={reason.value} value={reason.value}>
                      {say(language, reason)}
                    </option>
                  ))}
                </select>
              </label>
            )}
            {error && <p role="alert">{error}</p>}
            <div className="portal-dialog__buttons">
              <button type="button" className="portal-moves__main" onClick={() => void send()}>
                {say(language, { ru: 'Готово', en: 'Do it' })}
              </button>
              <button type="button" onClick={() => dialog.current?.close()}>
                {say(language, { ru: 'Отмена', en: 'Cancel' })}
              </button>
            </div>
          </>
        )}
      </dialog>
    </div>
  )
}

const unsaved: Words = { ru: 'Сначала сохраните правку', en: 'Save your changes first' }

const beforePublishing: Words = {
  ru: 'Пожелание увидят все. Проверьте, что в тексте и на снимке нет чужих имён, телефонов, лиц и номеров машин.',
  en: 'Everybody will see it. Make sure there are no names, phones, faces or number plates of others in it.',
}
