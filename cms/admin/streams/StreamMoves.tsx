'use client'

import { useDocumentInfo, useFormFields, useFormModified, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import { movesFrom, streamStates, type StreamState } from '../../../collections/Streams/streams.schema.ts'
import { postJson } from '../residents/postJson.ts'
import { say, type Words } from '../words.ts'

/** What the buttons say, by the state they lead from and to. */
const deeds: Partial<Record<`${StreamState} ${StreamState}`, Words>> = {
  'scheduled live': { ru: 'Начать эфир', en: 'Go live' },
  'live ended': { ru: 'Закончить эфир', en: 'End the stream' },
  'live scheduled': { ru: 'Ещё не началось', en: 'Not started yet' },
  'ended recording': { ru: 'Показать запись', en: 'Show the recording' },
  'ended live': { ru: 'Вернуть в эфир', en: 'Back on air' },
  'recording ended': { ru: 'Убрать запись', en: 'Take the recording away' },
}

/** The ways from the state of the stream in hand, as buttons. */
export const StreamMoves = () => {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const state = useFormFields(([fields]) => fields['state']?.value)
  const isModified = useFormModified()
  const [error, setError] = useState<string | null>(null)
  const [isSending, setIsSending] = useState(false)
  const from = streamStates.find(({ value }) => value === state)?.value
  if (!from || id === undefined) return null
  const { language } = i18n

  const send = async (to: StreamState) => {
    setIsSending(true)
    const answer = await postJson(`/api/streams/${id}/move`, { from, to }, language)
    if (!('error' in answer)) return window.location.reload()
    setError(answer.error)
    setIsSending(false)
  }

  return (
    <div className="portal-moves">
      {movesFrom(from).map((to, position) => (
        <button
          key={to}
          type="button"
          className={position === 0 ? 'portal-moves__main' : undefined}
          disabled={isModified || isSending}
          title={isModified ? say(language, unsaved) : undefined}
          onClick={() => void send(to)}
        >
          {say(language, deeds[`${from} ${to}`] ?? { ru: to, en: to })}
        </button>
      ))}
      {error && <p role="alert">{error}</p>}
    </div>
  )
}

const unsaved: Words = { ru: 'Сначала сохраните правку', en: 'Save your changes first' }
