'use client'

import { toast, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import { PublishLine } from './PublishLine.tsx'
import { usePublication } from './usePublication.ts'
import { say } from './words.ts'

/** Beside the buttons of an edit view: what became of the last publication of this document. */
export const PublishStatus = () => {
  const { id, collectionSlug, globalSlug, lastUpdateTime, hasPublishedDoc } = useDocumentInfo()
  const { i18n } = useTranslation()
  const [attempts, setAttempts] = useState(0)
  const [isAsking, setIsAsking] = useState(false)
  const target = { collection: collectionSlug ?? globalSlug, id: globalSlug ?? id }
  const publication = usePublication({
    ...target,
    // A save may be a publication: look again at once.
    changedAt: `${lastUpdateTime}/${hasPublishedDoc}/${attempts}`,
  })
  const buildAgain = async () => {
    setIsAsking(true)
    const error = await askForBuild(target, i18n.language)
    if (error) toast.error(error)
    setIsAsking(false)
    setAttempts(attempts + 1)
  }
  return (
    <div className="portal-status" role="status">
      {publication && <PublishLine publication={publication} language={i18n.language} />}
      {publication?.canBuildAgain && (
        <button
          className="portal-status__again"
          type="button"
          disabled={isAsking}
          onClick={() => void buildAgain()}
        >
          {say(i18n.language, { ru: 'Собрать ещё раз', en: 'Build again' })}
        </button>
      )}
    </div>
  )
}

/** @returns what went wrong, in words, or null */
const askForBuild = async (
  target: { collection: string | undefined; id: string | number | undefined },
  language: string,
): Promise<string | null> => {
  const unanswered = say(language, {
    ru: 'Сервер не ответил. Попробуйте ещё раз через минуту.',
    en: 'The server did not answer. Try again in a minute.',
  })
  try {
    const response = await fetch('/api/publications/build-again', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...target, id: String(target.id) }),
    })
    // Somebody else asked first (409): the next look shows it.
    return response.ok || response.status === 409 ? null : unanswered
  } catch {
    return unanswered
  }
}
