'use client'

import { useDocumentInfo, useFormFields, useFormModified, useTranslation } from '@payloadcms/ui'
import { useRef, useState, type SyntheticEvent } from 'react'
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
  const [error, setError] = useState<string | null>(null)
  const from = wishStates.find(({ value }) => value === state)?.value
  if (!from || id === undefined) return null
  const { language } = i18n

  const open = (next: WishState) => {
    setTo(next)
    setError(null)
    dialog.current?.showModal()
  }
  const send = async (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [reply, reason] = [form.get('reply') ?? undefined, form.get('reason') ?? undefined]
    const answer = await postJson(`/api/wishes/${id}/move`, { from, to, reply, reason }, language)
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
          <form onSubmit={(event) => void send(event)}>
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
                  required
                  minLength={wishLimits.reply.min}
                  maxLength={wishLimits.reply.max}
                />
              </label>
            )}
            {needsReason(to) && (
              <label>
                {say(language, { ru: 'Причина', en: 'Reason' })}
                <select name="reason" required defaultValue="">
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
              <button type="submit" className="portal-moves__main">
                {say(language, { ru: 'Готово', en: 'Do it' })}
              </button>
              <button type="button" onClick={() => dialog.current?.close()}>
                {say(language, { ru: 'Отмена', en: 'Cancel' })}
              </button>
            </div>
          </form>
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
