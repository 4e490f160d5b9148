'use client'

import { useCallback, useEffect, useState } from 'react'
import type { ServiceReport } from '../../../collections/publications/service.schema.ts'
import { say } from '../words.ts'

const pauseMs = 2_000

export type Seen = {
  report: ServiceReport | null
  /** Why the newest look gave nothing; what was seen before stays. */
  trouble: string | null
  lookAgain: () => void
}

/** The state of publishing, looked at every two seconds while the page is in sight. */
export const useService = (language: string): Seen => {
  const [report, setReport] = useState<ServiceReport | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [round, setRound] = useState(0)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isGone = false
    const look = async () => {
      clearTimeout(timer)
      if (!document.hidden) {
        const seen = await fetchReport(language)
        if (isGone) return
        if ('report' in seen) setReport(seen.report)
        setTrouble('trouble' in seen ? seen.trouble : null)
      }
      clearTimeout(timer)
      timer = setTimeout(() => void look(), pauseMs)
    }
    const onVisible = () => void look()
    void look()
    document.addEventListener('visibilitychange', onVisible)
    return () => {
      isGone = true
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', onVisible)
    }
  }, [language, round])
  const lookAgain = useCallback(() => setRound((before) => before + 1), [])
  return { report, trouble, lookAgain }
}

const fetchReport = async (language: string): Promise<{ report: ServiceReport } | { trouble: string }> => {
  const unanswered = say(language, {
    ru: 'Портал не ответил. Ниже то, что было видно последним; страница пробует снова сама.',
    en: 'The portal did not answer. Below is what was seen last; the page tries again by itself.',
  })
  try {
    const response = await fetch('/api/publications/service', { cache: 'no-store' })
    if (response.status === 401 || response.status === 403)
      return { trouble: say(language, { ru: 'Сеанс закончился: войдите снова.', en: 'Log in again.' }) }
    if (!response.ok) return { trouble: unanswered }
    // Our own endpoint (collections/publications/service.ts) writes this shape.
    return { report: (await response.json()) as ServiceReport }
  } catch {
    return { trouble: unanswered } // offline or the server restarts: the next look tells
  }
}
